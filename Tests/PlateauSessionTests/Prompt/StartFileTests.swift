import Foundation
import Testing

/// `~/.plateaurc`: what a user begins with.
@Suite(.serialized) struct StartFileTests {
  @Test func `an error in the start file is told, and the rest of it is read`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    try Data("# mine\n\n  swep\ngenerate P bars 300 seed 1\n".utf8).write(
      to: home.appending(path: ".plateaurc"))
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait(for: "~/.plateaurc:3:3: error: there is no command 'swep'")
    try terminal.wait(for: "P> ")
    terminal.typeWhileEditing("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    let bare = try PseudoTerminal(["--no-rc"], home: home)
    try bare.wait(for: "plateau> ")
    bare.typeWhileEditing("\u{4}")
    #expect(try bare.exitStatus() == 0)
  }

  @Test func `a saved session holds what the start file has set`() throws {
    let files = [".plateaurc": "set commission 0.2%\n"]
    try PseudoTerminal.prompt(files: files) { terminal, home in
      terminal.type(
        "generate P bars 300 seed 1; window all; strategy sma_cross; set fast 5..9; sweep\r")
      try terminal.wait(for: "digest")
      try terminal.enter("save \(home.path)/s.plateau", waitingFor: "wrote")
      #expect(try terminal.quit() == 0)
      let script = try String(contentsOf: home.appending(path: "s.plateau"), encoding: .utf8)
      #expect(script.contains("set commission 0.2%"))
      let replayed = try Binary.run(["replay", "s.plateau", "--verify"], in: home)
      #expect(replayed.status == 0, "\(replayed.errors)")
    }
  }

  @Test func `undo and history do not go behind the start file`() throws {
    let files = [".plateaurc": "set commission 0.2%\n"]
    try PseudoTerminal.prompt(files: files) { terminal, _ in
      try terminal.enter("undo", waitingFor: "nothing to undo")
      try terminal.enter("note \"one\"; undo; undo", waitingFor: "nothing to undo")
      #expect(try !terminal.enter("history", waitingFor: "> ").contains("commission"))
      try terminal.enter("set", waitingFor: "0.2%")
      #expect(try terminal.quit() == 0)
    }
  }

  @Test func `a start file is not read by scripts, pipes and commands`() throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    try Data("note \"from the start file\"\n".utf8).write(to: home.appending(path: ".plateaurc"))
    try Data("note\n".utf8).write(to: home.appending(path: "s.plateau"))
    let environment = ["HOME": home.path]
    for outcome in [
      try Binary.run(["-c", "note"], environment: environment),
      try Binary.run([], input: "note\n", environment: environment),
      try Binary.run(["run", "s.plateau"], in: home, environment: environment),
      try Binary.run(["replay", "s.plateau"], in: home, environment: environment),
    ] {
      #expect(outcome.output.contains("no notes"))
    }
  }
}
