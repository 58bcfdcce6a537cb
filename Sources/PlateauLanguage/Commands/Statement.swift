/// What a source holds next.
public enum Statement: Hashable, Sendable {
  /// A command that fits its signature.
  case command(CommandCall)
  /// A line `#= …`: the text after the sign, trimmed, and the bytes of the line.
  case expectation(String, Range<Int>)
  /// Text that is no command; reading goes on after it.
  case invalid(Diagnostic)
  /// The input ended inside a bracket or string, or after something that wants more.
  ///
  /// The diagnostic points at what was opened.
  case incomplete(Diagnostic)
  /// Nothing is left.
  case end
}
