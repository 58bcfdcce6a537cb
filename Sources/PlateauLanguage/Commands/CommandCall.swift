/// A command with its arguments, checked against its signature.
public struct CommandCall: Hashable, Sendable {
  /// The verb as its signature spells it.
  public let verb: String
  /// What was typed, where it was only the beginning of the verb.
  public let abbreviatedFrom: String?
  /// The arguments in order of appearance.
  public let arguments: [Argument]
  /// The bytes of the statement.
  public let range: Range<Int>
  /// The statement's own text, without comments around it or in it; those of a block are kept.
  public let text: String

  /// The bytes of the first argument of a name.
  public func range(of name: String) -> Range<Int>? {
    arguments.first { $0.name == name }?.range
  }

  /// The first word of a name.
  public func word(_ name: String) -> String? { words(name).first }

  /// All words of a name.
  public func words(_ name: String) -> [String] {
    all(name) { if case .word(let word) = $0 { word } else { nil } }
  }

  /// Whether a keyword was there.
  public func flag(_ name: String) -> Bool {
    arguments.contains { $0.name == name && $0.value == .flag }
  }

  /// The chosen word.
  public func choice(_ name: String) -> String? {
    all(name) { if case .choice(let word) = $0 { word } else { nil } }.first
  }

  /// The whole number.
  public func count(_ name: String) -> Int? {
    all(name) { if case .count(let count) = $0 { count } else { nil } }.first
  }

  /// The number with its unit applied: 15% is 0.15.
  public func number(_ name: String) -> Double? {
    all(name) { if case .number(let value, _) = $0 { value } else { nil } }.first
  }

  /// The number as it was typed, without its sign.
  public func literal(_ name: String) -> NumberLiteral? {
    all(name) { if case .number(_, let literal) = $0 { literal } else { nil } }.first
  }

  /// The first expression of a name.
  public func expression(_ name: String) -> ExpressionSyntax? { expressions(name).first }

  /// All expressions of a name.
  public func expressions(_ name: String) -> [ExpressionSyntax] {
    all(name) { if case .expression(let expression) = $0 { expression } else { nil } }
  }

  /// The VALUES.
  public func values(_ name: String) -> ValuesSyntax? {
    all(name) { if case .values(let values) = $0 { values } else { nil } }.first
  }

  /// The first candidate of a name.
  public func candidate(_ name: String) -> CandidateSyntax? { candidates(name).first }

  /// All candidates of a name.
  public func candidates(_ name: String) -> [CandidateSyntax] {
    all(name) { if case .candidate(let candidate) = $0 { candidate } else { nil } }
  }

  /// The stretch of time.
  public func span(_ name: String) -> SpanSyntax? {
    all(name) { if case .span(let span) = $0 { span } else { nil } }.first
  }

  /// All assignments of a name.
  public func assignments(_ name: String) -> [AssignmentSyntax] {
    all(name) { if case .assignment(let assignment) = $0 { assignment } else { nil } }
  }

  /// The text of a string, or the rest of the statement.
  public func text(_ name: String) -> String? {
    all(name) { if case .text(let text) = $0 { text } else { nil } }.first
  }

  /// The strategy block.
  public func block(_ name: String) -> StrategySyntax? {
    all(name) { if case .block(let block) = $0 { block } else { nil } }.first
  }

  private func all<Wanted>(_ name: String, _ pick: (Argument.Value) -> Wanted?) -> [Wanted] {
    arguments.compactMap { $0.name == name ? pick($0.value) : nil }
  }
}
