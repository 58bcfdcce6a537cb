/// Why a position was closed.
public enum ExitReason: String, Hashable, Sendable {
  /// A `sell` or `cover` rule.
  case signal
  /// The opposite entry.
  case reverse
  /// The stop.
  case stop
  /// The stop that follows the best price.
  case trail
  /// The target.
  case target
  /// The holding limit.
  case time
  /// The end of the session.
  case session
}

/// A position from its entry to its exit.
public struct Trade: Hashable, Sendable {
  /// Whether units were bought first.
  public let isLong: Bool
  /// Units held, above zero.
  public let units: Double
  /// The bar of the entry fill, an index into the series.
  public let entryBar: Int
  /// The bar of the exit fill, an index into the series.
  public let exitBar: Int
  /// Price of the entry fill, slippage included.
  public let entryPrice: Double
  /// Price of the exit fill, slippage included.
  public let exitPrice: Double
  /// Commission of both sides.
  public let fees: Double
  /// Borrowing cost of a short position.
  public let borrowing: Double
  /// Calendar days from entry to exit.
  public let days: Int
  /// Why it was closed.
  public let exitReason: ExitReason
  /// Whether the exit bar touched both stop and target, so that their order is not known.
  public let isAmbiguous: Bool

  /// Bars from entry to exit.
  public var bars: Int { exitBar - entryBar }

  /// Profit in money, net of commission and borrowing.
  public var profit: Double {
    (isLong ? 1 : -1) * units * (exitPrice - entryPrice) - fees - borrowing
  }

  /// Net profit as a fraction of the value at entry.
  public var netReturn: Double { profit / (units * entryPrice) }
}
