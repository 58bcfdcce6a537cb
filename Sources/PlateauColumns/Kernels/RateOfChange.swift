extension ColumnFunction {
  /// The change in per cent.
  static let roc = ColumnFunction(
    name: "roc",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "rate of change over some bars, in per cent: 5 is a rise by 5%",
    formula: "100 * (x / x[n] - 1) (TA-Lib ROC); undefined where x[n] is 0",
    warmUp: "defined from value n + 1 on",
    example: "roc(close, 10)", talibName: "ROC",
    kernel: .column { series, numbers in percentChange(of: series, length: Int(numbers[0])) })

  /// The change as an amount, by its name in TA-Lib.
  static let mom = ColumnFunction(
    name: "mom",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "momentum: the change over some bars, as an amount",
    formula: "x - x[n] (TA-Lib MOM)",
    warmUp: "defined from value n + 1 on",
    example: "mom(close, 10)", talibName: "MOM",
    kernel: .column { series, numbers in difference(of: series, length: Int(numbers[0])) })

  /// The change as an amount.
  static let change = ColumnFunction(
    name: "change",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .sameAsFirst,
    summary: "change over some bars, as an amount; the same as mom",
    formula: "x - x[n]",
    warmUp: "defined from value n + 1 on",
    example: "change(close, 1)", talibName: "MOM",
    kernel: .column { series, numbers in difference(of: series, length: Int(numbers[0])) })
}

/// The change over `length` rows in per cent.
///
/// - Parameters:
///   - series: The column.
///   - length: How many rows back the change began, at least 1.
/// - Returns: A column of the same length, `nan` where either value is undefined or the first is 0.
/// - Complexity: O(rows).
func percentChange(of series: [Double], length: Int) -> [Double] {
  compared(series, length: length) { now, before in (now / before - 1) * 100 }
}

/// The change over `length` rows.
///
/// - Parameters:
///   - series: The column.
///   - length: How many rows back the change began, at least 1.
/// - Returns: A column of the same length, `nan` where either value is undefined.
/// - Complexity: O(rows).
func difference(of series: [Double], length: Int) -> [Double] {
  compared(series, length: length) { now, before in now - before }
}

private func compared(
  _ series: [Double], length: Int, _ change: (Double, Double) -> Double
) -> [Double] {
  series.indices.map { row in
    row < length ? .nan : change(series[row], series[row - length]).ifFinite
  }
}
