import PlateauColumns
import PlateauSearch

/// The parameters and settings that changed nothing although they had several values.
enum InertParameters {
  /// The names of domains on which no result depends: whatever the values of the others, all
  /// metrics are the same for each of theirs.
  ///
  /// - Complexity: O(rows) a domain, and far less for one that matters: the first difference
  ///   settles it.
  static func names(
    in result: StudyResult, of space: ParameterSpace, _ places: GridPlaces
  ) -> [String] {
    let metrics = result.table.columns.dropFirst(result.parameterCount).map(\.values)
    return space.domains.indices.filter { domain in
      guard space.domains[domain].values.count > 1, space.domains[domain].name != "symbol" else {
        return false
      }
      var (isInert, isCompared) = (true, false)
      places.forEachPair(in: domain) { row, other in
        for values in metrics where !isSame(values[row], values[other]) {
          isInert = false
          return false
        }
        isCompared = isCompared || metrics.contains { !$0[row].isNaN }
        return true
      }
      return isInert && isCompared
    }.map { space.domains[$0].name }
  }

  private static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || (left.isNaN && right.isNaN)
  }
}
