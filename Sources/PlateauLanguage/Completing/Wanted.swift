/// One thing that may stand at the cursor.
public enum Wanted: Hashable, Sendable {
  /// A verb.
  case verb
  /// A word that names something; the argument is the pattern's name for it.
  case word(WordRole, argument: String)
  /// A literal word or sign, and how it goes on: `by`, `by EXPR`.
  case keyword(String, usage: String)
  /// One of a pattern's words.
  case choice([String], argument: String)
  /// A whole number.
  case count(argument: String)
  /// An operand of an expression: a name, a function, a number.
  case operand(argument: String)
  /// A word that is an operator: `and`, `crosses`.
  case operatorWord(String)
  /// What stands in brackets after a name: `[bear]`, `[1]`.
  case label(of: String)
  /// VALUES.
  case values(argument: String)
  /// One more value of a list or set.
  case item
  /// The amount after a word for what it means: `fraction 50%`.
  case amount(mode: String)
  /// A name after a `+`.
  case addedName
  /// A candidate; after `r2:` one of that run.
  case candidate(ofRun: Int?)
  /// A stretch of time.
  case span
  /// A length of time after `last`.
  case length
  /// The date that ends a stretch of time.
  case date
  /// The name of `NAME=VALUE`.
  case assignedName(argument: String)
  /// The value of `NAME=VALUE`.
  case assignedValue(of: String, argument: String)
  /// The first word of a statement in a strategy block.
  case blockStatement
}
