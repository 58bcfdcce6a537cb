public import PlateauColumns

/// An order that a strategy gives when a condition holds: `order UNITS when RULE`.
public struct OrderRule: Hashable, Sendable {
  /// Signed units, positive to buy; undefined or zero is no order.
  public let units: ColumnProgram
  /// When to give it; only true fires.
  public let condition: ColumnProgram

  /// Creates an order rule.
  public init(units: ColumnProgram, condition: ColumnProgram) {
    self.units = units
    self.condition = condition
  }
}

/// The rules of a strategy that trades one account by orders of its own.
///
/// Programs read prices, the strategy's parameters and, by the names of `AccountState`, what the
/// account holds at the close. The account has no past there: functions of several bars, look backs
/// and crossings read prices and parameters only.
public struct OrderRules: Hashable, Sendable {
  /// The orders; on a bar the first whose condition is true acts, and no other.
  public var orders: [OrderRule]
  /// The share of cash put in stock at the window's first close; `nil` starts in cash.
  public var start: ColumnProgram?
  /// When orders fill; the setting decides where this is `nil`.
  public var fill: ExecutionSettings.FillTime?

  /// Creates rules.
  public init(
    orders: [OrderRule], start: ColumnProgram? = nil, fill: ExecutionSettings.FillTime? = nil
  ) {
    self.orders = orders
    self.start = start
    self.fill = fill
  }

  /// What the rules ask of the account.
  public var readState: Set<AccountState> {
    AccountState.read(by: orders.flatMap { [$0.units, $0.condition] })
  }

  /// When orders fill under some settings.
  func fillTime(_ settings: ExecutionSettings) -> ExecutionSettings.FillTime {
    fill ?? settings.fill
  }
}
