extension IndicatorCase {
  /// What is computed from whole bars.
  static let bars: [IndicatorCase] = [
    IndicatorCase("TRANGE", "trange()"),
    IndicatorCase("ATR_14", "atr(14)"),
    IndicatorCase("NATR_14", "natr(14)"),
    IndicatorCase("ADX_14", "adx(14)"),
    IndicatorCase("PLUS_DI_14", "plus_di(14)"),
    IndicatorCase("MINUS_DI_14", "minus_di(14)"),
    IndicatorCase("STOCH_14_3_3_k", "stoch_k(14, 3, 3)"),
    IndicatorCase("STOCH_14_3_3_d", "stoch_d(14, 3, 3)"),
    IndicatorCase("WILLR_14", "willr(14)"),
    IndicatorCase("CCI_20", "cci(20)"),
    IndicatorCase("ULTOSC_7_14_28", "ultosc(7, 14, 28)"),
    IndicatorCase("AROON_14_up", "aroon_up(14)"),
    IndicatorCase("AROON_14_down", "aroon_down(14)"),
    IndicatorCase("AROONOSC_14", "aroonosc(14)"),
    IndicatorCase("SAR_0.02_0.2", "sar(0.02, 0.2)"),
    IndicatorCase("OBV", "obv()"),
    IndicatorCase("AD", "ad()"),
    IndicatorCase("MFI_14", "mfi(14)"),
    IndicatorCase("VWAP_20", "vwap(20)"),
  ]
}
