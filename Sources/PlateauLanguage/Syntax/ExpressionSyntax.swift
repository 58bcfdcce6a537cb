public import PlateauColumns

/// An expression as it was typed: names are not yet looked up and nothing is checked.
public struct ExpressionSyntax: Hashable, Sendable {
  /// What the expression is made of.
  public indirect enum Kind: Hashable, Sendable {
    /// A number with its unit.
    case number(NumberLiteral)
    /// A name, dotted parts included.
    case name(String)
    /// A string.
    case text(String)
    /// `-x`, `not x`.
    case unary(UnaryOperation, ExpressionSyntax)
    /// Arithmetic, a comparison, `and`, `or`.
    case binary(BinaryOperation, ExpressionSyntax, ExpressionSyntax)
    /// `a crosses above b`, `a crosses below b`.
    case crosses(CrossingDirection, ExpressionSyntax, ExpressionSyntax)
    /// `sma(close, 20)`.
    case call(String, [ExpressionSyntax])
    /// `close[1]`: the value a number of bars ago.
    case lookBack(ExpressionSyntax, bars: ExpressionSyntax)
    /// `sharpe[bear]`: a name with a word in brackets and the bytes of that word.
    case labelled(name: String, label: String, labelRange: Range<Int>)
  }

  /// What the expression is made of.
  public let kind: Kind
  /// The bytes it was read from.
  public let range: Range<Int>
  /// The most steps from here down to a name or a number; bounded, so recursion is safe.
  let depth: Int

  /// Creates an expression.
  init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
    depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
  }

  /// The name, if the expression is nothing but a name.
  public var name: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// The name or string, if the expression is nothing but one.
  var word: String? {
    switch kind {
    case .name(let name): name
    case .text(let text): text
    default: nil
    }
  }
}

/// The way in which one value passes another.
public enum CrossingDirection: String, Hashable, Sendable {
  case above
  case below
}

extension ExpressionSyntax.Kind {
  /// The expressions this one is made of, in order.
  var parts: [ExpressionSyntax] {
    switch self {
    case .number, .name, .text, .labelled: []
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right), .crosses(_, let left, let right): [left, right]
    case .call(_, let arguments): arguments
    case .lookBack(let value, let bars): [value, bars]
    }
  }
}
