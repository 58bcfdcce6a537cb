/// Where a prompt's lines come from: an editor, or a terminal that edits nothing.
protocol LineSource: AnyObject {
  /// Lines that other threads print.
  var notices: NoticeQueue { get }
  /// Reads one line after a prompt.
  func readLine(prompt: String) -> LineResult
  /// Adds a statement to the history, where there is one.
  func remember(_ statement: String)
}

/// How reading a line ended.
public enum LineResult: Hashable, Sendable {
  /// The line, which has several where text was pasted.
  case line(String)
  /// Ctrl-C: the line is dismissed.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfFile
}
