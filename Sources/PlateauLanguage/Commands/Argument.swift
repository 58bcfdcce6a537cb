/// One argument of a command call: the pattern's name, what was typed, and where.
public struct Argument: Hashable, Sendable {
  /// What was typed.
  public enum Value: Hashable, Sendable {
    /// A word, without its quotes.
    case word(String)
    /// A keyword was there.
    case flag
    /// One of a pattern's words, as the pattern spells it.
    case choice(String)
    /// A whole number.
    case count(Int)
    /// A number with its unit.
    case number(Double, NumberLiteral)
    /// An expression.
    case expression(ExpressionSyntax)
    /// VALUES.
    case values(ValuesSyntax)
    /// A candidate.
    case candidate(CandidateSyntax)
    /// A stretch of time.
    case span(SpanSyntax)
    /// `NAME=VALUE`.
    case assignment(AssignmentSyntax)
    /// A string's text, or the rest of a statement.
    case text(String)
    /// A strategy block.
    case block(StrategySyntax)
  }

  /// The name the pattern gave it.
  public let name: String
  /// What was typed.
  public let value: Value
  /// The bytes it was read from.
  public let range: Range<Int>
}
