import PlateauColumns
import PlateauMarket

/// Prices that would betray a look ahead: what comes later is unlike what came before.
enum LookAheadPrices {
  /// Daily bars of two decimals.
  static let steady = daily("STEADY") { $0 }

  /// Two decimals for half the time, then eight, then none, as adjusted prices are: a property of
  /// the whole column, such as its decimals, changes with every later bar.
  static let turning = daily("TURNING") { price, bar in
    switch bar {
    case ..<150: price
    case ..<220: (price * 1.234_567e8).rounded() / 1e8
    default: price * 0.987_654_321_23
    }
  }

  /// Bars of an hour, seven a day.
  static let hourly = series(
    "HOURLY", stamps: (0..<320).map { (day: $0 / 7, hour: 9 + $0 % 7) },
    interval: .intraday(seconds: 3600)
  ) { price, _ in price }

  private static func daily(
    _ name: String, _ turned: (Double, Int) -> Double
  ) -> PriceSeries {
    series(name, stamps: (0..<320).map { (day: $0, hour: 0) }, interval: .daily, turned)
  }

  private static func daily(_ name: String, _ turned: (Double) -> Double) -> PriceSeries {
    daily(name) { price, _ in turned(price) }
  }

  /// A walk that opens with gaps, on weekdays with a few holidays.
  private static func series(
    _ name: String, stamps: [(day: Int, hour: Int)], interval: BarInterval,
    _ turned: (Double, Int) -> Double
  ) -> PriceSeries {
    var random = RandomStream(seed: 77)
    var (open, high, low, close): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    func cents(_ price: Double) -> Double { (price * 100).rounded() / 100 }
    var price = 100.0
    for bar in stamps.indices {
      let first = cents(price * (1 + 0.01 * (random.uniform() - 0.5)))
      let last = cents(first * (1 + 0.05 * (random.uniform() - 0.49)))
      let reach = 0.01 * random.uniform()
      open.append(turned(first, bar))
      close.append(turned(last, bar))
      high.append(turned(cents(max(first, last) * (1 + reach)), bar))
      low.append(turned(cents(min(first, last) * (1 - reach)), bar))
      price = last
    }
    // Five days a week, and no first Monday of a month of four weeks.
    let times = stamps.map { stamp in
      let weekday = stamp.day % 19
      let day = stamp.day / 19 * 28 + (weekday + 1) / 5 * 7 + (weekday + 1) % 5
      return Timestamp(CivilDate(dayNumber: 19_723 + day), secondOfDay: stamp.hour * 3600)
    }
    return PriceSeries(
      name: name, times: times, open: open, high: high, low: low, close: close,
      volume: stamps.map { _ in (random.uniform() * 1e6).rounded() }, interval: interval)
  }
}

extension PriceSeries {
  /// The series as it was when so many bars were known.
  func known(_ bars: Int) -> PriceSeries {
    PriceSeries(
      name: name, times: Array(times.prefix(bars)), open: Array(open.prefix(bars)),
      high: Array(high.prefix(bars)), low: Array(low.prefix(bars)),
      close: Array(close.prefix(bars)), volume: Array(volume.prefix(bars)), interval: interval)
  }

  /// The series as it might have gone on from the open of a bar: every later move turned around.
  func turned(from bar: Int) -> PriceSeries {
    let pivot = close[bar - 1] * close[bar - 1]
    func mirrored(_ prices: [Double], _ opposite: [Double]) -> [Double] {
      Array(prices.prefix(bar)) + opposite[bar...].map { pivot / $0 }
    }
    var (opens, highs, lows) = (mirrored(open, open), mirrored(high, low), mirrored(low, high))
    opens[bar] = open[bar]
    highs[bar] = max(highs[bar], open[bar])
    lows[bar] = min(lows[bar], open[bar])
    return PriceSeries(
      name: name, times: times, open: opens, high: highs, low: lows,
      close: mirrored(close, close), volume: volume.prefix(bar) + volume[bar...].map { 3 * $0 + 1 },
      interval: interval)
  }
}
