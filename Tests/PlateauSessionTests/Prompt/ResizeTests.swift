import Foundation
import Testing

/// A window that changes its size, while a line is edited and while a sweep reports.
@Suite(.serialized) struct ResizeTests {
  @Test func `a line is drawn anew in a narrower and in a wider window`() throws {
    let words = "note \"" + (1...12).map { "word\($0)" }.joined(separator: " ") + "\""
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing(words)
      terminal.settle()
      for columns in [30, 55, 100] {
        terminal.resize(columns: UInt16(columns))
        terminal.settle()
        let lines = terminal.screen.lines(from: "plateau> ")
        #expect(lines.count == (words.count + 9 + columns - 1) / columns, "\(columns): \(lines)")
        // A blank at the end of a row is not told from none.
        #expect(
          lines.joined().filter { $0 != " " } == "plateau> \(words)".filter { $0 != " " },
          "\(columns): \(lines)")
        #expect(
          terminal.screen.lines.filter { $0.contains("plateau> ") }.count == 1,
          "\(columns): \(terminal.screen.lines)")
      }
      try terminal.enter("", waitingFor: "noted")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a status line leaves nothing behind in a window that becomes narrower`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter(BackgroundTests.setUp, waitingFor: "P sma_cross> ")
      terminal.type("sweep force\r")
      try terminal.wait(for: "candidates/s")
      terminal.resize(columns: 40)
      try terminal.wait(for: "candidates/s")
      terminal.resize(columns: 90)
      try terminal.wait(for: "candidates/s")
      terminal.type("\u{3}")
      try terminal.wait(for: "r1 paused at ")
      try terminal.wait(for: "P sma_cross> ")
      terminal.settle()
      let litter = terminal.screen.lines.filter { $0.contains("candidates/s") }
      #expect(litter.isEmpty, "\(litter)")
      terminal.type("cancel\rquit\r")
      #expect(try terminal.exitStatus() == 0)
    }
  }
}
