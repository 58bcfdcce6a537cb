import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The built `plateau` at a terminal of its own, as a person would sit before it.
final class PseudoTerminal {
  /// What a person would see now.
  private(set) var screen: TerminalScreen
  private let terminal: Int32
  private let process: pid_t
  /// What came, without colours, and how much of it was waited for.
  private var seen: [UInt8] = []
  private var colorless = ColorFilter()
  /// Whether anything was coloured.
  private(set) var hasColor = false
  private var waited = 0
  private var isReaped = false

  /// Starts a program in a terminal of its own.
  ///
  /// - Parameters:
  ///   - arguments: Arguments of `plateau`.
  ///   - program: Another program and its arguments instead.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  ///   - home: The user's folder.
  ///   - environment: Variables beside those of a plain terminal with UTF-8; empty removes one.
  /// - Throws: When there is no terminal to be had or the program cannot be started.
  init(
    _ arguments: [String] = [], program: [String]? = nil, columns: UInt16 = 80, rows: UInt16 = 24,
    home: URL, environment: [String: String] = [:]
  ) throws {
    screen = TerminalScreen(columns: Int(columns), rows: Int(rows))
    var (outer, inner): (Int32, Int32) = (0, 0)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&outer, &inner, &name, nil, &size) == 0 else { throw Failure.noTerminal }
    _ = fcntl(outer, F_SETFD, FD_CLOEXEC)
    terminal = outer
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened after the new session begins, the terminal becomes the controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, inner)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own, with the signals of a fresh shell: not those of the test runner.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    #if canImport(Darwin)
      let ownSession = Int16(POSIX_SPAWN_SETSID)
    #else
      let ownSession: Int16 = 0x80
    #endif
    posix_spawnattr_setflags(
      &attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let words = program ?? [Binary.executable.path] + arguments
    let variables = [
      "HOME": home.path, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      // Swift's own report of a crash would wait for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }.filter { !$1.isEmpty || $0 == "PLATEAU_PAGER" }
      .map { "\($0)=\($1)" }
    var argv = words.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { (argv + environment).forEach { free($0) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, words[0], &actions, &attributes, &argv, &environment)
    close(inner)
    guard status == 0 else { throw Failure.noProcess }
    process = child
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(terminal)
  }

  enum Failure: Error {
    case noTerminal
    case noProcess
    case timeOut(waitingFor: String, seen: String)
  }

  /// Types characters; `\r` is Enter, `\u{3}` is Ctrl-C.
  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Types bytes as they are.
  func type(bytes: [UInt8]) {
    var bytes = bytes[...]
    // Many keys fill the terminal's queues, unless what comes back is taken.
    while !bytes.isEmpty {
      var poller = pollfd(fd: terminal, events: Int16(POLLOUT | POLLIN), revents: 0)
      guard poll(&poller, 1, 5000) > 0 else { return }
      if poller.revents & Int16(POLLIN) != 0, !readMore() { return }
      guard poller.revents & Int16(POLLOUT) != 0 else { continue }
      let count = Array(bytes.prefix(256)).withUnsafeBytes {
        write(terminal, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Starts a prompt in an empty home, which goes away afterwards.
  ///
  /// - Parameters:
  ///   - arguments: Arguments of `plateau`.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  ///   - environment: Variables beside those of a plain terminal.
  ///   - files: Files of the home by name.
  ///   - body: Given the terminal once the first prompt stands there, and the home.
  /// - Throws: What the body throws, or when no prompt comes.
  static func prompt(
    _ arguments: [String] = [], columns: UInt16 = 80, rows: UInt16 = 24,
    environment: [String: String] = [:], files: [String: String] = [:],
    _ body: (PseudoTerminal, URL) throws -> Void
  ) throws {
    let home = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    for (name, text) in files { try Data(text.utf8).write(to: home.appending(path: name)) }
    let terminal = try PseudoTerminal(
      arguments, columns: columns, rows: rows, home: home, environment: environment)
    try terminal.wait(for: "a first tour")
    try terminal.wait(for: "> ")
    try body(terminal, home)
  }

  /// Leaves by `quit` and returns the status.
  func quit() throws -> Int32 {
    typeWhileEditing("quit\r")
    return try exitStatus()
  }

  /// Types a line, Enter, and returns what is shown up to a text.
  @discardableResult
  func enter(_ line: String, waitingFor text: String, seconds: Double = 20) throws -> String {
    type(line + "\r")
    return try wait(for: text, seconds: seconds)
  }

  /// Pastes a text as a terminal does that marks what is pasted.
  func paste(_ text: String) { typeWhileEditing("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Makes the window another size.
  func resize(columns: UInt16, rows: UInt16 = 24) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: Int(columns), rows: Int(rows))
  }

  /// Types a control character once a line is being edited; before that the terminal itself
  /// would take it.
  func typeWhileEditing(_ text: String) {
    for _ in 0..<1000 where isCooked { usleep(10_000) }
    type(text)
  }

  /// Reads until nothing has come for a moment.
  func settle(seconds: Double = 0.25) {
    var quietSince = Date()
    while Date().timeIntervalSince(quietSince) < seconds {
      let count = seen.count
      guard readMore() else { return }
      if seen.count != count { quietSince = Date() }
    }
  }

  /// Sends a signal to the process.
  func signal(_ number: Int32) { kill(process, number) }

  /// Whether the terminal was told last to mark what is pasted.
  var pastesAreMarked: Bool? {
    let on = lastPlace(of: Array("\u{1B}[?2004h".utf8)) ?? -1
    let off = lastPlace(of: Array("\u{1B}[?2004l".utf8)) ?? -1
    return on == off ? nil : on > off
  }

  private func lastPlace(of wanted: [UInt8]) -> Int? {
    guard seen.count >= wanted.count else { return nil }
    return (0...(seen.count - wanted.count)).last {
      seen[$0] == wanted[0] && seen[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Whether the terminal is in the state a shell leaves it in.
  var isCooked: Bool {
    var settings = termios()
    tcgetattr(terminal, &settings)
    return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Reads until a text appears after what was already waited for, and returns what came before.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    let wanted = Array(text.utf8)
    while true {
      if let place = place(of: wanted) {
        defer { waited = place + wanted.count }
        return String(decoding: seen[waited..<place], as: UTF8.self)
      }
      guard Date() < end, readMore() else {
        throw Failure.timeOut(
          waitingFor: text, seen: String(decoding: seen[waited...], as: UTF8.self))
      }
    }
  }

  private func place(of wanted: [UInt8]) -> Int? {
    guard seen.count - waited >= wanted.count else { return nil }
    return (waited...(seen.count - wanted.count)).first {
      seen[$0] == wanted[0] && seen[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  /// Waits for the end of the process and returns its exit status.
  func exitStatus(seconds: Double = 20) throws -> Int32 {
    let end = Date(timeIntervalSinceNow: seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < end else {
        throw Failure.timeOut(
          waitingFor: "the end", seen: String(decoding: seen[waited...], as: UTF8.self))
      }
      _ = readMore()
    }
    isReaped = true
    settle(seconds: 0.1)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Reads what has arrived, waiting a little; false when the terminal is closed.
  private func readMore() -> Bool {
    var poller = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, 50) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.feed(bytes[..<count])
    let plain = colorless.filter(bytes[..<count])
    hasColor = hasColor || plain.count < count
    seen += plain
    return true
  }
}

/// Takes the sequences of colours and weights out of what a terminal gets.
struct ColorFilter {
  private var sequence: [UInt8] = []

  mutating func filter(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for byte in bytes {
      if sequence.isEmpty, byte != 0x1B {
        kept.append(byte)
        continue
      }
      sequence.append(byte)
      let isOpening = sequence.count == 1 || (sequence.count == 2 && byte == UInt8(ascii: "["))
      let isArgument = sequence.count > 2 && (0x30...0x3F).contains(byte)
      guard !isOpening, !isArgument else { continue }
      if byte != UInt8(ascii: "m") || sequence.count < 3 { kept += sequence }
      sequence = []
    }
    return kept
  }
}
