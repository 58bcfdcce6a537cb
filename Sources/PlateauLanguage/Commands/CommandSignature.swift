/// A command as data: parsing, help and completion all come from this one value.
public struct CommandSignature: Hashable, Sendable {
  /// The verb.
  public let verb: String
  /// Other names of the verb.
  public let aliases: [String]
  /// The group it is listed under: "data", "space".
  public let group: String
  /// One line of meaning.
  public let summary: String
  /// What may follow the verb.
  public let patterns: [ArgumentPattern]
  /// More lines for `help VERB`; may be empty.
  public let details: String
  /// Lines to try.
  public let examples: [String]
  /// Words to read on.
  public let related: [String]

  /// Creates a signature.
  public init(
    _ verb: String, aliases: [String] = [], group: String, summary: String,
    _ patterns: [ArgumentPattern] = [], details: String = "", examples: [String],
    related: [String] = []
  ) {
    self.verb = verb
    self.aliases = aliases
    self.group = group
    self.summary = summary
    self.patterns = patterns
    self.details = details
    self.examples = examples
    self.related = related
  }

  /// How the command is typed, such as `top [N] [by EXPR]`.
  public var syntax: String {
    patterns.isEmpty ? verb : "\(verb) \(ArgumentPattern.syntax(of: patterns))"
  }
}
