extension ColumnFunction {
  /// The slow %K.
  static let stochK = ColumnFunction(
    name: "stoch_k", arguments: stochasticLengths, result: .always(.number),
    summary: "slow %K of the stochastic oscillator, 0 to 100",
    formula: "mean of the last k_smoothing values of stochf(length), shown where stoch_d is"
      + " defined too (TA-Lib STOCH, simple means)",
    warmUp: "defined from bar length + k_smoothing + d_smoothing - 2 on",
    example: "stoch_k(14, 3, 3)", talibName: "STOCH",
    source: "Lane (1984), Technical Analysis of Stocks & Commodities, May/June",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      let slow = smoothed(fastStochastic(of: bars), over: bars.length(1))
      return zip(slow, smoothed(slow, over: bars.length(2))).map { $1.isNaN ? .nan : $0 }
    })

  /// The slow %D.
  static let stochD = ColumnFunction(
    name: "stoch_d", arguments: stochasticLengths, result: .always(.number),
    summary: "slow %D of the stochastic oscillator: the mean of stoch_k, 0 to 100",
    formula: "mean of the last d_smoothing values of slow %K (TA-Lib STOCH, simple means)",
    warmUp: "defined from bar length + k_smoothing + d_smoothing - 2 on",
    example: "stoch_d(14, 3, 3)", talibName: "STOCH",
    source: "Lane (1984), Technical Analysis of Stocks & Commodities, May/June",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      let slow = smoothed(fastStochastic(of: bars), over: bars.length(1))
      return smoothed(slow, over: bars.length(2))
    })

  /// The fast %K.
  static let stochF = ColumnFunction(
    name: "stochf", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "fast %K: where the close lies between the lowest low and the highest high, 0 to 100",
    formula: "100 * (close - lowest low) / (highest high - lowest low) of the last n bars;"
      + " 0 without any range (TA-Lib STOCHF, fast %K)",
    warmUp: "defined from the n-th bar on",
    example: "stochf(14)", talibName: "STOCHF",
    source: "Lane (1984), Technical Analysis of Stocks & Commodities, May/June",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in fastStochastic(of: bars) })

  /// The fast %D.
  static let stochFD = ColumnFunction(
    name: "stochf_d",
    arguments: [Argument("length", .length), Argument("smoothing", .length)],
    result: .always(.number),
    summary: "fast %D of the stochastic oscillator: the mean of stochf, 0 to 100",
    formula: "mean of the last smoothing values of stochf(length) (TA-Lib STOCHF, simple mean)",
    warmUp: "defined from bar length + smoothing - 1 on",
    example: "stochf_d(14, 3)", talibName: "STOCHF",
    source: "Lane (1984), Technical Analysis of Stocks & Commodities, May/June",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      smoothed(fastStochastic(of: bars), over: bars.length(1))
    })

  /// The three lengths of the slow stochastic.
  private static let stochasticLengths = [
    Argument("length", .length), Argument("k_smoothing", .length),
    Argument("d_smoothing", .length),
  ]
}

/// Where every close lies between the lowest low (0) and the highest high (100) of the last bars.
///
/// The first of the numbers is the length. A close outside its bar counts as at the bar's end.
private func fastStochastic(of bars: FunctionInputs) -> [Double] {
  let length = bars.length(0)
  let highest = rollingExtremum(of: bars[.high], length: length) { $0 >= $1 }
  let lowest = rollingExtremum(of: bars[.low], length: length) { $0 <= $1 }
  return bars[.close].enumerated().map { row, close in
    let (top, bottom) = (highest[row], lowest[row])
    if top.isNaN || bottom.isNaN || close.isNaN { return .nan }
    let range = top - bottom
    return range == 0 ? 0 : ((close - bottom) / (range / 100)).kept(within: 0...100)
  }
}

/// The simple mean of percentages.
private func smoothed(_ percentages: [Double], over length: Int) -> [Double] {
  rollingMean(of: percentages, length: length).map { $0.kept(within: 0...100) }
}
