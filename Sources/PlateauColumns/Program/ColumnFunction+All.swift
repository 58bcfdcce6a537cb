extension ColumnFunction {
  /// Every function, in alphabetical order.
  public static let all: [ColumnFunction] = families.flatMap(\.functions)
    .sorted { $0.name < $1.name }

  /// The functions by what they are about, in the order of `help functions`.
  public static let families: [Family] = [
    averages, bands, ranges, trend, oscillators, bars, volume, statistics, conditions, periods,
    values,
  ]

  private static let averages = Family(
    "averages", [.sma, .ema, .wma, .dema, .tema, .trima, .kama, .t3, .hma])

  private static let bands = Family(
    "bands",
    [
      .bollingerUpper, .bollingerMiddle, .bollingerLower, .donchianUpper, .donchianLower,
      .keltnerUpper, .keltnerLower,
    ])

  private static let ranges = Family("ranges", [.highest, .lowest])

  private static let trend = Family(
    "trend",
    [
      .adx, .plusDI, .minusDI, .aroonUp, .aroonDown, .aroonOscillator, .sar, .supertrend, .chop,
    ])

  private static let oscillators = Family(
    "oscillators",
    [.rsi, .macd, .macdSignal, .macdHistogram, .roc, .mom, .cmo, .trix, .stochrsi, .stochrsiD])

  private static let bars = Family(
    "whole bars",
    [
      .trange, .atr, .natr, .stochK, .stochD, .stochF, .stochFD, .cci, .willr, .ultosc,
      .heikinAshiOpen, .heikinAshiHigh, .heikinAshiLow, .heikinAshiClose,
    ])

  private static let volume = Family("volume", [.obv, .ad, .mfi, .vwap])

  private static let statistics = Family(
    "statistics",
    [
      .sum, .change, .stddev, .zscore, .percentrank, .linearreg, .linearregSlope, .correl, .beta,
    ])

  private static let conditions = Family(
    "conditions",
    [.anyTrue, .allTrue, .countTrue, .barssince, .valuewhen, .rising, .falling])

  private static let periods = Family("weeks and months", [.weekly, .monthly])

  private static let values = Family(
    "values, bar by bar", [.abs, .min, .max, .sqrt, .exp, .log, .choice])
}
