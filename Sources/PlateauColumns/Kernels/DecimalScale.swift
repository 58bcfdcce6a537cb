/// The power of ten that turns every value of a column into a whole number.
///
/// Prices are decimals. Sums of scaled whole numbers are exact, so two averages that are equal
/// as decimals compare equal; sums of the doubles themselves would not.
enum DecimalScale {
  /// Finds the smallest scale at which a column is whole.
  ///
  /// - Parameters:
  ///   - values: The column; undefined rows are passed over.
  ///   - length: The most values that will be summed; their sum must stay below 2^53.
  /// - Returns: A power of ten up to 10^10, or `nil` if none makes the column whole.
  /// - Complexity: O(values) for each scale tried; a scale is left at the first misfit.
  static func find(for values: [Double], summing length: Int) -> Double? {
    let largest = values.reduce(0) { $1.isNaN ? $0 : Swift.max($0, Swift.abs($1)) }
    var scale = 1.0
    for _ in 0...10 {
      guard largest * scale * Double(length) < 0x1p53 else { return nil }
      let isWhole = values.allSatisfy { value in
        value.isNaN || (value * scale).rounded() / scale == value
      }
      if isWhole { return scale }
      scale *= 10
    }
    return nil
  }
}
