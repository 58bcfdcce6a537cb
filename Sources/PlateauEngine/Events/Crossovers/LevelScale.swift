import PlateauColumns

/// On every bar, the scale from the lowest to the highest value that columns take there.
///
/// Values on it become whole numbers of 16 bits in the same order. Values beyond its ends are held
/// at them; they come out equal to others there, and equal numbers are told apart by the values.
struct LevelScale {
  /// The value of the lowest level on each bar.
  let bases: [Double]
  /// Levels for each unit of value on each bar.
  let scales: [Double]

  /// Makes a scale that suits some columns and others between and near them.
  init(spanning columns: [[Double]], barCount: Int) {
    var (bases, scales): ([Double], [Double]) = ([], [])
    bases.reserveCapacity(barCount)
    scales.reserveCapacity(barCount)
    for bar in 0..<barCount {
      var (low, high) = (Double.infinity, -Double.infinity)
      for column in columns {
        // An undefined value fails both comparisons.
        if column[bar] < low { low = column[bar] }
        if column[bar] > high { high = column[bar] }
      }
      let span = high - low
      guard span > 0, span.isFinite else {
        bases.append(low.isFinite ? low : 0)
        scales.append(0)
        continue
      }
      // Room at both ends for columns that reach beyond those looked at.
      bases.append(low - span / 8)
      scales.append(65_534 / (span * 1.25))
    }
    self.bases = bases
    self.scales = scales
  }
}
