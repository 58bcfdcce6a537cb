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
    /// `reversal off`.
    case reversalOff
  }

  /// The words that begin statements, in the order in which one writes them.
  public static let words =
    ["param", "let"] + StrategyRule.allCases.map(\.rawValue)
    + StrategyLevel.allCases.map(\.rawValue) + ["exit", "reversal"]

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
