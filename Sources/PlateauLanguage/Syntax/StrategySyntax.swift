import PlateauColumns

/// A strategy block as it was typed.
public struct StrategySyntax: Hashable, Sendable {
  /// The statements in order.
  public let statements: [StrategyStatement]
  /// The bytes of the block, braces included.
  public let range: Range<Int>
  /// The block's own text with its braces and comments.
  public let text: String
}

/// One statement of a strategy block.
public struct StrategyStatement: Hashable, Sendable {
  /// What the statement says.
  public enum Kind: Hashable, Sendable {
    /// `param NAME = DEFAULT [in VALUES]`, with the bytes of the name.
    case parameter(String, Range<Int>, default: ExpressionSyntax, values: ValuesSyntax?)
    /// `let NAME = EXPR`, with the bytes of the name.
    case definition(String, Range<Int>, ExpressionSyntax)
    /// `buy when RULE` and its like.
    case rule(StrategyRule, ExpressionSyntax)
    /// `stop F`, `target F`, `trail F`.
    case level(StrategyLevel, ExpressionSyntax)
    /// `exit after N bars`.
    case exitAfter(ExpressionSyntax, StrategyPeriod)
    /// `exit at session end`.
    case exitAtSessionEnd
    /// `reversal off`.
    case reversalOff
    /// `size fraction F` and its like; `all_in` has no amount.
    case size(StrategySizing, ExpressionSyntax?)
    /// `order UNITS when RULE`.
    case order(units: ExpressionSyntax, when: ExpressionSyntax)
    /// `start SHARE`.
    case start(ExpressionSyntax)
    /// `fill close`, `fill next_open`.
    case fill(StrategyFill)
  }

  /// The words that begin statements, in the order in which one writes them.
  public static let words =
    ["param", "let"] + StrategyRule.allCases.map(\.rawValue)
    + StrategyLevel.allCases.map(\.rawValue)
    + ["exit", "size", "reversal", "order", "start", "fill"]

  /// What the statement says.
  public let kind: Kind
  /// The bytes it was read from.
  public let range: Range<Int>
}

/// What a rule decides.
public enum StrategyRule: String, Hashable, Sendable, CaseIterable {
  case buy
  case sell
  case short
  case cover
}

/// A price level that protects a position.
public enum StrategyLevel: String, Hashable, Sendable, CaseIterable {
  case stop
  case target
  case trail
}

/// What a holding limit counts.
public enum StrategyPeriod: String, Hashable, Sendable, CaseIterable {
  case bars
  case days

  /// The word for one of them.
  var singular: String { self == .bars ? "bar" : "day" }
}

/// How an entry's size is said.
public enum StrategySizing: String, Hashable, Sendable, CaseIterable {
  /// All equity.
  case allIn = "all_in"
  /// A fraction of equity.
  case fraction
  /// A fraction of equity that is lost at the stop.
  case risk
  /// An amount of money.
  case value
  /// A number of units.
  case units

  /// What the amount means; `nil` where there is none.
  var amountKind: ValueKind? {
    switch self {
    case .allIn: nil
    case .fraction, .risk: .fraction
    case .value: .money
    case .units: .number
    }
  }
}

/// When the orders of a strategy fill.
public enum StrategyFill: String, Hashable, Sendable, CaseIterable {
  /// At the close that decided them.
  case close
  /// At the open of the next bar.
  case nextOpen = "next_open"
}
