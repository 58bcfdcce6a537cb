import PlateauColumns
import PlateauMarket

/// Bars made by hand, which a test spoils in one place and has judged.
struct CheckedBars {
  var times: [Timestamp]
  var open: [Double]
  var high: [Double]
  var low: [Double]
  var close: [Double]
  var volume: [Double]

  /// Sound bars: closes move by 0.3% to 1% up and down, and the volume by a third.
  init(_ times: [Timestamp]) {
    self.times = times
    let steps = [1.01, 0.992, 1.006, 0.991, 1.004, 0.997]
    close = times.indices.reduce(into: []) { closes, bar in
      closes.append((closes.last ?? 100) * steps[bar % steps.count])
    }
    open = [100] + close.dropLast()
    high = zip(open, close).map { max($0, $1) * 1.003 }
    low = zip(open, close).map { min($0, $1) * 0.997 }
    volume = times.indices.map { 1001 + Double($0 * 37 % 50) * 8 }
  }

  /// Sound bars of weekdays from Monday, 2020-01-06, on.
  static func weekdays(_ count: Int) -> CheckedBars {
    CheckedBars((0..<count).map { day($0 / 5 * 7 + $0 % 5) })
  }

  /// Sound bars of every day from Monday, 2020-01-06, on.
  static func everyDay(_ count: Int) -> CheckedBars { CheckedBars((0..<count).map { day($0) }) }

  /// The day so many days after Monday, 2020-01-06.
  static func day(_ number: Int, hour: Int = 0, minute: Int = 0) -> Timestamp {
    Timestamp(CivilDate(dayNumber: 18_267 + number), secondOfDay: hour * 3600 + minute * 60)
  }

  /// Multiplies the prices of some bars.
  mutating func scale(_ bars: Range<Int>, by factor: Double) {
    for bar in bars {
      open[bar] *= factor
      high[bar] *= factor
      low[bar] *= factor
      close[bar] *= factor
    }
  }

  /// Sets a close and widens the bar to hold it.
  mutating func setClose(_ bar: Int, _ price: Double) {
    close[bar] = price
    high[bar] = max(high[bar], price)
    low[bar] = min(low[bar], price)
  }

  /// The warnings of a file that holds these bars.
  var warnings: [Finding] {
    get throws {
      var text = "Date,Open,High,Low,Close,Volume\n"
      for bar in times.indices {
        text += "\(times[bar]),\(open[bar]),\(high[bar]),\(low[bar]),\(close[bar]),\(volume[bar])\n"
      }
      return try load(text).findings.filter { $0.severity == .warning }
    }
  }

  /// The kinds of the warnings, in order.
  var kinds: [Finding.Kind] { get throws { try warnings.map(\.kind) } }
}
