/// What kind of mistake an error is about: a word that `help` has an entry for.
///
/// Several messages share a kind where the same explanation mends them. The raw value is what a
/// person types after `help`.
public enum ErrorKind: String, CaseIterable, Hashable, Sendable {
  // MARK: Reading a line

  /// No command has the word that a line begins with.
  case unknownCommand = "unknown-command"
  /// The beginning of a word that several commands share.
  case ambiguousCommand = "ambiguous-command"
  /// Something stands where nothing, or something else, may stand.
  case unexpectedText = "unexpected-text"
  /// Something that a command needs is not there.
  case missingArgument = "missing-argument"
  /// The same thing is said a second time.
  case givenTwice = "given-twice"
  /// Several values where there can be one.
  case oneValue = "one-value"
  /// A string, bracket or block that does not end.
  case unclosed
  /// A character that has no meaning in the language.
  case unreadableCharacter = "unreadable-character"
  /// Digits that are no number.
  case numberForm = "number-form"
  /// Digits that are no date or time.
  case dateForm = "date-form"
  /// More steps or nesting than an expression may have.
  case tooLong = "too-long"
  /// `a < b < c`.
  case comparisonChain = "comparison-chain"

  // MARK: Names

  /// No metric, parameter or series has a name.
  case unknownName = "unknown-name"
  /// No function has a name.
  case unknownFunction = "unknown-function"
  /// No parameter or setting has a name.
  case unknownSetting = "unknown-setting"
  /// No strategy has a name.
  case unknownStrategy = "unknown-strategy"
  /// No loaded prices have a name.
  case unknownSymbol = "unknown-symbol"
  /// No run has a name or number.
  case unknownRun = "unknown-run"
  /// No candidate has a number or rank.
  case unknownCandidate = "unknown-candidate"
  /// A word outside the few that are allowed.
  case unknownWord = "unknown-word"
  /// The manual has no entry of a name.
  case unknownTopic = "unknown-topic"
  /// A text that cannot be a name.
  case nameForm = "name-form"
  /// A name that something else has.
  case nameTaken = "name-taken"
  /// A name that cannot go while others use it.
  case inUse = "in-use"

  // MARK: Values

  /// One kind of thing where another is wanted.
  case typeMismatch = "type-mismatch"
  /// Too few or too many arguments of a function.
  case argumentCount = "argument-count"
  /// A series where one number is wanted, or the other way round.
  case fixedNumber = "fixed-number"
  /// A fraction where things are counted.
  case wholeNumber = "whole-number"
  /// A unit that does not fit.
  case unit
  /// A bare number above 1 where a percentage is meant.
  case percent
  /// A range that holds no values.
  case range
  /// A range whose step or count does not fit it.
  case step
  /// A number outside what is allowed.
  case outOfBounds = "out-of-bounds"
  /// More than can be counted, held or waited for.
  case tooLarge = "too-large"

  // MARK: Rules

  /// A rule that would see the future.
  case lookAhead = "look-ahead"
  /// Bars are asked of something that has none.
  case needsBars = "needs-bars"
  /// Statements that make no strategy together.
  case strategyRules = "strategy-rules"

  // MARK: What has to be there first

  /// No prices are loaded.
  case noPrices = "no-prices"
  /// No strategy is chosen.
  case noStrategy = "no-strategy"
  /// No sweep has run.
  case noRun = "no-run"
  /// No value of any parameter was set.
  case nothingToSweep = "nothing-to-sweep"
  /// The requirements leave nothing.
  case emptySpace = "empty-space"
  /// The window holds too few bars.
  case emptyWindow = "empty-window"
  /// The filters keep no row.
  case nothingKept = "nothing-kept"
  /// A metric that a run was swept without.
  case missingMetric = "missing-metric"
  /// A run that is not in the state that a command is for.
  case sweepState = "sweep-state"
  /// Nothing is left that could be taken back.
  case nothingToUndo = "nothing-to-undo"
  /// A calculation that cannot be done.
  case failedCalculation = "failed-calculation"
  /// Ctrl-C.
  case interrupted

  // MARK: Files and scripts

  /// There is no such file.
  case fileNotFound = "file-not-found"
  /// A file that cannot be read as what it is meant to be.
  case fileNotReadable = "file-not-readable"
  /// A file in which no prices can be found.
  case notAPriceFile = "not-a-price-file"
  /// A row of a price file that cannot be right.
  case badPrices = "bad-prices"
  /// A file that holds something else and would be lost.
  case fileExists = "file-exists"
  /// A file that cannot be written.
  case notWritable = "not-writable"
  /// A script that runs itself.
  case runsItself = "runs-itself"
  /// A line `#=` that says nothing that can be checked.
  case expectation
  /// A replay that comes to another result.
  case replayDiffers = "replay-differs"
  /// A condition of `assert` that does not hold.
  case assertion
}
