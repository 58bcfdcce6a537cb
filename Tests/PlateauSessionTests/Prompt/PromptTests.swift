import Foundation
import Testing

/// The prompt itself: what it shows, how it is left, and what it does without a clever terminal.
@Suite(.serialized) struct PromptTests {
  @Test func `the prompt greets, shows what is chosen, and leaves on Ctrl-D`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(home: home)
    let banner = try terminal.wait(for: "plateau> ")
    #expect(banner.contains("sessions/quickstart.plateau"))
    #expect(
      banner.split(separator: "\r\n").filter { !$0.hasPrefix("\u{1B}") }.count == 2, "\(banner)")
    try terminal.enter("generate P bars 300 seed 1", waitingFor: "P> ")
    try terminal.enter("strategy sma_cross", waitingFor: "P sma_cross> ")
    #expect(terminal.hasColor)
    terminal.typeWhileEditing("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.isCooked)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func `there is no colour where it is not wanted or not possible`(
    environment: [String: String]
  ) throws {
    try PseudoTerminal.prompt(environment: environment) { terminal, _ in
      terminal.type("generate P bars 300 seed 1\r")
      try terminal.wait(for: "P> ")
      terminal.type("data\r")
      try terminal.wait(for: "P> ")
      #expect(!terminal.hasColor)
      terminal.type("quit 3\r")
      #expect(try terminal.exitStatus() == 3)
    }
  }

  @Test func `plain text has a prompt, a continuation and Ctrl-C too`() throws {
    try PseudoTerminal.prompt(["--plain"], environment: ["LANG": "C"]) { terminal, _ in
      terminal.type("note \"never")
      try terminal.wait(for: "note \"never")
      terminal.type("\u{3}")
      try terminal.wait(for: "plateau> ")
      try terminal.enter("strategy mine {", waitingFor: "... ")
      try terminal.enter("buy when close > 1 }", waitingFor: "mine> ")
      #expect(!terminal.screen.lines.joined().contains("\u{1B}"))
      try terminal.enter("note", waitingFor: "no notes")
      terminal.type("quit 6\r")
      #expect(try terminal.exitStatus() == 6)
    }
  }

  @Test func `the lines of a statement stand below each other`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter("generate P bars 300 seed 1", waitingFor: "P> ")
      try terminal.enter("strategy sma_cross", waitingFor: "P sma_cross> ")
      terminal.typeWhileEditing("require fast <\r")
      try terminal.wait(for: "... ")
      terminal.typeWhileEditing("slow")
      terminal.settle()
      #expect(
        terminal.screen.lines.suffix(2) == ["P sma_cross> require fast <", "         ... slow"])
      terminal.type("\r")
      try terminal.wait(for: "require fast <")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a long name takes no more than a third of the line`() throws {
    let name = "an_instrument_with_a_very_long_name_that_goes_on"
    try PseudoTerminal.prompt(columns: 60) { terminal, _ in
      terminal.type("generate \(name) bars 300 seed 1; strategy volatility_balancing\r")
      try terminal.wait(for: "…> ")
      terminal.typeWhileEditing("x")
      terminal.settle()
      let line = terminal.screen.lines.last ?? ""
      #expect(line.hasPrefix("an_inst") && line.count <= 21, "\(line)")
      terminal.type("\u{3}")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `Ctrl-C dismisses a line and an open brace`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("note \"never")
      terminal.type("\u{3}")
      try terminal.wait(for: "plateau> ")
      try terminal.enter("strategy mine {", waitingFor: "... ")
      try terminal.enter("buy when close > 1", waitingFor: "... ")
      terminal.typeWhileEditing("\u{3}")
      try terminal.wait(for: "plateau> ")
      try terminal.enter("note", waitingFor: "no notes")
      terminal.type("quit 7\r")
      #expect(try terminal.exitStatus() == 7)
    }
  }

  @Test func `Ctrl-D in an open brace leaves the brace, then the prompt`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter("strategy mine {", waitingFor: "... ")
      terminal.typeWhileEditing("\u{4}")
      try terminal.wait(for: "plateau> ")
      terminal.typeWhileEditing("\u{4}")
      #expect(try terminal.exitStatus() == 0)
    }
  }

  @Test func `a strategy can be typed over several lines`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      for line in ["strategy mine {", "  param n = 20", "  buy when close > sma(close, n)"] {
        try terminal.enter(line, waitingFor: "... ")
      }
      try terminal.enter("  sell when close < sma(close, n) }", waitingFor: "strategy mine: n 20")
      try terminal.wait(for: "mine> ")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `remarks, blank lines and continued lines are as in scripts`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter("# a remark", waitingFor: "plateau> ")
      try terminal.enter("", waitingFor: "plateau> ")
      try terminal.enter("generate P bars 300 \\", waitingFor: "... ")
      try terminal.enter("seed 1; strategy sma_cross  # two on a line", waitingFor: "P sma_cross> ")
      terminal.type("quit 9\r")
      #expect(try terminal.exitStatus() == 9)
    }
  }

  @Test func `what was filled in is shown`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.type(
        "generate P bars 300 seed 1; window all; strategy sma_cross; set fast 5..9; sweep\r")
      try terminal.wait(for: "digest")
      try terminal.enter("top 2", waitingFor: "top 2 of r1 by sharpe_ratio")
      try terminal.enter("show", waitingFor: "show best: candidate")
      try terminal.enter("trades", waitingFor: "trades best: candidate")
      try terminal.enter("equity", waitingFor: "equity best: candidate")
      try terminal.enter("describe", waitingFor: "describe r1")
      try terminal.enter("failures", waitingFor: "failures of r1")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a command says how long it took when asked`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter("set timing on", waitingFor: "time: ")
      terminal.type(
        "generate P bars 300 seed 1; window all; strategy sma_cross; set fast 5..40; sweep\r")
      try terminal.wait(for: "digest")
      let time = try terminal.wait(for: " candidates a second")
      #expect(time.contains(/time: [0-9.]+ m?s, CPU [0-9.]+ m?s, [0-9,]+$/), "\(time)")
      #expect(try terminal.quit() == 0)
    }
  }
}
