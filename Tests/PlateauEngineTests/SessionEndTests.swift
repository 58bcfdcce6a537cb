import PlateauColumns
import Testing

@testable import PlateauEngine

/// Positions that are closed because their session is over.
@Suite struct SessionEndTests {
  /// Bars of a Monday and a Tuesday before those that matter, by which the usual end is known.
  private let before = 8

  /// Mondays of four bars at 10, 11, 12 and 13 o'clock, the fourth of the first two only, and a
  /// whole Tuesday after it.
  private func run(
    _ signals: [Int: Signals], fill: ExecutionSettings.FillTime = .nextOpen,
    reversal: Bool = true, fee: Double = 0, stop: Double = .nan
  ) throws -> Backtest {
    var (bars, days, hours): ([Bar], [Int], [Int]) = ([], [], [])
    let sessions = [(0, 4), (1, 4)] + [(7, 4), (14, 4), (21, 4), (28, 2), (29, 4), (36, 4)]
    for (day, count) in sessions {
      for hour in 0..<count {
        let bar = bars.count - before
        // Opens at 100 and a tenth a bar; closes half of that higher.
        let open = 100 + Double(bar) / 10
        bars.append(Bar(open, open + 0.05, signals[bar] ?? []))
        days.append(day)
        hours.append(10 + hour)
      }
    }
    var rules = TinyMarket.rules(reversal: reversal)
    rules.exitsAtSessionEnd = true
    return try TinyMarket(bars, days: days, hours: hours).run(rules) {
      ($0.fill, $0.commissionFixed, $0.stop) = (fill, fee, stop)
    }
  }

  private func expect(
    _ backtest: Backtest, entries: [Int], exits: [Int], _ prices: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(backtest.trades.map { $0.entryBar - before } == entries, sourceLocation: sourceLocation)
    #expect(backtest.trades.map { $0.exitBar - before } == exits, sourceLocation: sourceLocation)
    for (trade, price) in zip(backtest.trades, prices) {
      #expect(abs(trade.exitPrice - price) < 1e-9, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ExecutionSettings.FillTime.allCases)
  func `a position is closed at the close of the session's last bar, whatever fill says`(
    fill: ExecutionSettings.FillTime
  ) throws {
    let backtest = try run([1: .buy], fill: fill)
    expect(backtest, entries: [fill == .close ? 1 : 2], exits: [3], [100.35])
    #expect(backtest.trades.map(\.exitReason) == [.session])
    #expect(backtest.units[before + 3] == 0)
  }

  @Test func `a half day ends where nobody knew it would, at the next date's first open`() throws {
    // Bars 12 and 13 are the short Monday's; Tuesday opens on bar 14 at 101.4.
    let backtest = try run([12: .buy])
    expect(backtest, entries: [13], exits: [14], [101.4])
    #expect(backtest.trades.map(\.exitReason) == [.session])
    #expect(backtest.units[before + 13] > 0 && backtest.units[before + 14] == 0)
  }

  @Test func `the last close decides for the next open, and nothing with fill close`() throws {
    expect(try run([3: .buy]), entries: [4], exits: [7], [100.75])
    #expect(try run([3: .buy], fill: .close).trades.isEmpty)
    expect(try run([4: .buy], fill: .close), entries: [4], exits: [7], [100.75])
  }

  @Test func `an opposite entry at the last close begins from flat`() throws {
    // Long from bar 2; short is said at the close of bar 3, where the session has closed it.
    let backtest = try run([1: .buy, 3: .short])
    expect(backtest, entries: [2, 4], exits: [3, 7], [100.35, 100.75])
    #expect(backtest.trades.map(\.exitReason) == [.session, .session])
    // Without reversal a bar that began with a position decides no entry.
    expect(try run([1: .buy, 3: .short], reversal: false), entries: [2], exits: [3], [100.35])
    // The bar of the entry itself began flat.
    expect(
      try run([2: .buy, 3: .short], reversal: false), entries: [3, 4], exits: [3, 7],
      [100.35, 100.75])
  }

  @Test func `what turned a position around after a half day is an order of its own`() throws {
    // Four orders of 1 in money: in and out of the long, in and out of the short.
    let backtest = try run([12: .buy, 13: .short], fee: 1)
    expect(backtest, entries: [13, 14], exits: [14, 17], [101.4, 101.75])
    #expect(backtest.trades.map(\.isLong) == [true, false])
    #expect(backtest.trades.map(\.exitReason) == [.session, .session])
    #expect(backtest.fees == 4)
  }

  @Test func `an order and a stop come before the session's end`() throws {
    // Sold at the open of the last bar by the order of the bar before.
    let sold = try run([0: .buy, 2: .sell])
    expect(sold, entries: [1], exits: [3], [100.3])
    #expect(sold.trades.map(\.exitReason) == [.signal])
    // Sold short at 100.2: the stop of a thousandth lies at 100.3002, where bar 3 is on its way
    // from 100.3 to 100.35.
    let stopped = try run([1: .short], stop: 0.001)
    #expect(stopped.trades.map(\.exitReason) == [.stop])
    expect(stopped, entries: [2], exits: [3], [100.2 * 1.001])
  }

  @Test func `every daily bar is a session of its own`() throws {
    var rules = TinyMarket.rules()
    rules.exitsAtSessionEnd = true
    let bars = [Bar(10, 10, .buy), Bar(10, 12, .buy), Bar(20, 15), Bar(15, 15)]
    // 100 units from 10 to 12, then 60 from 20 to 15.
    let backtest = try TinyMarket(bars).run(rules) { $0.cash = 1000 }
    #expect(backtest.equity == [1000, 1200, 900, 900])
    #expect(backtest.units == [0, 0, 0, 0])
    #expect(try TinyMarket(bars).run(rules) { $0.fill = .close }.trades.isEmpty)
  }
}
