import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whatever ends or stops the process, the terminal is as the shell left it.
@Suite(.serialized) struct SignalTests {
  @Test(arguments: [
    SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGXCPU,
  ])
  func `a signal leaves the terminal as it was`(number: Int32) throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.typeWhileEditing("x")
      terminal.settle(seconds: 0.05)
      #expect(!terminal.isCooked)
      terminal.signal(number)
      let status = try terminal.exitStatus()
      #expect(status == 128 + number)
      #expect(terminal.isCooked)
      #expect(terminal.pastesAreMarked == false)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func `a signal during a sweep leaves no status line`(number: Int32) throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter(BackgroundTests.setUp, waitingFor: "P sma_cross> ")
      terminal.type("sweep force\r")
      try terminal.wait(for: "candidates/s")
      terminal.signal(number)
      let status = try terminal.exitStatus()
      #expect(status == 128 + number)
      #expect(terminal.isCooked)
      #expect(terminal.pastesAreMarked == false)
      let left = terminal.screen.lines.filter { $0.contains("candidates/s") }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `Ctrl-C between two lines does not end the session`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.signal(SIGINT)
      terminal.typeWhileEditing("quit 5\r")
      let status = try terminal.exitStatus()
      #expect(status == 5)
    }
  }

  @Test func `Ctrl-Z stops the process, and fg goes on with the line`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let shell =
      "set -m; '\(Binary.executable.path)'; stty -a | grep -o -e '-*icanon'; echo stopped; fg; echo back"
    let terminal = try PseudoTerminal(program: ["/bin/sh", "-c", shell], home: home)
    try terminal.wait(for: "plateau> ")
    terminal.typeWhileEditing("note \"kept")
    terminal.settle()
    terminal.type("\u{1A}")
    let state = try terminal.wait(for: "stopped")
    #expect(!state.contains("-icanon") && state.contains("icanon"), "\(state)")
    try terminal.wait(for: "plateau> note \"kept")
    terminal.typeWhileEditing("\"\r")
    try terminal.wait(for: "noted")
    try terminal.wait(for: "plateau> ")
    terminal.typeWhileEditing("quit\r")
    try terminal.wait(for: "back")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.isCooked)
  }

  @Test func `Ctrl-C pauses a sweep, and resume goes on where it stopped`() throws {
    try PseudoTerminal.prompt(columns: 160) { terminal, _ in
      let total = BackgroundTests.candidates
      func pausedAt() throws -> (text: String, count: Int) {
        try terminal.wait(for: "candidates/s")
        terminal.type("\u{3}")
        try terminal.wait(for: "r1 paused at ")
        let text = try terminal.wait(for: " of \(total) candidates")
        return (text, try #require(Int(text.replacing(",", with: ""))))
      }
      try terminal.enter(BackgroundTests.setUp, waitingFor: "P sma_cross> ")
      terminal.type("sweep force\r")
      let first = try pausedAt()
      #expect(first.count < 3_224_900)
      try terminal.wait(for: "'resume' goes on, 'cancel' ends it and keeps what is done")
      try terminal.enter("top 1", waitingFor: "r1 is paused at \(first.text) of \(total)")
      try terminal.wait(for: "P sma_cross> ")
      terminal.type("resume\r")
      #expect(try pausedAt().count > first.count)
      try terminal.enter("cancel", waitingFor: "cancelled early")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `Ctrl-C in a paste leaves the rest of it, which is named`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      terminal.paste(BackgroundTests.setUp + "\nsweep force\nnote \"after\"")
      terminal.type("\r")
      try terminal.wait(for: "candidates/s")
      terminal.type("\u{3}")
      try terminal.wait(for: "r1 paused at ")
      try terminal.wait(for: "not executed:")
      try terminal.enter("note", waitingFor: "no notes")
      terminal.type("cancel\rquit\r")
      #expect(try terminal.exitStatus() == 0)
    }
  }

  @Test func `Ctrl-C in a script that the prompt runs ends the script`() throws {
    let script = """
      \(BackgroundTests.setUp)
      sweep force
      note "never reached"

      """
    try PseudoTerminal.prompt(files: ["s.plateau": script]) { terminal, home in
      terminal.type("run \(home.path)/s.plateau\r")
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

  @Test func `Ctrl-C in a script ends the process with 130`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let terminal = try PseudoTerminal(
      ["-c", BackgroundTests.setUp + "; sweep force; note \"x\""], home: home)
    try terminal.wait(for: "candidates/s")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted")
    #expect(try terminal.exitStatus() == 130)
  }
}
