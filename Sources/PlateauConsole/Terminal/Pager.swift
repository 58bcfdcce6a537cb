import CEditShim
import PlateauColumns

/// The program that shows answers longer than the screen.
struct Pager: Hashable, Sendable {
  /// A command of the shell.
  let command: String

  /// The user's pager: `PLATEAU_PAGER`, else `PAGER`; `nil` where that is empty or neither is set.
  init?(_ environment: TerminalEnvironment) {
    guard let command = environment.plateauPager ?? environment.pager,
      command.contains(where: { !$0.isWhitespace })
    else { return nil }
    self.command = command
  }

  /// Shows a text and waits until the reader leaves.
  ///
  /// - Returns: Whether the program could be started.
  func show(_ text: String) -> Bool {
    // The shell reports a program that it cannot find or start by these.
    let failures: Set<Int32> = [-1, 126, 127]
    return !failures.contains(terminal_pager_run(command, text, text.utf8.count))
  }

  /// Rows that a text takes on a terminal of so many columns.
  static func rows(of text: String, columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) {
      $0 + max(1, (String($1).displayWidth + columns - 1) / max(1, columns))
    }
  }
}
