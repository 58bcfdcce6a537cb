extension ColumnFunction {
  /// Functions that are about the same thing, as the manual lists them.
  public struct Family: Sendable {
    /// What they are about, in a few words.
    public let title: String
    /// The functions in the order in which they are listed.
    public let functions: [ColumnFunction]

    /// Creates a family.
    init(_ title: String, _ functions: [ColumnFunction]) {
      self.title = title
      self.functions = functions
    }
  }
}
