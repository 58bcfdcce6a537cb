import PlateauColumns

/// Prices far from those around them that come back at once, as a mistyped price does.
///
/// - A close, or two in a row on one level, from which the next close comes back at least three
///   quarters of the way: the move is larger than 12 median absolute returns of the series and 10
///   of the 20 bars around it, and than 0.5%.
/// - A high above, or a low below, all of the bar's own open and close and the same price of both
///   neighbours: by more than 24 such returns, 10 of the bars around, and 1%.
///
/// The bars around decide with the series, so that a stormy month is not a list of mistakes.
enum PriceSpikes {
  private static let seriesReturns = 12.0
  private static let localReturns = 10.0
  private static let smallest = 0.005
  /// The bars on each side that show what is usual around a bar.
  private static let around = 10

  /// The prices summed up, or `nil` where there is none.
  ///
  /// - Complexity: O(bars).
  static func finding(in series: PriceSeries, lines: RowLines, usual: UsualReturn) -> Finding? {
    var found = Occurrences()
    var bar = 1
    while bar < series.count - 1 {
      if let length = excursion(at: bar, of: series.close, usual: usual) {
        for odd in bar..<bar + length { found.add(line: lines[odd], time: series.times[odd]) }
        bar += length
      } else {
        if hasWick(bar, of: series, usual: usual) {
          found.add(line: lines[bar], time: series.times[bar])
        }
        bar += 1
      }
    }
    return found.finding(.warning, .spike, "price", "prices") { counted, place in
      "\(counted) far from those around that \(found.count == 1 ? "comes" : "come") back at once"
        + place
    }
  }

  /// Whether the return into a bar is a step of an excursion, there or back.
  ///
  /// - Complexity: O(1).
  static func isMoved(at bar: Int, of series: PriceSeries, usual: UsualReturn) -> Bool {
    if excursion(at: bar, of: series.close, usual: usual) != nil { return true }
    return (1...2).contains { length in
      bar - length >= 1
        && excursion(at: bar - length, of: series.close, usual: usual) == length
    }
  }

  /// The number of closes from a bar on that are off, or `nil`.
  private static func excursion(at bar: Int, of close: [Double], usual: UsualReturn) -> Int? {
    let start = close[bar - 1]
    let move = change(start, close[bar])
    guard move > max(smallest, seriesReturns * usual.deviation) else { return nil }
    for length in 1...2 where bar + length < close.count {
      let isBack = change(start, close[bar + length]) < move / 4
      let isLevel = length == 1 || change(close[bar], close[bar + 1]) < move / 4
      guard isBack, isLevel else { continue }
      guard move > localReturns * usualReturn(around: bar..<bar + length, of: close) else {
        return nil
      }
      return length
    }
    return nil
  }

  /// Whether a bar's high or low stands out alone.
  private static func hasWick(_ bar: Int, of series: PriceSeries, usual: UsualReturn) -> Bool {
    let (open, close) = (series.open[bar], series.close[bar])
    let top = max(max(open, close), max(series.high[bar - 1], series.high[bar + 1]))
    let bottom = min(min(open, close), min(series.low[bar - 1], series.low[bar + 1]))
    let (high, low) = (series.high[bar], series.low[bar])
    let length = max(high > top ? change(top, high) : 0, low < bottom ? change(bottom, low) : 0)
    guard length > 2 * max(smallest, seriesReturns * usual.deviation) else { return false }
    return length > localReturns * usualReturn(around: bar..<bar + 1, of: series.close)
  }

  /// How far apart two prices are: the larger by the smaller, less 1.
  private static func change(_ left: Double, _ right: Double) -> Double {
    max(left, right) / min(left, right) - 1
  }

  /// The median size of the returns on both sides of some bars, neither into nor out of them.
  private static func usualReturn(around bars: Range<Int>, of close: [Double]) -> Double {
    let before = max(1, bars.lowerBound - around)..<max(1, bars.lowerBound)
    let end = min(close.count, bars.upperBound + 1 + around)
    let after = min(end, bars.upperBound + 1)..<end
    let sizes = [before, after].flatMap { $0.map { change(close[$0 - 1], close[$0]) } }
    return sizes.count < 5 ? .infinity : sizes.median
  }
}
