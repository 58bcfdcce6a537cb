import CEditShim
public import PlateauWorkbench

/// A prompt's editor: history, search, completion and paste on a terminal.
///
/// An editor belongs to the thread that made it. Other threads speak through `notices`. The user's
/// `~/.editrc` is honoured; keys are Emacs' unless it says `bind -v`.
public final class LineEditor: LineSource {
  /// Lines that other threads print above the one being edited.
  public let notices: NoticeQueue
  /// Completes the word before the cursor (in bytes) when Tab is pressed; `nil` does nothing.
  public var complete: ((_ line: String, _ cursor: Int) -> Completion)?

  private var history: SharedHistory
  private let drawsUnicode: Bool
  private var editor: OpaquePointer?
  private var latest: String?

  /// Opens an editor on standard input and output, or `nil` where the terminal does not allow it.
  ///
  /// - Parameters:
  ///   - history: Where entries outlast the session; `nil` keeps them in memory.
  ///   - complete: The completion of the Tab key.
  public init?(
    history: HistoryFile?, complete: ((_ line: String, _ cursor: Int) -> Completion)? = nil
  ) {
    self.history = SharedHistory(history)
    self.complete = complete
    drawsUnicode = line_edit_use_utf8() != 0
    notices = NoticeQueue { print($0) }
    let callbacks = line_edit_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      complete: { LineEditor.from($0)?.completeWord() },
      wake: { LineEditor.from($0)?.printNotices() })
    guard let editor = line_edit_create("plateau", callbacks) else { return nil }
    self.editor = editor
    takeHistory()
  }

  deinit {
    if let editor { line_edit_destroy(editor) }
  }

  /// Reads one line.
  ///
  /// - Parameter prompt: The text before it; colour sequences in it count no columns.
  /// - Returns: The line without its line feed, or why there is none.
  public func readLine(prompt: String) -> LineResult {
    takeHistory()
    notices.setEditing(true)
    defer { notices.setEditing(false) }
    var line: UnsafePointer<CChar>?
    let marked = EditorPrompt.marked(prompt, unicode: drawsUnicode)
    switch line_edit_read(editor, marked, &line) {
    case LINE_EDIT_LINE: return .line(line.map { String(cString: $0) } ?? "")
    case LINE_EDIT_INTERRUPTED: return .interrupted
    default: return .endOfFile
    }
  }

  /// Adds a statement to the history, in memory and in the file.
  ///
  /// - Parameter statement: One or several lines; blank ones and repetitions are not kept.
  public func remember(_ statement: String) {
    guard statement != latest, statement.contains(where: { !$0.isWhitespace }) else { return }
    // What others said before comes before it, so that Up shows this prompt's own line first.
    takeHistory()
    latest = statement
    line_edit_remember(editor, statement)
    history.append(statement)
  }

  /// Makes what other prompts have added reachable by the arrow keys.
  private func takeHistory() {
    for entry in history.takeNew() {
      line_edit_remember(editor, entry)
      latest = entry
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  private func completeWord() {
    guard let complete else { return }
    var (length, cursor) = (Int32(0), Int32(0))
    guard let text = line_edit_text(editor, &length, &cursor) else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
    let line = String(decoding: bytes, as: UTF8.self)
    switch CompletionStep(complete(line, Int(cursor)), line: line, cursor: Int(cursor)) {
    case .nothing: break
    case .replace(let before, let after, let text):
      line_edit_replace(editor, Int32(before), Int32(after), text)
    case .list(let candidates):
      printAbove(
        CompletionListing.lines(
          candidates, width: Terminal.columns(of: 1) ?? 80, height: Terminal.rows(of: 1) ?? 24))
    }
  }

  private func printNotices() {
    let lines = notices.take()
    if !lines.isEmpty { printAbove(lines) }
  }

  private func printAbove(_ lines: [String]) {
    line_edit_begin_output(editor)
    for line in lines { print(line) }
    line_edit_end_output(editor)
  }
}
