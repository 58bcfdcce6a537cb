import PlateauMarket

/// The same rules by loops over every bar, as one would write them for a single candidate.
///
/// Averages are made beforehand from exact sums, as the fast tools do; the loops are not tuned.
final class PlainLoop: Sendable {
  private let open: [Double]
  private let high: [Double]
  private let low: [Double]
  private let close: [Double]
  /// Sums of closes in the smallest unit of the prices, which are whole.
  private let sums: [Int64]

  init(_ series: PriceSeries) {
    (open, high, low, close) = (series.open, series.high, series.low, series.close)
    var sums: [Int64] = [0]
    for value in series.close { sums.append(sums[sums.count - 1] + Int64((value * 1e6).rounded())) }
    self.sums = sums
  }

  /// Whether the fast average is above the slow one, where both are defined.
  private func isAbove(_ fast: Int, _ slow: Int, on bar: Int) -> Bool {
    guard bar + 1 >= slow else { return false }
    let (end, count) = (sums[bar + 1], Int64(slow))
    // Two quotients compared without dividing.
    return (end - sums[bar + 1 - fast]) * count > (end - sums[bar + 1 - slow]) * Int64(fast)
  }

  /// The total return of holding on the bars after those on which the fast average is above.
  func pairReturn(_ fast: Int, _ slow: Int, commission: Double) -> Double {
    var (cash, units, wasAbove) = (100_000.0, 0.0, false)
    for bar in 0..<close.count {
      if wasAbove, units == 0 {
        (units, cash) = (cash / (open[bar] * (1 + commission)), 0)
      } else if !wasAbove, units > 0 {
        (cash, units) = (units * open[bar] * (1 - commission), 0)
      }
      wasAbove = isAbove(fast, slow, on: bar)
    }
    return (cash + units * close[close.count - 1]) / 100_000 - 1
  }

  /// The total return of crossings with a stop and a target, filled at the close.
  func swingReturn(
    _ fast: Int, _ slow: Int, stop: Double, target: Double, commission: Double
  ) -> Double {
    var (cash, units) = (100_000.0, 0.0)
    var (stopLevel, targetLevel) = (0.0, 0.0)
    var wasAbove = isAbove(fast, slow, on: slow - 1)
    for bar in slow..<close.count {
      let above = isAbove(fast, slow, on: bar)
      if units > 0 {
        var price: Double?
        if open[bar] <= stopLevel || open[bar] >= targetLevel {
          price = open[bar]
        } else if low[bar] <= stopLevel {
          price = stopLevel
        } else if high[bar] >= targetLevel {
          price = targetLevel
        } else if !above, bar < close.count - 1 {
          price = close[bar]
        }
        if let price { (cash, units) = (units * price * (1 - commission), 0) }
      } else if above, !wasAbove, bar < close.count - 1 {
        (units, cash) = (cash / (close[bar] * (1 + commission)), 0)
        (stopLevel, targetLevel) = (close[bar] * (1 - stop), close[bar] * (1 + target))
      }
      wasAbove = above
    }
    return (cash + units * close[close.count - 1]) / 100_000 - 1
  }
}
