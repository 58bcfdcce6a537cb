import PlateauMarket

/// Which bars of the symbols that two sessions have in common are not the same.
enum PriceDifferences {
  /// One sentence a symbol whose prices differ, in the order of the first state.
  ///
  /// - Parameters:
  ///   - left: A state, and what it is called.
  ///   - right: The other.
  /// - Returns: Sentences; none where all prices are the same.
  /// - Complexity: O(bars).
  static func sentences(
    _ left: (state: SessionState, heading: String), _ right: (state: SessionState, heading: String)
  ) -> [String] {
    left.state.datasetsInUse.compactMap { dataset in
      let name = dataset.series.name
      guard let other = right.state.datasetsInUse.first(where: { $0.series.name == name }),
        other.series.fingerprint != dataset.series.fingerprint
      else { return nil }
      let difference = SeriesDifference(dataset.series, other.series)
      let parts = [
        changes(difference), extra(difference.onlyInFirst, in: left.heading),
        extra(difference.onlyInSecond, in: right.heading),
      ].compactMap { $0 }
      return parts.isEmpty ? nil : "\(name): \(parts.joined(separator: "; "))"
    }
  }

  private static func changes(_ difference: SeriesDifference) -> String? {
    guard let first = difference.firstChange else { return nil }
    let closes =
      first.firstClose == first.secondClose
      ? "its close, \(NumberText.shortest(first.firstClose)), is the same"
      : "close \(NumberText.shortest(first.firstClose)), then "
        + NumberText.shortest(first.secondClose)
    let count = difference.changedCount
    return count == 1
      ? "1 bar changed, \(first.time) (\(closes))"
      : "\(Wording.count(count)) bars changed, the first \(first.time) (\(closes))"
  }

  private static func extra(_ bars: SeriesDifference.Extra, in heading: String) -> String? {
    bars.first.map { first in
      bars.count == 1
        ? "1 bar only in \(heading), \(first)"
        : "\(Wording.count(bars.count)) bars only in \(heading), from \(first)"
    }
  }
}
