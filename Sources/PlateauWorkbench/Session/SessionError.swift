public import PlateauLanguage

/// An error of a command, with the text it was in: what a front prints, and the exit status.
public struct SessionError: Error, Sendable {
  /// What is wrong and where.
  public let diagnostic: Diagnostic
  /// The text that the diagnostic's range refers to.
  public let source: SourceText
  /// The exit status of a script that ends here.
  public let status: ExitStatus

  /// The message with place, line and caret.
  public var rendered: String { diagnostic.rendered(in: source) }
}

/// Exit statuses of DESIGN part 2.4.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  case commandFailed = 1
  case wrongUsage = 2
  case replayDiffers = 3
  case assertionFailed = 4
  case interrupted = 130
}

/// A fault with its own exit status, thrown by commands; the session adds the source.
struct StatusFault: Error {
  let diagnostic: Diagnostic
  let status: ExitStatus
}
