extension Session {
  /// The symbols in use as a prompt shows them: the first, and how many more; `nil` for none.
  public var promptSymbols: String? {
    guard let first = state.symbolsInUse.first else { return nil }
    let more = state.symbolsInUse.count - 1
    return more > 0 ? "\(first)+\(more)" : first
  }

  /// The strategy as a prompt shows it, or `nil`.
  public var promptStrategy: String? { state.strategyName }

  /// Whether a script is being executed.
  public var isRunningScript: Bool { !openScripts.isEmpty }

  /// Makes the present state the one where `undo` ends.
  ///
  /// A start file sets up what a user begins with; it is not what the user did.
  public func forgetPast() {
    past = []
    future = []
  }
}
