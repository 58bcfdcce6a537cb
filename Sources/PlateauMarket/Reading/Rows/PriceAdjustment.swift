/// Scales the prices of one bar so that its close becomes the adjusted close.
///
/// The adjusted close of a vendor accounts for dividends (and splits); open, high and low of the
/// same bar are scaled by adjusted close / close.
struct PriceAdjustment {
  let close: Double
  let adjustedClose: Double

  /// The scaled price.
  ///
  /// A price equal to the close becomes the adjusted close exactly, so that a bar that closed at
  /// its high still does.
  func callAsFunction(_ price: Double) -> Double {
    price == close ? adjustedClose : price * (adjustedClose / close)
  }
}
