import Foundation

/// The built `plateau`, run with a time limit in a folder that it cannot leave by a relative path.
struct FuzzedProgram {
  /// How a run ended.
  struct Outcome {
    enum End: Equatable {
      case status(Int32)
      case signal(Int32)
      case timeLimit
    }
    let end: End
    let output: String
    let errors: String

    /// What is wrong with the end, or `nil`.
    var fault: String? {
      switch end {
      case .status: nil
      case .signal(let number): "ended by signal \(number): \(errors.suffix(300))"
      case .timeLimit: "did not end in time"
      }
    }
  }

  /// The folder that is everything to the program: working folder, home, and all files.
  let folder: URL
  /// Seconds a run may take.
  var limit = 120.0

  /// The executable, which is built beside this one.
  private static let executable =
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "plateau").path

  /// Runs the program.
  func run(_ arguments: [String], input: Data = Data()) throws -> Outcome {
    let files = ["in", "out", "err"].map { folder.appending(path: ".\($0)") }
    for file in files { try Data().write(to: file) }
    try input.write(to: files[0])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A limit on memory, so that no input can take the machine with it.
    process.arguments =
      ["-c", "ulimit -v 8000000; exec \"$0\" \"$@\"", Self.executable] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    let end = Date(timeIntervalSinceNow: limit)
    while process.isRunning, Date() < end { usleep(1000) }
    let isLate = process.isRunning
    if isLate { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      end: isLate
        ? .timeLimit
        : process.terminationReason == .uncaughtSignal ? .signal(status) : .status(status),
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// A file of the folder.
  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Removes all files.
  func clear() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.removeItem(at: file(name))
    }
  }
}
