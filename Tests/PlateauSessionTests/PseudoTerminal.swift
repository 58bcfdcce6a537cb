import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The built `plateau` at a terminal of its own, as a person would sit before it.
final class PseudoTerminal {
  private let terminal: Int32
  private let process: pid_t
  private var seen = ""
  private var isReaped = false

  /// Starts `plateau` with arguments in a terminal of 24 lines.
  init(_ arguments: [String] = [], columns: UInt16 = 80, home: URL) throws {
    var (outer, inner): (Int32, Int32) = (0, 0)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
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
    let words = [Binary.executable.path] + arguments
    let variables = ["HOME=\(home.path)", "TERM=xterm", "LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
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
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = write(terminal, &bytes, bytes.count)
  }

  /// Types a control character once a line is being edited; before that the terminal itself
  /// would take it.
  func typeWhileEditing(_ text: String) {
    for _ in 0..<1000 where isCooked { usleep(10_000) }
    type(text)
  }

  /// Sends a signal to the process.
  func signal(_ number: Int32) { kill(process, number) }

  /// Whether the terminal is in the state a shell leaves it in.
  var isCooked: Bool {
    var settings = termios()
    tcgetattr(terminal, &settings)
    return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Reads until a text appears after what was already waited for, and returns what came before.
  @discardableResult
  func wait(for text: String, seconds: Double = 30) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      if let found = seen.range(of: text) {
        let before = String(seen[..<found.lowerBound])
        seen = String(seen[found.upperBound...])
        return before
      }
      guard Date() < end, readMore() else {
        throw Failure.timeOut(waitingFor: text, seen: seen)
      }
    }
  }

  /// Waits for the end of the process and returns its exit status.
  func exitStatus(seconds: Double = 30) throws -> Int32 {
    let end = Date(timeIntervalSinceNow: seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date() < end else { throw Failure.timeOut(waitingFor: "the end", seen: seen) }
      _ = readMore()
    }
    isReaped = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Reads what has arrived, waiting a little; false when the terminal is closed.
  private func readMore() -> Bool {
    var poller = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, 50) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else { return false }
    seen += String(decoding: bytes[..<count], as: UTF8.self)
    return true
  }
}
