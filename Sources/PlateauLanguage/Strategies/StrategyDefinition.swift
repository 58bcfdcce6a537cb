public import PlateauColumns

/// A strategy that was checked: its parameters and its rules as programs.
///
/// Programs read series and parameters as inputs under their names; a parameter is one number.
public struct StrategyDefinition: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The parameters in the order they are declared.
  public let parameters: [ParameterDefinition]
  /// When to buy.
  public let buy: ColumnProgram?
  /// When to sell what was bought.
  public let sell: ColumnProgram?
  /// When to sell short.
  public let short: ColumnProgram?
  /// When to buy back what was sold short.
  public let cover: ColumnProgram?
  /// The stop as a fraction of the entry price.
  public let stop: ColumnProgram?
  /// The target as a fraction of the entry price.
  public let target: ColumnProgram?
  /// The distance of the trailing stop as a fraction of the entry price.
  public let trail: ColumnProgram?
  /// The longest time to hold.
  public let exitAfter: HoldingLimit?
  /// Whether a position is closed at the close of its session's last bar.
  public let exitsAtSessionEnd: Bool
  /// How many units an entry takes; `nil` where the settings decide.
  public let size: EntrySizeDefinition?
  /// Whether the opposite entry turns a position round.
  public let reversal: Bool
  /// What is ordered, and when; a strategy that has orders has no other rules.
  public let orders: [OrderDefinition]
  /// The share of cash that is put in stock at the start; only beside orders.
  public let start: ColumnProgram?
  /// When orders fill; `nil` where the settings decide.
  public let fill: StrategyFill?
  /// The block's own text with its braces and comments.
  public let text: String
}

/// A number that a strategy leaves open.
public struct ParameterDefinition: Hashable, Sendable {
  /// The name as declared.
  public let name: String
  /// What the number means, found from its default and its use.
  public let kind: ValueKind
  /// The value when nothing is set.
  public let defaultValue: Double
  /// The default as typed.
  public let defaultText: String
  /// The values the strategy proposes to try.
  public let values: ResolvedValues?
  /// The smallest value that makes sense: 1 for the length of a function, 0 for a look back.
  public let minimum: Double
  /// The bytes of the name where it is declared.
  public let range: Range<Int>
}

/// The longest time a position is held.
public struct HoldingLimit: Hashable, Sendable {
  /// How many; one number for all bars.
  public let count: ColumnProgram
  /// What is counted.
  public let period: StrategyPeriod

  /// Creates a limit.
  public init(count: ColumnProgram, period: StrategyPeriod) {
    self.count = count
    self.period = period
  }
}

/// How many units an entry takes.
public struct EntrySizeDefinition: Hashable, Sendable {
  /// What the amount means.
  public let mode: StrategySizing
  /// The amount on the bar that decides the entry; `nil` for all equity.
  public let amount: ColumnProgram?

  /// Creates a size.
  public init(mode: StrategySizing, amount: ColumnProgram?) {
    self.mode = mode
    self.amount = amount
  }
}

/// An order that depends on the account.
public struct OrderDefinition: Hashable, Sendable {
  /// The units; positive buys, negative sells.
  public let units: ColumnProgram
  /// When it is given.
  public let condition: ColumnProgram

  /// Creates an order.
  public init(units: ColumnProgram, when condition: ColumnProgram) {
    self.units = units
    self.condition = condition
  }
}
