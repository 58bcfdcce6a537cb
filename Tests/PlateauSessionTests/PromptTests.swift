import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The prompt through a pseudo-terminal.
@Suite(.serialized) struct PromptTests {
  /// A home folder that nothing has been written to.
  private func home() throws -> URL { try Binary.temporaryFolder() }

  @Test func `the prompt greets, shows what is chosen, and leaves on Ctrl-D`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "sessions/quickstart.plateau")
    try terminal.wait(for: "plateau> ")
    terminal.type("generate P bars 300 seed 1\r")
    try terminal.wait(for: "synthetic")
    try terminal.wait(for: "P> ")
    terminal.type("strategy sma_cross\r")
    try terminal.wait(for: "P sma_cross> ")
    terminal.typeWhileEditing("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.isCooked)
  }

  @Test func `Ctrl-C dismisses a line and an open brace`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "plateau> ")
    terminal.typeWhileEditing("note \"never")
    terminal.type("\u{3}")
    try terminal.wait(for: "plateau> ")
    terminal.type("strategy mine {\r")
    try terminal.wait(for: "... ")
    terminal.type("buy when close > 1\r")
    try terminal.wait(for: "... ")
    terminal.typeWhileEditing("\u{3}")
    try terminal.wait(for: "plateau> ")
    terminal.type("note\r")
    try terminal.wait(for: "no notes")
    terminal.type("quit 7\r")
    #expect(try terminal.exitStatus() == 7)
  }

  @Test func `a strategy can be typed over several lines`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "plateau> ")
    for line in ["strategy mine {", "  param n = 20", "  buy when close > sma(close, n)"] {
      terminal.type(line + "\r")
      try terminal.wait(for: "... ")
    }
    terminal.type("  sell when close < sma(close, n) }\r")
    try terminal.wait(for: "strategy mine: n 20")
    try terminal.wait(for: "mine> ")
    terminal.type("quit\r")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func `history outlasts a session, statement by statement`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    for expected in [nil, "note \"remember me\""] {
      let terminal = try PseudoTerminal(home: home)
      try terminal.wait(for: "plateau> ")
      if let expected {
        terminal.type("\u{1B}[A\u{1B}[A")
        try terminal.wait(for: expected)
        terminal.type("\r")
        try terminal.wait(for: "noted")
      } else {
        terminal.type("note \"remember me\"\r")
        try terminal.wait(for: "noted")
      }
      try terminal.wait(for: "plateau> ")
      terminal.type("quit\r")
      #expect(try terminal.exitStatus() == 0)
    }
  }

  @Test func `Ctrl-C pauses a sweep, resume ends it, and nothing is lost`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    let setUp =
      "generate P bars 2000 seed 1; window all; strategy sma_cross; "
      + "set fast 2..120; set slow 130..400"
    try terminal.wait(for: "plateau> ")
    terminal.type(setUp + "\r")
    try terminal.wait(for: "P sma_cross> ")
    terminal.type("sweep\r")
    try terminal.wait(for: "candidates/s")
    terminal.type("\u{3}")
    try terminal.wait(for: "r1 paused at ")
    let done = try terminal.wait(for: " of 32,249 candidates")
    #expect(Int(done.replacing(",", with: "")).map { (1..<32_249).contains($0) } == true, "\(done)")
    terminal.type("resume\r")
    try terminal.wait(for: "digest", seconds: 120)
    let digest = try terminal.wait(for: "P sma_cross> ").trimmingCharacters(
      in: .whitespacesAndNewlines)
    terminal.type("quit\r")
    #expect(try terminal.exitStatus() == 0)
    let whole = try Binary.commands(setUp + "; sweep")
    #expect(whole.output.contains(digest.prefix(16)), "\(digest)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal leaves the terminal as it was`(number: Int32) throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "plateau> ")
    terminal.typeWhileEditing("x")
    #expect(!terminal.isCooked)
    terminal.signal(number)
    #expect(try terminal.exitStatus() != 0)
    #expect(terminal.isCooked)
  }

  @Test func `an error in the start file is told, and the rest of it is read`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    try Data("swep\ngenerate P bars 300 seed 1\n".utf8).write(
      to: home.appending(path: ".plateaurc"))
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: ".plateaurc:1:1: error: there is no command 'swep'")
    try terminal.wait(for: "P> ")
    terminal.typeWhileEditing("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    let bare = try PseudoTerminal(["--no-rc"], home: home)
    try bare.wait(for: "plateau> ")
    bare.typeWhileEditing("\u{4}")
    #expect(try bare.exitStatus() == 0)
  }

  @Test func `Ctrl-C between two lines does not end the session`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "plateau> ")
    terminal.signal(SIGINT)
    terminal.typeWhileEditing("quit 5\r")
    #expect(try terminal.exitStatus() == 5)
  }

  @Test func `Ctrl-C in a script that the prompt runs ends the script`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let script = home.appending(path: "s.plateau")
    try Data(
      """
      generate P bars 2000 seed 1; window all; strategy sma_cross
      set fast 2..300; set slow 301..900
      sweep force
      note "never reached"

      """.utf8
    ).write(to: script)
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "plateau> ")
    terminal.type("run \(script.path)\r")
    try terminal.wait(for: "candidates/s")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted")
    try terminal.wait(for: "P sma_cross> ")
    terminal.typeWhileEditing("note\r")
    try terminal.wait(for: "no notes")
    terminal.type("cancel\rquit 3\r")
    #expect(try terminal.exitStatus() == 3)
  }
}
