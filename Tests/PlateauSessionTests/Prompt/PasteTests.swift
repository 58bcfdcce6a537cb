import Foundation
import Testing

/// What is pasted is executed as if it had been typed, line by line, once Enter is pressed.
@Suite(.serialized) struct PasteTests {
  @Test func `pasted statements are answered in order`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter(
        "generate P bars 300 seed 1; strategy sma_cross", waitingFor: "sma_cross> ")
      terminal.paste("set fast 5..9\nset slow 20..30\n# a remark\n\nrequire fast < slow\n")
      terminal.type("\r")
      try terminal.wait(for: "fast 5..9: 5 values")
      try terminal.wait(for: "slow 20..30: 11 values; 55 combinations")
      try terminal.wait(for: "require fast < slow")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `an error in a paste stops the rest, which is named`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.paste("note \"one\"\nopen r9; note \"two\"\nnote \"three\"\nnote \"four\"")
      terminal.type("\r")
      try terminal.wait(for: "no run 'r9'")
      try terminal.wait(for: "not executed:")
      let left = try terminal.wait(for: "plateau> ")
      for text in ["two", "three", "four"] { #expect(left.contains("note \"\(text)\""), "\(left)") }
      let notes = try terminal.enter("note", waitingFor: "plateau> ")
      #expect(notes.contains("one") && !notes.contains("two"), "\(notes)")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a strategy can be pasted, and is one entry of the history`() throws {
    try PseudoTerminal.prompt { terminal, home in
      terminal.paste(
        "strategy mine {\n\tparam n = 20\n  buy when close > sma(close, n)\n}\nset n 5..9\n")
      terminal.type("\r")
      try terminal.wait(for: "strategy mine: n 20")
      try terminal.wait(for: "n 5..9: 5 values")
      try terminal.wait(for: "mine> ")
      #expect(try terminal.quit() == 0)
      let kept = try String(
        contentsOf: home.appending(path: ".local/state/plateau/history"), encoding: .utf8)
      #expect(
        kept.split(separator: "\n").map { $0.prefix(12) }
          == ["strategy min", "set n 5..9\\n", "quit\\n"].map { $0.prefix(12) })
    }
  }

  @Test func `wide characters are edited where they stand`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("note \"straße 日本\"")
      // Left over the quote and one wide character, and that before it is deleted.
      terminal.type("\u{1B}[D\u{1B}[D\u{7F}本")
      terminal.settle()
      #expect(terminal.screen.lines.last == "plateau> note \"straße 本本\"")
      try terminal.enter("", waitingFor: "noted")
      try terminal.wait(for: "plateau> ")
      #expect(try terminal.enter("note", waitingFor: "plateau> ").contains("straße"))
      #expect(terminal.screen.lines.contains { $0.contains("straße 本本") && !$0.contains(">") })
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a line of ten thousand characters is a line`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      let words = String(repeating: "0123456789", count: 1000)
      terminal.typeWhileEditing("note \"\(words)\"")
      terminal.settle(seconds: 1)
      terminal.type("\r")
      try terminal.wait(for: "noted")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `keys are those of vi where the user says so`() throws {
    try PseudoTerminal.prompt(files: [".editrc": "bind -v\n"]) { terminal, _ in
      terminal.typeWhileEditing("notX \"vi\"")
      terminal.settle()
      terminal.type("\u{1B}")
      terminal.settle()
      // In the command mode: to the start, to the X, and another character in its place.
      terminal.type("0lllre")
      terminal.settle()
      #expect(terminal.screen.lines.last == "plateau> note \"vi\"")
      try terminal.enter("", waitingFor: "noted")
      try terminal.wait(for: "plateau> ")
      terminal.typeWhileEditing("quit 4\r")
      #expect(try terminal.exitStatus() == 4)
    }
  }
}
