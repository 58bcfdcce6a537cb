import Foundation
import PlateauWorkbench
import Testing

/// What a shell sees of the process: statuses, streams, and what is read from where.
@Suite struct ProcessTests {
  static let statuses: [(arguments: [String], status: Int32)] = [
    (["-c", "quit 4"], 4), (["-c", "help"], 0), (["-c", "swep"], 1), (["--nonsense"], 2),
    (["run", "nowhere.plateau"], 1), (["run"], 2), (["--version"], 0), (["--help"], 0),
    (["--threads", "0", "-c", "help"], 2), (["-c", "exit"], 0),
    (
      [
        "-c",
        "generate P bars 99 seed 1; window all; strategy buy_and_hold; sweep; assert kept > 5",
      ], 4
    ),
  ]

  @Test(arguments: statuses.indices)
  func `the exit status says how it went`(index: Int) throws {
    let (arguments, status) = Self.statuses[index]
    #expect(try Binary.run(arguments).status == status, "\(arguments)")
  }

  @Test func `a script stops at its first error, and goes on only when asked`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("swep\nnote \"after\"\nnote\n".utf8).write(to: folder.appending(path: "s.plateau"))
    let stopped = try Binary.run(["run", "s.plateau"], in: folder)
    #expect(stopped.status == 1 && stopped.output.isEmpty)
    #expect(stopped.errors.hasPrefix("s.plateau:1:1: error: there is no command 'swep'"))
    let gone = try Binary.run(["run", "--keep-going", "s.plateau"], in: folder)
    #expect(gone.status == 1 && gone.output.contains("after"))
  }

  @Test func `piped input has no prompt, no colour and no progress`() throws {
    let outcome = try Binary.run(
      [],
      input:
        "generate P bars 300 seed 1\nwindow all\nstrategy sma_cross\nset fast 5..9\nsweep\ntop 3\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("> ") && !outcome.output.contains("\u{1B}"))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\r"))
  }

  @Test func `statements may share a line, span lines, and carry remarks`() throws {
    let outcome = try Binary.run(
      [],
      input: """
        # a remark
        generate P bars 300 seed 1; window all   # another

        strategy sma_cross
        set fast {5,
                  10}
        set slow \\
          20
        require fast <
          slow
        sweep
        filter (sharpe > -9 and
                drawdown < 90%)

        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 of 2 rows kept"))
  }

  @Test func `the version is that of the records`() throws {
    #expect(try Binary.run(["--version"]).output == "plateau \(PlateauVersion.current)\n")
  }

  @Test func `a reader that goes away ends the process quietly`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Much more than a pipe holds.
    process.arguments = [
      "-c",
      "{ '\(Binary.executable.path)' -c 'generate P bars 20000 seed 1; window all; series close, open, high' 2>err; "
        + "echo $? >status; } | head -n 1 >out",
    ]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    let text = { (name: String) in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    // 128 and the number of SIGPIPE, as for other tools.
    #expect(try text("status") == "141\n")
    #expect(try text("err") == "")
  }
}
