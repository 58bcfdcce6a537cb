public import PlateauColumns

/// Makes price series out of chance, for trying things out and for measuring speed.
///
/// Prices follow a geometric Brownian motion whose drift and volatility change with the regime.
/// Nothing about them is a forecast, and no edge found on them is one. The same bars, seed,
/// regimes, interval and start give the same prices; the name does not matter.
public enum SyntheticPrices {
  /// The most bars one series may have.
  public static let barLimit = 10_000_000
  /// The regimes in use when none are named.
  public static let defaultRegimes: [Regime] = [.bull, .sideways, .bear, .bull, .volatile]

  /// Makes a series that is labelled synthetic.
  ///
  /// Each regime lasts a year, or less where the bars do not give every named regime a year; then
  /// the next one follows, and after the last the first again. Prices begin at 100, are rounded to
  /// cents (intraday to a hundredth of a cent), and turn back at 1 and at 100 000 000.
  ///
  /// - Parameters:
  ///   - name: The symbol.
  ///   - bars: The number of bars: 1 to `barLimit`.
  ///   - seed: Names the stream of random numbers.
  ///   - regimes: The regimes in order; an empty list means `defaultRegimes`.
  ///   - interval: Daily, weekly, monthly, or intraday up to seven hours.
  ///   - start: The first day; a weekend moves to Monday, but for weekly and monthly bars.
  /// - Returns: The series.
  /// - Throws: `MarketError.synthesis` for an impossible number of bars, interval or span.
  /// - Complexity: O(bars).
  public static func generate(
    name: String, bars: Int, seed: UInt64, regimes: [Regime] = [],
    interval: BarInterval = .daily,
    start: CivilDate = defaultStart
  ) throws(MarketError) -> PriceSeries {
    guard (1...barLimit).contains(bars) else {
      throw .synthesis(.barCount(bars, limit: barLimit))
    }
    guard let calendar = SyntheticCalendar(interval, start: start) else {
      throw .synthesis(.interval(interval.description))
    }
    guard let times = calendar.stamps(bars) else {
      throw .synthesis(.pastCalendar(bars: bars))
    }
    let regimes = regimes.isEmpty ? defaultRegimes : regimes
    let year = max(1, Int(calendar.periodsPerYear))
    let segment = min(year, max(1, (bars + regimes.count - 1) / regimes.count))
    var walk = SyntheticWalk(seed: seed, calendar: calendar)
    var columns = (
      open: [Double](), high: [Double](), low: [Double](), close: [Double](), volume: [Double]()
    )
    for bar in 0..<bars {
      let made = walk.next(in: regimes[bar / segment % regimes.count], bar: bar)
      columns.open.append(made.open)
      columns.high.append(made.high)
      columns.low.append(made.low)
      columns.close.append(made.close)
      columns.volume.append(made.volume)
    }
    return PriceSeries(
      name: name, times: times, open: columns.open, high: columns.high, low: columns.low,
      close: columns.close, volume: columns.volume, interval: interval, isSynthetic: true)
  }

  /// The first day when none is named: Friday, 2015-01-02.
  public static let defaultStart = CivilDate(dayNumber: 16_437)
}
