// Numbers of an independent implementation in plain Python, written from DESIGN alone: indicators
// by hand and checked against TA-Lib, every bar one after the other.

extension StrategyFacts {
  /// `pullback.plateau`.
  static let shippedPullback = StrategyFacts(
    parameters: ["trend", "dip", "stop_pct"],
    figures: """
      trend,dip,stop_pct,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      50,5,0.02,37,-0.241798348201,0.268123144324,-0.587701171521,75820.1651799
      50,5,0.04,30,-0.372797243138,0.39457375162,-0.829810926288,62720.2756862
      50,7,0.02,12,-0.0674824619514,0.0996106341282,-0.259228386133,93251.7538049
      50,7,0.04,10,-0.12605073137,0.159826942639,-0.443537543844,87394.926863
      100,5,0.02,57,-0.359799135285,0.459943818186,-0.65239496629,64020.0864715
      100,5,0.04,44,-0.487996699451,0.559089655238,-0.870400439017,51200.3300549
      100,7,0.02,30,-0.122816311459,0.282644742079,-0.205579547338,87718.3688541
      100,7,0.04,22,-0.149146437283,0.304177352008,-0.245094026484,85085.3562717
      """,
    trades: """
      trend,dip,stop_pct,trade,side,entry,exit,entry_price,exit_price,reason
      100,5,0.04,1,long,2015-06-22,2015-07-03,125.545104,128.244346,signal
      100,5,0.04,2,long,2015-09-03,2015-09-07,140.718138,143.041386,signal
      100,5,0.04,3,long,2015-09-25,2015-10-08,145.008996,139.180794433,stop
      100,5,0.04,44,long,2024-08-13,2024-08-19,371.464278,402.729438,signal
      """)

  /// `band-reversion.plateau`.
  static let shippedBandReversion = StrategyFacts(
    parameters: ["length", "width", "hold"],
    figures: """
      length,width,hold,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      10,1.5,20,46,-0.187991333973,0.224125850319,-0.78617398508,81200.8666027
      10,2,20,29,-0.117271390796,0.140041852819,-0.553717608184,88272.8609204
      20,1.5,20,28,-0.0876668371371,0.169456984125,-0.35937922064,91233.3162863
      20,2,20,23,0.0506990995821,0.0875702893724,0.248631377854,105069.909958
      """,
    trades: """
      length,width,hold,trade,side,entry,exit,entry_price,exit_price,reason
      20,2,20,1,long,2015-03-03,2015-03-10,97.159428,99.460104,signal
      20,2,20,2,long,2015-04-23,2015-05-07,101.730342,101.9796,signal
      20,2,20,3,long,2015-05-22,2015-06-08,99.96999,100.4799,signal
      20,2,20,23,long,2019-09-26,2019-09-30,138.437682,139.991996,signal
      """)

  /// `rsi2.plateau`.
  static let shippedRsi2 = StrategyFacts(
    parameters: ["trend", "threshold", "exit_length"],
    figures: """
      trend,threshold,exit_length,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      100,5,5,28,-0.385109581699,0.40636150503,-0.714331592523,61489.0418301
      100,10,5,55,-0.374519951709,0.468194687358,-0.494855956112,62548.0048291
      200,5,5,28,-0.279145317341,0.316471856605,-0.564164279007,72085.4682659
      200,10,5,58,-0.250428263229,0.336561241079,-0.307308989003,74957.1736771
      """,
    trades: """
      trend,threshold,exit_length,trade,side,entry,exit,entry_price,exit_price,reason
      200,10,5,1,long,2015-10-09,2015-10-15,139.267848,139.332128,signal
      200,10,5,2,long,2015-10-21,2015-10-22,137.12742,138.12237,signal
      200,10,5,3,long,2015-10-27,2015-11-10,135.647124,132.843426,signal
      200,10,5,58,long,2024-08-13,2024-08-19,371.464278,402.729438,signal
      """)

  /// `opening-range.plateau`.
  static let shippedOpeningRange = StrategyFacts(
    parameters: ["first_hour", "last_entry", "reward"],
    figures: """
      first_hour,last_entry,reward,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      9,10,0.01,72,-0.0748333579954,0.140810775849,-1.01309334968,92516.6642005
      9,10,0.02,72,-0.112842889483,0.160017846696,-1.33230701532,88715.7110517
      9,12,0.01,154,-0.234053059227,0.265378938964,-2.3341663301,76594.6940773
      9,12,0.02,145,-0.181227991977,0.216859511479,-1.56628788898,81877.2008023
      """,
    trades: """
      first_hour,last_entry,reward,trade,side,entry,exit,entry_price,exit_price,reason
      9,12,0.02,1,long,2015-01-07T11:00:00,2015-01-07T15:00:00,99.599959,99.47655135,session
      9,12,0.02,2,long,2015-01-09T12:00:00,2015-01-09T15:00:00,98.29242826,98.13568545,session
      9,12,0.02,3,long,2015-01-12T11:00:00,2015-01-12T12:00:00,98.22022104,97.71032799,stop
      9,12,0.02,145,long,2016-02-05T12:00:00,2016-02-05T15:00:00,85.21862101,85.20997815,session
      """)

  /// `zscore-reversion.plateau`.
  static let shippedZscoreReversion = StrategyFacts(
    parameters: ["length", "distance", "hold"],
    figures: """
      length,distance,hold,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      20,1.5,20,67,-0.347914239397,0.403037314641,-0.998583296486,65208.5760603
      20,2,20,51,-0.17538295846,0.25198227736,-0.491869147439,82461.704154
      40,1.5,20,46,-0.390490216929,0.424626011128,-1.22232691523,60950.9783071
      40,2,20,31,-0.288625267323,0.342422721646,-1.0030822301,71137.4732677
      """,
    trades: """
      length,distance,hold,trade,side,entry,exit,entry_price,exit_price,reason
      20,2,20,1,long,2015-02-26,2015-03-10,97.259448,99.460104,signal
      20,2,20,2,short,2015-03-30,2015-04-16,102.299536,102.730542,signal
      20,2,20,3,long,2015-04-22,2015-05-07,101.300256,101.9796,signal
      20,2,20,51,long,2019-09-24,2019-09-30,137.617518,139.991996,signal
      """)
}
