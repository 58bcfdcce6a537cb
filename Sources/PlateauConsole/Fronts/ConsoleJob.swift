/// What a process was asked to do.
public enum ConsoleJob: Sendable {
  /// Commands are typed or piped on standard input.
  case standardInput
  /// The text of `-c`.
  case commands(String)
  /// Script files, executed one after the other in one session; then, if asked, the prompt.
  case run([String], staysAtPrompt: Bool)
  /// A script to be replayed in a fresh session.
  case replay(String, verifies: Bool)
}

/// How a process was asked to do it.
public struct ConsoleOptions: Sendable {
  /// Whether `~/.plateaurc` is left out.
  public var skipsStartFile = false
  /// Whether output is plain: no colour, no characters beyond ASCII.
  public var isPlain = false
  /// Whether scripts go on after an error.
  public var keepsGoing = false
  /// Threads of a sweep; `nil` is one a core.
  public var threads: Int?

  /// Creates the options of a process without arguments.
  public init() {}
}
