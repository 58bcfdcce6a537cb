extension IndicatorCase {
  /// Averages, bands, oscillators and statistics of a series.
  static let averages: [IndicatorCase] = [
    IndicatorCase("SMA_5", "sma(close, 5)"),
    IndicatorCase("SMA_10", "sma(close, 10)"),
    IndicatorCase("SMA_20", "sma(close, 20)"),
    IndicatorCase("SMA_50", "sma(close, 50)"),
    IndicatorCase("SMA_200", "sma(close, 200)"),
    IndicatorCase("EMA_10", "ema(close, 10)"),
    IndicatorCase("EMA_20", "ema(close, 20)"),
    IndicatorCase("EMA_50", "ema(close, 50)"),
    IndicatorCase("WMA_10", "wma(close, 10)"),
    IndicatorCase("WMA_20", "wma(close, 20)"),
    IndicatorCase("DEMA_20", "dema(close, 20)"),
    IndicatorCase("TEMA_20", "tema(close, 20)"),
    IndicatorCase("KAMA_10", "kama(close, 10)"),
    IndicatorCase("TRIMA_20", "trima(close, 20)"),
    IndicatorCase("RSI_2", "rsi(close, 2)"),
    IndicatorCase("RSI_14", "rsi(close, 14)"),
    IndicatorCase("MACD_12_26_9_line", "macd(close, 12, 26, 9)"),
    IndicatorCase("MACD_12_26_9_signal", "macd_signal(close, 12, 26, 9)"),
    IndicatorCase("MACD_12_26_9_hist", "macd_hist(close, 12, 26, 9)"),
    IndicatorCase("BBANDS_20_2_upper", "bbands_upper(close, 20, 2)"),
    IndicatorCase("BBANDS_20_2_middle", "bbands_middle(close, 20, 2)"),
    IndicatorCase("BBANDS_20_2_lower", "bbands_lower(close, 20, 2)"),
    IndicatorCase("STDDEV_20", "stddev(close, 20)"),
    IndicatorCase("ROC_10", "roc(close, 10)"),
    IndicatorCase("MOM_10", "mom(close, 10)"),
    IndicatorCase("DONCHIAN_20_high", "donchian_upper(20)"),
    IndicatorCase("DONCHIAN_20_low", "donchian_lower(20)"),
    IndicatorCase("TRIX_15", "trix(close, 15)"),
    // The sums of TA-Lib leave 8 digits of slopes this small. In decimals the weighted sums of
    // these windows are -0.05 and 0.02.
    IndicatorCase(
      "LINEARREG_SLOPE_14", "linearreg_slope(close, 14)",
      exact: ["GOOG": [1622: -0.05 / 227.5, 1641: 0.02 / 227.5]]),
    IndicatorCase("LINEARREG_14", "linearreg(close, 14)"),
    IndicatorCase("CMO_14", "cmo(close, 14)"),
    IndicatorCase("ZSCORE_20", "zscore(close, 20)"),
    IndicatorCase("KELTNER_20_10_2_upper", "keltner_upper(20, 10, 2)"),
    IndicatorCase("KELTNER_20_10_2_lower", "keltner_lower(20, 10, 2)"),
  ]
}
