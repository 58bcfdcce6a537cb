/// The history of one prompt beside others that write to the same file.
struct SharedHistory {
  private let file: HistoryFile?
  private var place: Int?
  /// Entries of this prompt that will come back from the file.
  private var own: [String] = []

  /// The history in a file; with `nil` there is none.
  init(_ file: HistoryFile?) {
    self.file = file
  }

  /// Writes an entry of this prompt.
  mutating func append(_ entry: String) {
    guard let file else { return }
    if file.append(entry) { own.append(entry) }
  }

  /// The entries that came since the last call, without those of this prompt; at first, all.
  mutating func takeNew() -> [String] {
    guard let file else { return [] }
    let piece = file.piece(after: place)
    place = piece.end
    return piece.entries.filter { entry in
      guard let index = own.firstIndex(of: entry) else { return true }
      own.remove(at: index)
      return false
    }
  }
}
