extension ColumnFunction {
  /// The relative strength index.
  static let rsi = ColumnFunction(
    name: "rsi",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "relative strength index after Wilder, 0 to 100",
    formula: "100 * mean gain / (mean gain + mean loss), means smoothed by 1/n (TA-Lib RSI)",
    warmUp: "defined from value n + 1 on",
    example: "rsi(close, 14)", talibName: "RSI",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    bounds: 0...100,
    kernel: .column { series, numbers in relativeStrength(of: series, length: Int(numbers[0])) })
}

/// Wilder's relative strength index.
///
/// - Parameters:
///   - series: The column; after an undefined value it is seeded again.
///   - length: Changes in the seed, at least 1.
/// - Returns: A column of numbers from 0 to 100; without any movement 0, as TA-Lib has it.
/// - Complexity: O(rows).
/// - Note: Source: Wilder (1978), "New Concepts in Technical Trading Systems".
func relativeStrength(of series: [Double], length: Int) -> [Double] {
  smoothedMovement(of: series, length: length) { gain, loss in 100 * (gain / (gain + loss)) }
}

/// A comparison of the mean gain with the mean loss, both smoothed by 1 / length as Wilder does.
///
/// - Parameters:
///   - series: The column; after an undefined value the means are seeded again.
///   - length: Changes in the seed, at least 1.
///   - compare: The result, given the mean gain and the mean loss, one of which is above 0.
/// - Returns: A column of the same length, `nan` in warm-up; without any movement 0.
/// - Complexity: O(rows).
func smoothedMovement(
  of series: [Double], length: Int, compare: (_ gain: Double, _ loss: Double) -> Double
) -> [Double] {
  var result = [Double](repeating: .nan, count: series.count)
  let count = Double(length)
  var (gain, loss) = (0.0, 0.0)
  var changes = 0
  var previous = Double.nan
  for (row, value) in series.enumerated() {
    let change = value - previous
    previous = value
    guard change.isFinite else {
      (gain, loss, changes) = (0, 0, 0)
      continue
    }
    let (up, down) = (Swift.max(change, 0), Swift.max(-change, 0))
    changes += 1
    if changes <= length {
      gain += up
      loss += down
      if changes < length { continue }
      gain /= count
      loss /= count
    } else {
      gain = (gain * (count - 1) + up) / count
      loss = (loss * (count - 1) + down) / count
    }
    let movement = gain + loss
    guard movement.isFinite else {
      (gain, loss, changes) = (0, 0, 0)
      continue
    }
    result[row] = movement < 1e-14 ? 0 : compare(gain, loss)
  }
  return result
}
