import Foundation
import Testing

/// The Tab key at the prompt of the built program.
@Suite(.serialized) struct TabTests {
  /// A prompt in a home folder with some files, after some commands.
  private func prompt(
    columns: UInt16 = 80, after commands: String = "", _ body: (PseudoTerminal) throws -> Void
  ) throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let prices = Binary.root.appending(path: "datasets/synthetic-index_daily.csv")
    try FileManager.default.copyItem(at: prices, to: home.appending(path: "my prices.csv"))
    try FileManager.default.copyItem(at: prices, to: home.appending(path: "other.csv"))
    let terminal = try PseudoTerminal(columns: columns, home: home)
    try terminal.wait(for: "plateau> ")
    if !commands.isEmpty {
      terminal.typeWhileEditing("\(commands); note \"set up\"\r")
      try terminal.wait(for: "noted")
      try terminal.wait(for: "> ")
    }
    try body(terminal)
    terminal.typeWhileEditing("\u{3}")
    terminal.type("quit 9\r")
    #expect(try terminal.exitStatus() == 9)
  }

  private let data = "generate P bars 300 seed 1; window all"
  private let run =
    "generate P bars 300 seed 1; window all; strategy sma_cross; "
    + "set fast {5, 10}; sweep"

  @Test func `a verb and a path with spaces`() throws {
    try prompt { terminal in
      terminal.typeWhileEditing("loa\t~/my\t\r")
      try terminal.wait(for: "my prices: 2520 bars")
      terminal.typeWhileEditing("load \"~/my pr\t\r")
      try terminal.wait(for: "in place of the earlier one")
      terminal.typeWhileEditing("load ~/ot\tas INDEX\r")
      try terminal.wait(for: "INDEX: 2520 bars")
    }
  }

  @Test func `a symbol, a strategy, a parameter, and a setting with its value`() throws {
    try prompt(after: data) { terminal in
      terminal.typeWhileEditing("insp\tp\t\r")
      try terminal.wait(for: "synthetic")
      terminal.typeWhileEditing("strategy sma\t\r")
      try terminal.wait(for: "strategy sma_cross: fast 10")
      terminal.typeWhileEditing("set fas\t7\r")
      try terminal.wait(for: "fast 7\r\n")
      terminal.typeWhileEditing("set slip\t5bp\r")
      try terminal.wait(for: "slippage 5bp\r\n")
      terminal.typeWhileEditing("set mode mark\t\r")
      try terminal.wait(for: "mode markdown\r\n")
    }
  }

  @Test func `a metric in a filter, a run, a candidate and a help topic`() throws {
    try prompt(after: run) { terminal in
      terminal.typeWhileEditing("filter shar\t> -9\r")
      try terminal.wait(for: "2 of 2 rows kept")
      terminal.typeWhileEditing("ope\tr\t\r")
      try terminal.wait(for: "r1")
      terminal.typeWhileEditing("show bes\t\r")
      try terminal.wait(for: "omega_ratio")
      terminal.typeWhileEditing("help calm\t\r")
      try terminal.wait(for: "calmar_ratio | calmar")
    }
  }

  @Test func `a function and a name of one's own inside a strategy over several lines`() throws {
    try prompt(after: data) { terminal in
      terminal.typeWhileEditing("strategy mine {\r")
      try terminal.wait(for: "... ")
      terminal.typeWhileEditing("par\tlength = 20\r")
      try terminal.wait(for: "... ")
      terminal.typeWhileEditing("bu\twh\tclose > sm\tclose, leng\t)\r")
      try terminal.wait(for: "... ")
      terminal.typeWhileEditing("sell when close < 1 }\r")
      try terminal.wait(for: "strategy mine: length 20")
    }
  }

  @Test func `several candidates are listed with their meanings, aligned`() throws {
    try prompt { terminal in
      terminal.typeWhileEditing("set comm\t\t")
      try terminal.wait(for: "commission        0%: of notional, a side\r\n")
      try terminal.wait(for: "commission_fixed  0: an order\r\n")
      try terminal.wait(for: "> set commission")
    }
  }

  @Test func `in a narrow terminal meanings are cut to its width`() throws {
    try prompt(columns: 40) { terminal in
      terminal.typeWhileEditing("exp\t\t")
      try terminal.wait(for: "explain  show what a sweep would do, an…\r\n")
      try terminal.wait(for: "export   write the kept rows, or the be…\r\n")
      try terminal.wait(for: "> exp")
    }
  }

  @Test func `on an empty line Tab lists every command`() throws {
    try prompt { terminal in
      terminal.typeWhileEditing("\t")
      let listed = try terminal.wait(for: "plateau> ")
      for verb in ["load ", "sweep ", "quit"] { #expect(listed.contains(verb), "\(listed)") }
    }
  }

  @Test func `Tab in the middle of a word or line keeps what follows`() throws {
    try prompt(after: run) { terminal in
      terminal.typeWhileEditing("to 1 by calmar\u{1}\u{6}\u{6}\t\r")
      try terminal.wait(for: "showing 1 of 2")
      terminal.typeWhileEditing("describe\u{2}\u{2}\u{2}\t\r")
      try terminal.wait(for: "median")
      terminal.typeWhileEditing("top 1 by calm * 2\u{2}\u{2}\u{2}\u{2}\t\r")
      try terminal.wait(for: "showing 1 of 2")
    }
  }

  @Test func `where nothing fits, Tab does nothing`() throws {
    try prompt { terminal in
      terminal.typeWhileEditing("zzz\tz\r")
      try terminal.wait(for: "there is no command 'zzzz'")
      terminal.typeWhileEditing("load ~/nowhere/\t\r")
      try terminal.wait(for: "error")
    }
  }
}
