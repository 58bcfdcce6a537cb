import PlateauLanguage
import PlateauWorkbench

/// Cuts arriving lines into statements: an open brace or a continued line waits for more.
struct StatementBuffer {
  /// The lines of the latest statements, as typed.
  private(set) var text = ""
  /// Whether a statement has begun and needs more lines.
  private(set) var isContinuing = false
  private var ready: [ParsedStatement] = []

  /// Forgets what has been typed of an unfinished statement, and what was not executed.
  mutating func clear() {
    text = ""
    isContinuing = false
    ready = []
  }

  /// Adds a line, without or with its line feed.
  mutating func append(_ line: String) {
    if !isContinuing { text = "" }
    text += line.hasSuffix("\n") ? line : line + "\n"
    let statements = ParsedStatement.all(in: SourceText(text))
    isContinuing = statements.last?.isIncomplete ?? false
    if !isContinuing { ready += statements }
  }

  /// Takes an unfinished statement for what it is: the input has ended.
  mutating func finish() {
    guard isContinuing else { return }
    ready += ParsedStatement.all(in: SourceText(text))
    isContinuing = false
  }

  /// The next whole statement, or `nil` when more input is needed.
  mutating func next() -> ParsedStatement? {
    ready.isEmpty ? nil : ready.removeFirst()
  }
}
