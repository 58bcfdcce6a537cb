#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the process is connected to, and what may be drawn there.
public struct Terminal: Hashable, Sendable {
  /// Whether standard input is a terminal.
  public var readsTerminal: Bool
  /// Whether standard output is a terminal.
  public var writesTerminal: Bool
  /// Whether standard error is a terminal.
  public var reportsToTerminal: Bool
  /// Columns of standard output where it is a terminal, else 0.
  public var size: Int
  /// The environment variables that count.
  public var environment: TerminalEnvironment
  /// Whether the user asked for plain text (`--plain`).
  public var plain: Bool

  /// Creates a terminal from facts.
  public init(
    readsTerminal: Bool = false, writesTerminal: Bool = false, reportsToTerminal: Bool = false,
    size: Int = 0, environment: TerminalEnvironment = TerminalEnvironment(), plain: Bool = false
  ) {
    self.readsTerminal = readsTerminal
    self.writesTerminal = writesTerminal
    self.reportsToTerminal = reportsToTerminal
    self.size = size
    self.environment = environment
    self.plain = plain
  }

  /// The terminal of this process, as it is now.
  public static func current(plain: Bool = false) -> Terminal {
    let writesTerminal = isatty(STDOUT_FILENO) == 1
    return Terminal(
      readsTerminal: isatty(STDIN_FILENO) == 1, writesTerminal: writesTerminal,
      reportsToTerminal: isatty(STDERR_FILENO) == 1,
      size: writesTerminal ? columns(of: STDOUT_FILENO) ?? 80 : 0, environment: .current,
      plain: plain)
  }

  /// Columns of the terminal behind a file descriptor, or `nil` where there is none.
  static func columns(of descriptor: Int32) -> Int? {
    guard let size = size(of: descriptor), size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Rows of the terminal behind a file descriptor, or `nil` where there is none.
  static func rows(of descriptor: Int32) -> Int? {
    guard let size = size(of: descriptor), size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  private static func size(of descriptor: Int32) -> winsize? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }
}
