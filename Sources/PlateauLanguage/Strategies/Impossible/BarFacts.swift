import PlateauColumns

/// What is known of bars and of the account before any prices are read.
///
/// Names that are not listed have no facts, so nothing is concluded from them.
enum BarFacts {
  /// What the values of a name never leave.
  static func bounds(of name: String) -> ValueBounds {
    switch name {
    case "open", "high", "low", "close", "hl2", "hlc3", "ohlc4", "entry_price", "last_fill",
      "high_since", "low_since":
      .positive
    case "volume", "bars_held", "equity": ValueBounds(0, .infinity)
    case "dayofweek": ValueBounds(1, 7)
    case "hour": ValueBounds(0, 23)
    case "minute": ValueBounds(0, 59)
    case "month": ValueBounds(1, 12)
    default: .any
    }
  }

  /// Whether one name of a bar is at most another on every bar.
  static func isAtMost(_ left: String, _ right: String) -> Bool {
    if left == "low_since" { return right == "low" || isAtMost("low", right) }
    if right == "high_since" { return left == "high" || isAtMost(left, "high") }
    // The mean of three or four prices may lie outside them by its last bit.
    let within = ["open", "close"]
    return left == "low" && (within.contains(right) || right == "high")
      || right == "high" && within.contains(left)
  }

  /// What the account says while no position was ever opened; `nil` for what is no state.
  static func boundsBeforeEntry(of name: String) -> ValueBounds? {
    switch name {
    case "entry_price", "last_fill", "bars_held", "high_since", "low_since", "pnl": .empty
    case "position", "weight": ValueBounds(0, 0)
    default: nil
    }
  }

  /// Names that have a value on every bar.
  static func isAlwaysDefined(_ name: String) -> Bool {
    ["open", "high", "low", "close", "hl2", "hlc3", "ohlc4"].contains(name)
  }
}
