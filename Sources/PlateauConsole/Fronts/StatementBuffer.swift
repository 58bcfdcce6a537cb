import PlateauLanguage
import PlateauWorkbench

/// Cuts arriving lines into statements: an open brace or a continued line waits for more.
struct StatementBuffer {
  /// The lines of the latest statements, as typed.
  private(set) var text = ""
  /// Whether a statement has begun and needs more lines.
  private(set) var isContinuing = false
  /// The lines of the statement that needs more; empty when none does.
  var unfinishedText: String { isContinuing ? text : "" }
  /// Whether lines are typed, not piped: an unclosed string then goes on in the next line.
  private let isTyped: Bool
  /// Whether a string of the statement that is being read may run over lines.
  private var stringsRunOn = false
  private var ready: ArraySlice<ParsedStatement> = []
  /// Statements of `text` that were given out while the block of a broken one goes on.
  private var given = 0

  init(isTyped: Bool = false) {
    self.isTyped = isTyped
  }

  /// Forgets what has been typed of an unfinished statement, and what was not executed.
  mutating func clear() {
    text = ""
    isContinuing = false
    ready = []
    given = 0
  }

  /// Adds a line, without or with its line feed.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - isPasted: Whether it came with others at once: a string that begins in it then ends on
  ///     its line as in a script, so that a forgotten quote does not swallow the rest.
  mutating func append(_ line: String, isPasted: Bool = false) {
    if !isContinuing, given == 0 {
      text = ""
      stringsRunOn = isTyped && !isPasted
    }
    text += line.hasSuffix("\n") ? line : line + "\n"
    let statements = ParsedStatement.all(in: SourceText(text), isTyped: stringsRunOn)
    isContinuing = statements.last?.isIncomplete ?? false
    guard !isContinuing else { return }
    // The lines left of a broken statement's block belong to it. Whoever types sees the error when
    // the block is closed, and finds the whole of it in the history; in a pipe it comes at once.
    if isTyped, statements.last?.isInsideBlock ?? false {
      isContinuing = true
    } else if let broken = statements.firstIndex(where: \.isInsideBlock) {
      ready += statements[min(given, broken + 1)..<broken + 1]
      given = broken + 1
    } else {
      ready += statements.dropFirst(given)
      given = 0
    }
  }

  /// Whether a text of several lines can be read as a whole with its strings running over lines,
  /// as one from the history can; a paste with a forgotten quote cannot.
  static func isWhole(_ text: String) -> Bool {
    ParsedStatement.all(in: SourceText(text), isTyped: true).allSatisfy(\.isCommand)
  }

  /// The texts of the statements that wait.
  var waiting: [String] { ready.map(\.text) }

  /// Takes an unfinished statement for what it is: the input has ended.
  mutating func finish() {
    guard isContinuing || given > 0 else { return }
    ready += ParsedStatement.all(in: SourceText(text), isTyped: stringsRunOn).dropFirst(given)
    isContinuing = false
    given = 0
  }

  /// The next whole statement, or `nil` when more input is needed.
  mutating func next() -> ParsedStatement? {
    ready.popFirst()
  }
}
