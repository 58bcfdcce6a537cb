extension ColumnFunction {
  /// The parabolic stop and reverse.
  static let sar = ColumnFunction(
    name: "sar", arguments: [Argument("acceleration", .number), Argument("maximum", .number)],
    result: .always(.price),
    summary: "parabolic stop and reverse after Wilder: a stop that follows the trend",
    formula: "s = s + a * (extreme - s), a grows by acceleration with every new extreme up to"
      + " maximum; turns where the bar touches s (TA-Lib SAR)",
    warmUp: "defined from the 2nd bar on; undefined for negative arguments",
    example: "sar(0.02, 0.2)", talibName: "SAR",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    kernel: .columns(reads: [.high, .low]) { bars in
      parabolicStop(
        high: bars[.high], low: bars[.low], acceleration: bars.numbers[0],
        maximum: bars.numbers[1])
    })
}

/// Wilder's parabolic stop and reverse, started as TA-Lib starts it.
///
/// The first trend is down where the second bar moved more below the first than above it, else up;
/// the first stop is the first bar's extreme against that trend.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - acceleration: The step of the acceleration, at most `maximum`.
///   - maximum: The highest acceleration.
/// - Returns: A column of as many rows, started again after an undefined price; all undefined
///   where one of the two numbers is negative or none.
/// - Complexity: O(rows).
func parabolicStop(
  high: [Double], low: [Double], acceleration: Double, maximum: Double
) -> [Double] {
  var result = [Double](repeating: .nan, count: high.count)
  guard acceleration.isFinite, maximum.isFinite, acceleration >= 0, maximum >= 0 else {
    return result
  }
  let step = Swift.min(acceleration, maximum)
  var trend: ParabolicTrend?
  for row in high.indices.dropFirst() {
    let before = (high: high[row - 1], low: low[row - 1])
    let bar = (high: high[row], low: low[row])
    guard !before.high.isNaN, !before.low.isNaN, !bar.high.isNaN, !bar.low.isNaN else {
      trend = nil
      continue
    }
    var current = trend ?? ParabolicTrend(before, bar, step: step)
    // The first bar of a trend has none before it whose extremes could limit the stop.
    let stop = current.pass(bar, after: trend == nil ? bar : before, step: step, maximum: maximum)
    result[row] = stop.ifFinite
    trend = current
  }
  return result
}

/// The state of a parabolic stop between two bars.
private struct ParabolicTrend {
  var isUp: Bool
  var stop: Double
  /// The highest high of a rise, the lowest low of a fall.
  var extreme: Double
  var pace: Double

  init(_ first: (high: Double, low: Double), _ second: (high: Double, low: Double), step: Double) {
    let (up, down) = (second.high - first.high, first.low - second.low)
    isUp = !(down > 0 && up < down)
    extreme = isUp ? second.high : second.low
    stop = isUp ? first.low : first.high
    pace = step
  }

  /// Goes on by one bar and returns the stop that held on it.
  mutating func pass(
    _ bar: (high: Double, low: Double), after before: (high: Double, low: Double),
    step: Double, maximum: Double
  ) -> Double {
    let turns = isUp ? bar.low <= stop : bar.high >= stop
    if turns {
      isUp.toggle()
      stop = limited(extreme, before, bar)
      extreme = isUp ? bar.high : bar.low
      pace = step
    }
    let held = stop
    if !turns, isUp ? bar.high > extreme : bar.low < extreme {
      extreme = isUp ? bar.high : bar.low
      pace = Swift.min(pace + step, maximum)
    }
    stop = limited(stop + pace * (extreme - stop), before, bar)
    return held
  }

  /// A stop that lies beyond the last two bars.
  private func limited(
    _ stop: Double, _ before: (high: Double, low: Double), _ bar: (high: Double, low: Double)
  ) -> Double {
    isUp ? Swift.min(stop, before.low, bar.low) : Swift.max(stop, before.high, bar.high)
  }
}
