/// What may follow a verb; parsing, help and completion all read it.
public indirect enum ArgumentPattern: Hashable, Sendable {
  /// A PATH or NAME: a string, or the bytes up to white space, `;` or `,`.
  case word(String, WordRole, placeholder: String? = nil)
  /// A literal word or sign, in any case; it becomes a flag of that name.
  case keyword(String)
  /// One of these words.
  case choice(String, [String])
  /// A whole number.
  case count(String)
  /// A number, with a sign or a unit where one was typed.
  case number(String)
  /// An expression.
  case expression(String)
  /// VALUES: a list, a set, a range or a distribution.
  case values(String)
  /// A candidate: `17`, `best`, `rank 3`, `r2:17`.
  case candidate(String)
  /// A stretch of time: `all`, `last 1y`, `2015-01-01..2020-12-31`.
  case span(String)
  /// `NAME=VALUE`.
  case assignment(String)
  /// A string in double quotes.
  case text(String)
  /// The rest of the statement as it stands.
  case rest(String)
  /// A strategy block in braces.
  case strategyBlock(String)
  /// All of these, or nothing.
  case optional([ArgumentPattern])
  /// The first of these that the next word can begin.
  case oneOf([[ArgumentPattern]])
  /// One or more, separated by commas.
  case commaList(ArgumentPattern)
  /// One or more, separated by white space.
  case spaceList(ArgumentPattern)
  /// Clauses that each begin with a keyword: in any order, each at most once.
  case clauses([[ArgumentPattern]])
}

/// What a word names, which decides what completes it.
public enum WordRole: String, Hashable, Sendable {
  case path
  case symbol
  case newName
  case strategy
  case run
  case parameter
  case metric
  case setting
  case topic
  case other

  /// The word for it in a command's syntax.
  var placeholder: String {
    switch self {
    case .path: "PATH"
    case .topic: "TOPIC"
    case .run: "RUN"
    case .metric: "METRIC"
    case .parameter: "PARAMETER"
    case .setting: "SETTING"
    case .other: "WORD"
    case .symbol, .newName, .strategy: "NAME"
    }
  }

  /// Signs that end a word of this role besides white space, `;` and `,`: a path may hold them,
  /// a name that `=` or a block can follow may not.
  var stops: [UInt8] {
    switch self {
    case .newName, .strategy, .parameter, .metric, .setting:
      [UInt8(ascii: "="), UInt8(ascii: "{")]
    case .path, .symbol, .run, .topic, .other: []
    }
  }
}
