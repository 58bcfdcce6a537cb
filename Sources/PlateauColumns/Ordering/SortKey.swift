extension Double {
  /// Whole numbers in the order of the numbers; both zeros have one, and no number has the largest
  /// or the smallest.
  ///
  /// Meaningless for `nan`.
  var sortKey: UInt64 {
    let bits = (self + 0.0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Whole numbers in the order of the numbers, undefined first; equal for values that are the
  /// same: both zeros are, and all that is undefined.
  public var orderKey: UInt64 { isNaN ? 0 : sortKey }

  /// The number of a sort key.
  init(sortKey key: UInt64) {
    self.init(bitPattern: key >> 63 == 0 ? ~key : key & ~(1 << 63))
  }
}
