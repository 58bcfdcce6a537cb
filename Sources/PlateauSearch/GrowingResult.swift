import PlateauColumns

/// The rows of a study that runs, to which batches are added while copies are being read.
///
/// A copy shares its memory with the rows, so that reading costs nothing; while one is in use,
/// batches wait, because adding them would copy every row there is.
struct GrowingResult {
  /// Held by each copy that is in use.
  final class Reader: Sendable {}

  /// Rows there will be, as far as is known.
  private let expected: Int
  private var result = StudyResult()
  private var waiting: [ResultBatch] = []
  private var reader = Reader()

  /// The number of rows, those that wait included.
  private(set) var count = 0
  /// The number of failed rows, those that wait included.
  private(set) var failureCount = 0

  /// Begins without rows.
  ///
  /// - Parameter expected: The rows there will be. More than a machine is likely to hold are not
  ///   prepared for.
  init(expecting expected: CandidateCount) {
    self.expected = Int(min(expected.value, 0x1p24))
  }

  /// Adds the rows of the next batch, or lets them wait for those who read.
  mutating func append(_ batch: ResultBatch) {
    waiting.append(batch)
    count += batch.candidates.rowCount
    failureCount += batch.failures.count
    if isKnownUniquelyReferenced(&reader) { addWaiting() }
  }

  /// A copy of all rows.
  ///
  /// - Complexity: O(1); O(rows) where batches wait for another reader.
  mutating func read() -> StudyResult {
    if !waiting.isEmpty {
      addWaiting()
      reader = Reader()
    }
    return result.read(by: reader)
  }

  private mutating func addWaiting() {
    for batch in waiting { result.append(batch, expecting: expected) }
    waiting.removeAll(keepingCapacity: true)
  }
}
