import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// A bar of a hand-worked price list, and what the rules say at its close.
struct Bar {
  var open: Double
  var high: Double
  var low: Double
  var close: Double
  var signals: Signals

  /// A bar whose high and low are its open and close.
  init(_ open: Double, _ close: Double, _ signals: Signals = []) {
    self.init(open, max(open, close), min(open, close), close, signals)
  }

  init(
    _ open: Double, _ high: Double, _ low: Double, _ close: Double, _ signals: Signals = []
  ) {
    (self.open, self.high, self.low, self.close) = (open, high, low, close)
    self.signals = signals
  }
}

/// Runs rules that fire where a price list says so; the volume column carries what they say.
struct TinyMarket {
  var bars: [Bar]
  /// Days since 2024-01-01 of each bar.
  var days: [Int]
  /// Hours of the day of each bar; `nil` for daily bars.
  var hours: [Int]?
  var window: Range<Int>?

  init(
    _ bars: [Bar], days: [Int]? = nil, hours: [Int]? = nil, window: Range<Int>? = nil
  ) {
    self.bars = bars
    self.days = days ?? Array(bars.indices)
    self.hours = hours
    self.window = window
  }

  var market: Market {
    Market(
      series: PriceSeries(
        name: "TINY",
        times: days.enumerated().map { bar, day in
          Timestamp(
            CivilDate(dayNumber: 19_723 + day), secondOfDay: (hours?[bar] ?? 0) * 3600)
        },
        open: bars.map(\.open), high: bars.map(\.high), low: bars.map(\.low),
        close: bars.map(\.close), volume: bars.map { Double($0.signals.rawValue) },
        interval: hours == nil ? .daily : .intraday(seconds: 3600)), window: window,
      periodsPerYear: 252)
  }

  /// Rules that fire on the bars marked with their signal.
  static func rules(reversal: Bool = true) -> TradingRules {
    func fires(_ signal: Signals) -> ColumnProgram {
      var formula = Formula.number(0)
      for code in 1...15 where Signals(rawValue: UInt8(code)).contains(signal) {
        formula = .binary(
          .or, formula, .binary(.equal, .name("volume"), .number(Double(code))))
      }
      return formula.program
    }
    return TradingRules(
      buy: fires(.buy), sell: fires(.sell), short: fires(.short), cover: fires(.cover),
      reversal: reversal)
  }

  func run(
    _ rules: TradingRules = TinyMarket.rules(),
    _ configure: (inout ExecutionSettings) -> Void = { _ in }
  ) throws -> Backtest {
    var settings = ExecutionSettings()
    configure(&settings)
    let strategy = RuleStrategy(name: "tiny", parameters: [], rules: rules)
    return try strategy.backtest([], settings: settings, market: market)
  }
}
