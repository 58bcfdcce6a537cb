import Foundation

/// How long a key waits for its echo while a sweep runs on all cores.
enum KeyEcho {
  /// The program, which is built beside this one.
  static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "plateau")

  struct NoTerminal: Error {}

  /// Seconds from each key to its echo.
  static func times(keys: Int) throws -> [Double] {
    var (outer, inner): (Int32, Int32) = (0, 0)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&outer, &inner, nil, nil, &size) == 0 else { throw NoTerminal() }
    defer { close(outer) }
    let home = FileManager.default.temporaryDirectory.appending(
      path: "plateau-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let process = Process()
    process.executableURL = executable
    process.environment = ["HOME": home.path, "TERM": "xterm", "LANG": "C.UTF-8"]
    let terminal = FileHandle(fileDescriptor: inner, closeOnDealloc: true)
    (process.standardInput, process.standardOutput, process.standardError) =
      (terminal, terminal, terminal)
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    var echo = Echo(terminal: outer)
    try echo.wait(for: "plateau> ")
    echo.type("generate B bars 4000 seed 1; window all; strategy sma_cross\r")
    try echo.wait(for: "B sma_cross> ")
    // A metric that takes every bar keeps both cores busy for longer than this lasts.
    echo.type(
      "set metrics +skew; set fast 2..300; set slow 301..1300; sweep background force\r")
    try echo.wait(for: "in the background")
    try echo.wait(for: "B sma_cross> ")
    Thread.sleep(forTimeInterval: 0.5)
    let times = try (0..<keys).map { key in
      let start = ContinuousClock.now
      let letter = ["x", "y"][key % 2]
      echo.type(letter)
      try echo.wait(for: letter)
      // A quick typist; not in step with any clock.
      defer { Thread.sleep(forTimeInterval: 0.02 + Double(key % 7) * 0.003) }
      // A short line, because a long one is drawn anew as a whole.
      defer { if key % 40 == 39 { echo.type("\u{15}") } }
      return (ContinuousClock.now - start) / .seconds(1)
    }
    echo.type("\u{15}runs\r")
    try echo.wait(for: "running")
    return times
  }

  /// One end of a terminal, with what has come and was not waited for.
  private struct Echo {
    let terminal: Int32
    private var seen = ""

    init(terminal: Int32) {
      self.terminal = terminal
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      _ = write(terminal, bytes, bytes.count)
    }

    /// Reads until a text has come.
    mutating func wait(for text: String) throws {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        if let found = seen.range(of: text) {
          seen = String(seen[found.upperBound...])
          return
        }
        var poller = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, 30_000) > 0 else { throw NoTerminal() }
        let count = read(terminal, &bytes, bytes.count)
        guard count > 0 else { throw NoTerminal() }
        seen += String(decoding: bytes[..<count], as: UTF8.self)
          .replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "")
      }
    }
  }
}
