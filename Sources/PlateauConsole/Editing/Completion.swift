/// What could stand in place of the word before the cursor.
public struct Completion: Hashable, Sendable {
  /// The first byte (UTF-8) of the word that is completed; the word ends at the cursor.
  public var start: Int
  /// Whole words, in the order in which they are listed.
  public var candidates: [String]
  /// What follows a word that is the only one: a space, or nothing after a folder.
  public var suffix: String

  /// Creates a completion.
  public init(start: Int, candidates: [String], suffix: String = " ") {
    self.start = start
    self.candidates = candidates
    self.suffix = suffix
  }

  /// No completion.
  public static let none = Completion(start: 0, candidates: [])
}
