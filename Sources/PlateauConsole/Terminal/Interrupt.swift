import CEditShim

/// Ctrl-C while a command runs: a flag that the command asks for between pieces of work.
///
/// Nothing is killed; work that sees the flag stops where it can go on later.
public enum Interrupt {
  /// Whether Ctrl-C was pressed since `begin()`; any thread may ask, at the cost of one load.
  public static var isRequested: Bool { interrupt_is_requested() != 0 }

  /// From here on Ctrl-C sets the flag, which starts unset.
  ///
  /// Calls do not nest.
  public static func begin() { interrupt_begin() }

  /// From here on Ctrl-C does what it did before `begin()`; the flag keeps what it says.
  public static func end() { interrupt_end() }

  /// From here on Ctrl-C does nothing but between `begin()` and `end()`: a prompt is never killed
  /// by one that comes between two lines.
  public static func ignoreOtherwise() { interrupt_ignore() }

  /// Runs work during which Ctrl-C sets the flag.
  ///
  /// - Parameter work: Asks `isRequested` between its pieces.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public static func during<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    begin()
    defer { end() }
    return try work()
  }
}
