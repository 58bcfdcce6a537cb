import PlateauColumns

extension Metric {
  /// Share of time with a position.
  static let exposure = Metric(
    "exposure", .fraction, .neutral, isDefault: true,
    "share of closes with a position",
    convention: """
      closes with units / all closes of the equity series. backtesting.py counts the bars from \
      entry to exit of closed trades.
      """
  ) {
    Double($0.units.count { $0 != 0 }) / Double($0.units.count)
  } fromSummary: {
    Double($0.heldCloses) / Double($0.closeCount)
  }

  /// How often the account is traded over.
  static let turnover = Metric(
    "turnover", .number, .lower, isDefault: true, needsTrades: true,
    needsEveryClose: true,
    "value traded a year, in multiples of mean equity",
    convention: "sum of |units| * price of all fills / mean equity / years of 365.25 days."
  ) {
    ratio(ratio($0.tradedNotional, mean(of: $0.equity)), $0.calendarDays / 365.25)
  } fromSummary: {
    ratio(
      ratio($0.tradedNotional, $0.equitySum / Double($0.closeCount)), $0.calendarDays / 365.25)
  }

  /// Commission paid.
  static let fees = Metric(
    "fees", .money, .lower, isDefault: true, needsTrades: true,
    "all commission paid",
    convention: "that of an open position's entry included; slippage and borrowing are not fees."
  ) {
    $0.fees
  } fromSummary: {
    $0.fees
  }

  /// Units held at the end.
  static let openPosition = Metric(
    "open_position", .number, .neutral,
    "units held at the last close, below zero for a short position",
    convention: "an open position is marked to the last close and is not a trade."
  ) {
    $0.openUnits
  } fromSummary: {
    $0.openUnits
  }
}
