// Numbers of an independent implementation in plain Python, written from DESIGN alone: indicators
// by hand and checked against TA-Lib, every bar one after the other.

extension StrategyFacts {
  /// `turtle.plateau`.
  static let shippedTurtle = StrategyFacts(
    parameters: ["entry_days", "exit_days", "stop_ranges"],
    figures: """
      entry_days,exit_days,stop_ranges,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      20,10,2,73,1.93376706335,0.129950017372,1.39292435535,293376.706335
      20,10,3,69,1.12109980481,0.0995042642162,1.35102026578,212109.980481
      20,20,2,59,2.07471475845,0.152562529537,1.32263279953,307471.475845
      20,20,3,54,1.17261214912,0.115972622272,1.27725406843,217261.214912
      55,10,2,53,1.25653419721,0.117197091157,1.23678555856,225653.419721
      55,10,3,46,0.81714132312,0.0984105526308,1.22067169506,181714.132312
      55,20,2,46,1.07666763371,0.134105412692,1.03320559488,207666.763371
      55,20,3,39,0.801045898848,0.120858598548,1.04663088046,180104.589885
      """,
    trades: """
      entry_days,exit_days,stop_ranges,trade,side,entry,exit,entry_price,exit_price,reason
      20,10,2,1,long,2015-02-03,2015-03-13,101.680332,105.098976,signal
      20,10,2,2,long,2015-03-26,2015-06-19,109.261848,127.344526,signal
      20,10,2,3,long,2015-07-20,2015-09-25,130.716138,144.951004,signal
      20,10,2,73,long,2024-07-08,2024-08-05,362.242434,394.231138,signal
      """)

  /// `macd-trend.plateau`.
  static let shippedMacdTrend = StrategyFacts(
    parameters: ["fast", "slow", "trend"],
    figures: """
      fast,slow,trend,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      8,20,200,59,1.30620511712,0.184402155785,0.77348920105,230620.511712
      8,26,200,60,1.21228682859,0.173462454735,0.738255996516,221228.682859
      12,20,200,55,1.00030265467,0.19740221587,0.662234183318,200030.265467
      12,26,200,46,2.22823140567,0.170857909645,1.02491488764,322823.140567
      """,
    trades: """
      fast,slow,trend,trade,side,entry,exit,entry_price,exit_price,reason
      12,26,200,1,long,2015-11-12,2015-11-17,133.136622,130.733848,signal
      12,26,200,2,long,2015-11-18,2015-12-08,130.886172,129.884018,signal
      12,26,200,3,long,2016-07-22,2016-08-30,126.465288,134.533088,signal
      12,26,200,46,long,2024-08-23,2024-08-26,391.538292,386.62266,signal
      """)

  /// `dual-momentum.plateau`.
  static let shippedDualMomentum = StrategyFacts(
    parameters: ["months", "recent"],
    figures: """
      months,recent,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      9,1,9,0.31719548806,0.494224620153,0.243414753353,131719.548806
      9,3,8,0.405551760939,0.494224620153,0.279567106945,140555.176094
      12,1,7,1.00989904209,0.523247277205,0.465687283437,200989.904209
      12,3,6,0.733076052026,0.532254268354,0.394574789803,173307.605203
      """,
    trades: """
      months,recent,trade,side,entry,exit,entry_price,exit_price,reason
      12,3,1,long,2018-01-02,2018-02-02,123.484692,122.085578,signal
      12,3,2,long,2018-05-02,2019-05-02,128.145624,122.515492,signal
      12,3,3,long,2019-07-02,2019-08-02,146.649324,135.732848,signal
      12,3,6,long,2023-05-02,2023-06-02,193.23864,194.980996,signal
      """)

  /// `volatility-breakout.plateau`.
  static let shippedVolatilityBreakout = StrategyFacts(
    parameters: ["burst", "stop_ranges", "hold"],
    figures: """
      burst,stop_ranges,hold,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      1,1,10,165,2.54646219565,0.32215859433,0.926856733781,354646.219565
      1,2,10,140,1.24988787807,0.4867826331,0.578172799882,224988.787807
      1.5,1,10,76,0.82969880578,0.19223434907,0.619049261821,182969.880578
      1.5,2,10,66,1.60432130139,0.214356408343,0.809434954561,260432.130139
      """,
    trades: """
      burst,stop_ranges,hold,trade,side,entry,exit,entry_price,exit_price,reason
      1,2,10,1,long,2015-01-27,2015-02-11,100.62012,104.699056,time
      1,2,10,2,long,2015-02-17,2015-02-19,107.811558,105.599414057,stop
      1,2,10,3,long,2015-02-25,2015-03-12,107.161428,106.648666,time
      1,2,10,140,long,2024-07-18,2024-07-26,426.88536,401.911786954,stop
      """)

  /// `keltner-breakout.plateau`.
  static let shippedKeltnerBreakout = StrategyFacts(
    parameters: ["length", "width", "give_back"],
    figures: """
      length,width,give_back,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      20,1,3,67,7.06997899167,0.191038705334,1.30005651942,806997.899167
      20,2,3,52,3.8249630079,0.205963894475,1.13766020327,482496.30079
      50,1,3,70,2.72472692218,0.340378751734,0.834581223568,372472.692218
      50,2,3,56,3.39089685669,0.26520379225,1.01975639408,439089.685669
      """,
    trades: """
      length,width,give_back,trade,side,entry,exit,entry_price,exit_price,reason
      20,2,3,1,long,2015-02-10,2015-02-19,103.600716,104.62824671,trail
      20,2,3,2,long,2015-02-25,2015-05-11,107.161428,122.03235346,trail
      20,2,3,3,long,2015-05-19,2015-05-25,124.37487,122.717176463,trail
      20,2,3,52,long,2024-07-09,2024-07-29,371.804346,399.660936339,trail
      """)

  /// `supertrend.plateau`.
  static let shippedSupertrend = StrategyFacts(
    parameters: ["length", "width"],
    figures: """
      length,width,trade_count,total_return,max_drawdown,sharpe_ratio,final_equity
      10,2,75,6.22324726505,0.243420571653,1.20529149925,722324.726505
      10,3,40,5.19535933318,0.291419472791,1.10506923929,619535.933318
      20,2,75,7.12798488441,0.204961068273,1.28697659214,812798.488441
      20,3,43,4.6362900273,0.27605536314,1.0648417267,563629.00273
      """,
    trades: """
      length,width,trade,side,entry,exit,entry_price,exit_price,reason
      10,3,1,long,2015-02-03,2015-06-22,101.680332,125.494896,signal
      10,3,2,long,2015-07-20,2015-09-24,130.716138,146.680658,signal
      10,3,3,long,2016-01-26,2016-02-29,124.884972,124.22515,signal
      10,3,40,long,2024-07-08,2024-08-13,362.242434,371.315722,signal
      """)
}
