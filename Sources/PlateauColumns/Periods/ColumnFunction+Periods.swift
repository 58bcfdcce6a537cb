extension ColumnFunction {
  /// An expression on the bars of weeks.
  static let weekly = completed(
    .weekly, word: "week", bars: "Monday to Sunday", example: "weekly(sma(close, 10))")

  /// An expression on the bars of months.
  static let monthly = completed(
    .monthly, word: "month", bars: "calendar months", example: "monthly(highest(high, 3))")

  private static func completed(
    _ period: BarPeriod, word: String, bars: String, example: String
  ) -> ColumnFunction {
    ColumnFunction(
      name: period.rawValue, arguments: [Argument("expression", .expression)],
      result: .sameAsFirst,
      summary: "an expression on the bars of \(word)s, as the last complete \(word) left it",
      formula: """
        bars are put together by \(bars): first open, highest high, lowest low, last close, sum \
        of volume; a \(word) is complete when a bar of a later one has come, and its value holds \
        for every bar of the next; a \(word) without bars is passed over, and the series' first \
        counts even if its beginning is missing
        """,
      warmUp: "as long as the expression's, in \(word)s, and one \(word) more",
      example: example,
      kernel: .periods(period))
  }
}
