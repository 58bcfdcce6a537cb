extension ArgumentPattern {
  /// The pattern as help shows it: `[by EXPR]`, `PATH…`, `on|off`.
  var syntax: String {
    switch self {
    case .word(_, let role, let placeholder): placeholder ?? role.placeholder
    case .keyword(let word): word
    case .choice(_, let words): words.joined(separator: "|")
    case .count: "N"
    case .number: "NUMBER"
    case .expression: "EXPR"
    case .values: "VALUES"
    case .candidate: "CANDIDATE"
    case .span: "SPAN"
    case .assignment: "NAME=VALUE"
    case .text: "\"TEXT\""
    case .rest(let name): name.uppercased()
    case .strategyBlock: "{ … }"
    case .optional(let patterns):
      if patterns.count == 1, case .oneOf(let alternatives) = patterns[0] {
        "[\(Self.syntax(ofAlternatives: alternatives))]"
      } else {
        "[\(Self.syntax(of: patterns))]"
      }
    case .oneOf(let alternatives): "(\(Self.syntax(ofAlternatives: alternatives)))"
    case .commaList(let item): item.syntax + ", …"
    case .spaceList(let item): item.syntax + "…"
    case .clauses(let clauses):
      clauses.map { "[\(Self.syntax(of: $0))]" }.joined(separator: " ")
    }
  }

  /// The name of the argument that the pattern reads, or `nil` where it may be several.
  var argumentName: String? {
    switch self {
    case .word(let name, _, _), .keyword(let name), .choice(let name, _), .count(let name),
      .number(let name), .expression(let name), .values(let name), .candidate(let name),
      .span(let name), .assignment(let name), .text(let name), .rest(let name),
      .strategyBlock(let name):
      name
    case .optional, .oneOf, .commaList, .spaceList, .clauses: nil
    }
  }

  /// Patterns one after the other.
  static func syntax(of patterns: [ArgumentPattern]) -> String {
    patterns.map(\.syntax).joined(separator: " ")
  }

  static func syntax(ofAlternatives alternatives: [[ArgumentPattern]]) -> String {
    alternatives.map { syntax(of: $0) }.joined(separator: " | ")
  }

  /// What is said to be missing where the pattern was wanted.
  var wanted: String {
    switch self {
    case .word(_, let role, let placeholder): placeholder ?? role.placeholder
    case .keyword(let word): "'\(word)'"
    case .choice(_, let words): words.map { "'\($0)'" }.alternatives
    case .count: "a whole number"
    case .number: "a number"
    case .expression: "an expression"
    case .values: "a value"
    case .candidate: "a candidate (17, best, rank 3 or r2:17)"
    case .span: "'all', 'last …' or a date"
    case .assignment: "NAME=VALUE"
    case .text: "a text in double quotes"
    case .rest(let name): name.uppercased()
    case .strategyBlock: "'{'"
    case .optional(let patterns): patterns.first?.wanted ?? "an argument"
    case .oneOf(let alternatives), .clauses(let alternatives):
      alternatives.compactMap { $0.first?.wanted }.alternatives
    case .commaList(let item), .spaceList(let item): item.wanted
    }
  }
}

extension ArgumentPattern {
  /// The literal words in the pattern, for suggestions.
  var literalWords: [String] {
    switch self {
    case .keyword(let word): [word]
    case .choice(_, let words): words
    case .optional(let patterns): patterns.flatMap(\.literalWords)
    case .oneOf(let alternatives), .clauses(let alternatives):
      alternatives.flatMap { $0.flatMap(\.literalWords) }
    case .commaList(let item), .spaceList(let item): item.literalWords
    default: []
    }
  }
}

extension [String] {
  /// The texts as `a, b or c`.
  var alternatives: String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
