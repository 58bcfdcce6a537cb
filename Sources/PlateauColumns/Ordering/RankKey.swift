extension Double {
  /// Whole numbers in the order of ranks: the better a score, the smaller; undefined comes last.
  func rankKey(maximizes: Bool) -> UInt64 {
    isNaN ? .max : maximizes ? ~sortKey : sortKey
  }
}
