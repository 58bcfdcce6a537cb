/// A move from an anchor price that is compared in decimals, both ends included.
///
/// 103 is exactly 3% above 100, and 96.9 is exactly 5% under 102; in binary neither need be.
/// Prices and threshold are therefore rounded to decimals and compared as whole numbers.
struct DecimalThreshold {
  private static let fractionScale = 1_000_000_000_000.0
  private let threshold: Int128

  /// Creates a threshold from a fraction, taken to twelve decimals.
  init(_ fraction: Double) {
    threshold = Int128((fraction * Self.fractionScale).rounded())
  }

  /// Whether a price is at least the threshold above the anchor.
  func isReached(byRiseTo price: Double, from anchor: Double) -> Bool {
    let (price, anchor) = Self.decimals(price, anchor)
    return price * Int128(Self.fractionScale) >= anchor * (Int128(Self.fractionScale) + threshold)
  }

  /// Whether a price is at least the threshold below the anchor.
  func isReached(byFallTo price: Double, from anchor: Double) -> Bool {
    let (price, anchor) = Self.decimals(price, anchor)
    return price * Int128(Self.fractionScale) <= anchor * (Int128(Self.fractionScale) - threshold)
  }

  /// Two prices as whole numbers of one decimal unit: ten decimals, fewer for prices whose ten
  /// decimals a double does not hold, and below none for prices that are larger still.
  private static func decimals(_ first: Double, _ second: Double) -> (Int128, Int128) {
    var scale = 10_000_000_000.0
    while max(abs(first), abs(second)) * scale > 0x1p53 { scale /= 10 }
    return (Int128((first * scale).rounded()), Int128((second * scale).rounded()))
  }
}
