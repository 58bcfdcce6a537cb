import Foundation
import Testing

/// A sweep that goes on while a person types.
@Suite(.serialized) struct BackgroundTests {
  /// A sweep that is still running whenever a test looks: millions of candidates.
  static let setUp =
    "generate P bars 4000 seed 1; window all; strategy sma_cross; "
    + "set fast 2..120; set slow 130..400; set commission 0.1%..10% step 0.1%"
  /// The candidates of that sweep, which `sweep force` starts.
  static let candidates = "3,224,900"

  @Test func `the end of a sweep is told above the line, wherever the cursor is in it`() throws {
    try PseudoTerminal.prompt(columns: 50) { terminal, _ in
      terminal.type(
        "generate P bars 2000 seed 1; window all; strategy sma_cross; set fast 2..60; "
          + "set slow 130..200\r")
      try terminal.wait(for: "P sma_cross> ")
      try terminal.enter("sweep background", waitingFor: "r1 runs in the background")
      try terminal.wait(for: "P sma_cross> ")
      // Three rows, with the cursor in the first.
      let text = "note \"" + String(repeating: "abcdefghi ", count: 11) + "\""
      terminal.typeWhileEditing(text + "\u{1}" + String(repeating: "\u{1B}[C", count: 6))
      try terminal.wait(for: "4,189 candidates in", seconds: 120)
      terminal.settle()
      terminal.type("X")
      terminal.settle()
      let shown = terminal.screen.lines(from: "P sma_cross> note")
      let expected = "P sma_cross> note \"X" + String(repeating: "abcdefghi ", count: 11) + "\""
      #expect(
        shown.joined().filter { $0 != " " } == expected.filter { $0 != " " }, "\(shown)")
      #expect(terminal.screen.lines.filter { $0.contains("P sma_cross> note") }.count == 1)
      let notice = try #require(terminal.screen.lines.firstIndex { $0.contains("r1: 4,189") })
      let line = try #require(terminal.screen.lines.firstIndex { $0.contains("> note") })
      #expect(notice < line)
      try terminal.enter("", waitingFor: "noted")
      try terminal.enter("runs", waitingFor: "finished")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `the best so far of a sweep in the background says that it is not all`() throws {
    try PseudoTerminal.prompt(columns: 160) { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P sma_cross> ")
      try terminal.enter("sweep background force", waitingFor: "P sma_cross> ")
      var answer = ""
      for _ in 0..<3000 where !answer.contains("kept") {
        usleep(20_000)
        answer = try terminal.enter("top 1", waitingFor: "P sma_cross> ")
      }
      #expect(
        answer.contains("r1 is running at ") && answer.contains("of \(Self.candidates)"),
        "\(answer)")
      try terminal.enter("pause", waitingFor: "r1 paused at ")
      try terminal.enter("cancel", waitingFor: "cancelled early")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `leaving a running sweep asks first`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P sma_cross> ")
      try terminal.enter("sweep background force", waitingFor: "P sma_cross> ")
      terminal.typeWhileEditing("quit\r")
      try terminal.wait(for: "r1 is still running. Quit and end it? [y/N] ")
      terminal.type("n\r")
      try terminal.wait(for: "'cancel r1' ends r1")
      try terminal.wait(for: "P sma_cross> ")
      terminal.typeWhileEditing("quit\r")
      try terminal.wait(for: "[y/N] ")
      terminal.type("y\r")
      #expect(try terminal.exitStatus() == 0)
    }
  }
}
