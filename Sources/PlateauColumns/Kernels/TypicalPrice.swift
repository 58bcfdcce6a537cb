/// The typical price of every bar: the mean of its high, low and close.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
/// - Returns: A column of as many rows, undefined where one of the three is.
func typicalPrices(high: [Double], low: [Double], close: [Double]) -> [Double] {
  high.indices.map { row in (high[row] + low[row] + close[row]) / 3 }
}

/// Three times the typical price of every bar, so that equal decimals are equal numbers.
///
/// Where the three prices have at most eight decimals their sum is that of whole numbers, rounded
/// once. For what depends on proportions only.
///
/// - Parameters:
///   - high: The highest price of every bar.
///   - low: The lowest price of every bar.
///   - close: The last price of every bar.
/// - Returns: A column of as many rows, undefined where one of the three is.
func tripleTypicalPrices(high: [Double], low: [Double], close: [Double]) -> [Double] {
  let scale = 1e8
  return high.indices.map { row in
    let prices = SIMD4(high[row], low[row], close[row], 0)
    let whole = (prices * scale).rounded(.toNearestOrAwayFromZero)
    // Each bar by itself: a value may not depend on what comes after it.
    guard whole / scale == prices, whole.max() < 0x1p51, whole.min() > -0x1p51 else {
      return high[row] + low[row] + close[row]
    }
    return whole.sum() / scale
  }
}
