extension Double {
  /// What TA-Lib takes for zero where it divides.
  static let negligible = 1e-14

  /// The value moved to the nearest end of a range that it has left; undefined stays undefined.
  ///
  /// - Parameter range: What the value may be; a rounding error can carry it beyond.
  /// - Returns: A value within the range, or `nan`.
  func kept(within range: ClosedRange<Double>) -> Double {
    isNaN ? .nan : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
