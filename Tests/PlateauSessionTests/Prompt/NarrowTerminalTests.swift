import Foundation
import Testing

/// Terminals that are narrow, old, or told to be so.
@Suite(.serialized) struct NarrowTerminalTests {
  static let sweep =
    "generate P bars 300 seed 1; window all; strategy sma_cross; set fast 5..9; sweep"

  @Test(arguments: [40, 80, 200])
  func `a table keeps to the width and names what it leaves out`(columns: UInt16) throws {
    try PseudoTerminal.prompt(columns: columns) { terminal, _ in
      try terminal.enter(Self.sweep, waitingFor: "digest")
      try terminal.wait(for: "> ")
      let answer = try terminal.enter("top 3", waitingFor: "5 of 5").split(separator: "\r\n")
      let table = answer.drop { !$0.hasPrefix("rank") }
      #expect(table.count > 4)
      for line in table { #expect(line.count <= Int(columns), "\(line)") }
      #expect(answer.contains { $0.contains("not shown: ") })
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `COLUMNS is the width that counts`() throws {
    try PseudoTerminal.prompt(columns: 200, environment: ["COLUMNS": "40"]) { terminal, _ in
      try terminal.enter(Self.sweep, waitingFor: "digest")
      try terminal.wait(for: "> ")
      #expect(try terminal.enter("top 3", waitingFor: "5 of 5").contains("not shown: "))
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a terminal without UTF-8 gets ASCII`() throws {
    try PseudoTerminal.prompt(environment: ["LANG": "C"]) { terminal, _ in
      try terminal.enter(Self.sweep, waitingFor: "digest")
      try terminal.enter("top 3; series close last 300", waitingFor: "showing 40 of 300")
      terminal.settle()
      #expect(terminal.screen.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
      #expect(terminal.screen.lines.contains { $0.hasPrefix("----") })
      #expect(try terminal.quit() == 0)
    }
  }
}
