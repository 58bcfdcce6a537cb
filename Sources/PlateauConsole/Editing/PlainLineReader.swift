import Foundation

/// Lines of a terminal that cannot move its cursor (`TERM=dumb`), or of a user who wants it plain.
///
/// The terminal itself edits the line; there is no history.
final class PlainLineReader: LineSource {
  let notices = NoticeQueue { print($0) }

  func readLine(prompt: String) -> LineResult {
    // Once the prompt can be seen, Ctrl-C counts.
    Interrupt.during {
      write(prompt)
      return Self.waitForLine()
    }
  }

  func remember(_ statement: String) {}

  private func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  /// The next line of standard input; Ctrl-C while waiting dismisses it.
  static func waitForLine() -> LineResult {
    while true {
      if Interrupt.isRequested {
        print()
        return .interrupted
      }
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      // A signal ends the wait as well; reading would then not see Ctrl-C.
      guard poll(&input, 1, 50) > 0 else { continue }
      if Interrupt.isRequested { continue }
      return Swift.readLine().map { .line($0) } ?? .endOfFile
    }
  }
}
