import CEditShim

/// Gives the terminal back as it was when the process ends by a signal or a crash.
enum TerminalGuard {
  /// Begins to watch, once for the process.
  static func install() { terminal_guard_install() }
}
