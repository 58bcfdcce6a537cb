/// What could stand in place of the word before the cursor.
public struct Completion: Hashable, Sendable {
  /// One text that fits.
  public struct Candidate: Hashable, Sendable {
    /// What stands in for the word, quotes included.
    public var text: String
    /// One line of meaning; may be empty.
    public var meaning: String
    /// What follows when it is the only one: a space, `(` after a function, nothing after a folder.
    public var suffix: String

    /// Creates a candidate.
    public init(_ text: String, _ meaning: String = "", suffix: String = " ") {
      self.text = text
      self.meaning = meaning
      self.suffix = suffix
    }
  }

  /// The first byte (UTF-8) of the word that is completed; the word ends at the cursor.
  public var start: Int
  /// What fits, in the order in which it is listed.
  public var candidates: [Candidate]

  /// Creates a completion.
  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }

  /// No completion.
  public static let none = Completion(start: 0, candidates: [])

  /// The same completion in a text that begins further on.
  ///
  /// - Parameter offset: The bytes left out.
  /// - Returns: The completion; none where the word begins among the bytes left out.
  public func after(_ offset: Int) -> Completion {
    start >= offset ? Completion(start: start - offset, candidates: candidates) : .none
  }
}
