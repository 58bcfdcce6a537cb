import Foundation
import Testing

/// Answers longer than the screen, where the user has a pager.
@Suite(.serialized) struct PagerTests {
  private static let setUp = "generate P bars 300 seed 1; window all"

  @Test func `a long answer goes to the pager whole, a short one does not`() throws {
    let pager = ["PAGER": "false", "PLATEAU_PAGER": "sed 's/^/: /'"]
    try PseudoTerminal.prompt(environment: pager) { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P> ")
      let long = try terminal.enter("series close last 300", waitingFor: "P> ")
      #expect(!long.contains("showing"))
      #expect(long.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(": 20") }.count == 300)
      let short = try terminal.enter("data", waitingFor: "P> ")
      #expect(!short.split(whereSeparator: \.isNewline).contains { $0.hasPrefix(": ") })
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `without a pager a long answer is its head, its tail and a count`() throws {
    for environment in [[:], ["PAGER": "sed 's/^/: /'", "PLATEAU_PAGER": ""]] {
      try PseudoTerminal.prompt(environment: environment) { terminal, _ in
        try terminal.enter(Self.setUp, waitingFor: "P> ")
        let answer = try terminal.enter("series close last 300", waitingFor: "P> ")
        #expect(answer.contains("showing 40 of 300") && answer.contains("⋮"), "\(environment)")
        #expect(!answer.contains(": 20"))
        #expect(try terminal.quit() == 0)
      }
    }
  }

  @Test func `a reader who leaves early and Ctrl-C in the pager harm nothing`() throws {
    let pager = ["PAGER": "head -n 2; exec sleep 60"]
    try PseudoTerminal.prompt(environment: pager) { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P> ")
      terminal.type("series close last 300\r")
      try terminal.wait(for: "─")
      terminal.type("\u{3}")
      try terminal.wait(for: "P> ", seconds: 20)
      try terminal.enter("note", waitingFor: "no notes")
      terminal.type("quit 8\r")
      #expect(try terminal.exitStatus() == 8)
      #expect(terminal.isCooked)
    }
  }

  @Test func `a pager that cannot be started is told, and the answer is shown`() throws {
    try PseudoTerminal.prompt(environment: ["PAGER": "no-such-pager-here"]) { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P> ")
      terminal.type("series close last 300\r")
      try terminal.wait(for: "the pager 'no-such-pager-here' cannot be started")
      try terminal.wait(for: "showing 40 of 300")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `less is told to leave short answers and colours alone`() throws {
    try PseudoTerminal.prompt(environment: ["PAGER": "cat >&2; echo LESS is $LESS"]) {
      terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P> ")
      try terminal.enter("series close last 300", waitingFor: "LESS is FRX")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `the answers of a script that the prompt runs are not paged`() throws {
    let files = ["s.plateau": Self.setUp + "\nseries close last 300\n"]
    try PseudoTerminal.prompt(environment: ["PAGER": "sed 's/^/: /'"], files: files) {
      terminal, home in
      let answer = try terminal.enter("run \(home.path)/s.plateau", waitingFor: "P> ")
      #expect(answer.contains("showing 40 of 300"))
      #expect(try terminal.quit() == 0)
    }
  }
}
