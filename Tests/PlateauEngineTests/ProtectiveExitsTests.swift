import PlateauColumns
import Testing

@testable import PlateauEngine

/// Stops, targets and trailing stops: where they act and at what price.
@Suite struct ProtectiveExitsTests {
  /// A purchase at 100 on bar 1, and what comes after; 1000 units are 100 000.
  private func exits(
    entry: Bar = Bar(100, 100), _ later: [Bar],
    _ configure: (inout ExecutionSettings) -> Void
  ) throws -> [Trade] {
    try TinyMarket([Bar(100, 100, .buy), entry] + later + [Bar(100, 100)]).run(
      TinyMarket.rules(), configure
    ).trades
  }

  private func expect(
    _ trades: [Trade], _ bar: Int, _ price: Double, _ reason: ExitReason,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(trades.count == 1, sourceLocation: location)
    #expect(trades.first?.exitBar == bar, sourceLocation: location)
    #expect(trades.first?.exitReason == reason, sourceLocation: location)
    #expect(abs((trades.first?.exitPrice ?? 0) - price) < 1e-9, sourceLocation: location)
  }

  @Test func `a stop fills at its level when the low touches it`() throws {
    expect(try exits([Bar(99, 101, 95, 98)]) { $0.stop = 0.05 }, 2, 95, .stop)
    #expect(try exits([Bar(99, 101, 95.01, 98)]) { $0.stop = 0.05 }.isEmpty)
  }

  @Test func `a gap through the stop fills at the open`() throws {
    expect(try exits([Bar(93, 96, 92, 95)]) { $0.stop = 0.05 }, 2, 93, .stop)
  }

  @Test func `a target fills at its level, a gap beyond it at the open`() throws {
    expect(try exits([Bar(99, 104, 98, 101)]) { $0.target = 0.04 }, 2, 104, .target)
    expect(try exits([Bar(106, 107, 105, 105)]) { $0.target = 0.04 }, 2, 106, .target)
  }

  @Test func `a stop acts on the entry bar of an order filled at its open`() throws {
    let entry = Bar(100, 101, 94, 100)
    expect(try exits(entry: entry, []) { $0.stop = 0.05 }, 1, 95, .stop)
  }

  @Test func `a stop acts from the next bar on for an order filled at the close`() throws {
    let bars = [Bar(100, 100, 90, 100, .buy), Bar(100, 100, 96, 100), Bar(100, 100, 90, 100)]
    let trades = try TinyMarket(bars).run {
      $0.fill = .close
      $0.stop = 0.05
    }.trades
    expect(trades, 2, 95, .stop)
  }

  @Test func `a bar that touches both is a stop, marked as ambiguous`() throws {
    let wide = Bar(100, 105, 95, 100)
    let trades = try exits([wide]) {
      $0.stop = 0.05
      $0.target = 0.05
    }
    expect(trades, 2, 95, .stop)
    #expect(trades.first?.isAmbiguous == true)
    let best = try exits([wide]) {
      $0.stop = 0.05
      $0.target = 0.05
      $0.protective = .best
    }
    expect(best, 2, 105, .target)
    #expect(best.first?.isAmbiguous == true)
  }

  @Test func `an open beyond the target decides before a low beyond the stop`() throws {
    let trades = try exits([Bar(106, 107, 90, 95)]) {
      $0.stop = 0.05
      $0.target = 0.05
    }
    expect(trades, 2, 106, .target)
    #expect(trades.first?.isAmbiguous == false)
  }

  @Test func `with protective close only open and close are looked at, and are the fill`() throws {
    func closing(_ bar: Bar) throws -> [Trade] {
      try exits([bar]) {
        $0.stop = 0.05
        $0.target = 0.05
        $0.protective = .close
      }
    }
    #expect(try closing(Bar(100, 120, 80, 100)).isEmpty)
    expect(try closing(Bar(100, 120, 80, 94)), 2, 94, .stop)
    expect(try closing(Bar(100, 120, 80, 107)), 2, 107, .target)
    expect(try closing(Bar(94, 120, 80, 107)), 2, 94, .stop)
  }

  @Test func `an exit decided on the bar before fills at the open, ahead of the stop`() throws {
    let bars = [Bar(100, 100, .buy), Bar(100, 100, .sell), Bar(98, 98, 90, 92), Bar(92, 92)]
    expect(try TinyMarket(bars).run { $0.stop = 0.05 }.trades, 2, 98, .signal)
  }

  @Test func `a trailing stop follows the high up to the bar before`() throws {
    // High 110 on bar 2 moves the stop from 90 to 100 for bar 3, not for bar 2 itself.
    let rise = Bar(105, 110, 95, 108)
    expect(try exits([rise, Bar(104, 105, 99, 101)]) { $0.trail = 0.1 }, 3, 100, .trail)
    // A low of 100.5 stays above it; the open of 100 after it does not.
    expect(try exits([rise, Bar(104, 105, 100.5, 101)]) { $0.trail = 0.1 }, 4, 100, .trail)
  }

  @Test func `with protective close a trailing stop follows the close`() throws {
    // Close 108: stop at 98.
    let rise = Bar(105, 110, 95, 108)
    let trades = try exits([rise, Bar(104, 105, 90, 99), Bar(99, 99, 97, 97.5)]) {
      $0.trail = 0.1
      $0.protective = .close
    }
    expect(trades, 4, 97.5, .trail)
  }

  @Test func `the nearer of stop and trail counts`() throws {
    // Stop at 95; the trail is at 90, and at 98 once 108 has been reached.
    let fall = Bar(97, 97, 80, 81)
    let settings: (inout ExecutionSettings) -> Void = {
      $0.stop = 0.05
      $0.trail = 0.1
    }
    expect(try exits([fall], settings), 2, 95, .stop)
    expect(try exits([Bar(100, 108, 100, 100), Bar(99, 99, 80, 81)], settings), 3, 98, .trail)
  }

  @Test func `stop basis signal counts from the close that decided`() throws {
    // Decided at 100, bought at 104: the stop is 95, not 98.8.
    let entry = Bar(104, 104)
    let trades = try exits(entry: entry, [Bar(99, 99, 94, 96)]) {
      $0.stop = 0.05
      $0.stopBasis = .signal
    }
    expect(trades, 2, 95, .stop)
    let fill = try exits(entry: entry, [Bar(99, 99, 94, 96)]) { $0.stop = 0.05 }
    expect(fill, 2, 98.8, .stop)
  }

  @Test func `a short position has its stop above and its target below`() throws {
    func short(_ bar: Bar) throws -> [Trade] {
      try TinyMarket([Bar(100, 100, .short), Bar(100, 100), bar, Bar(100, 100)]).run {
        $0.stop = 0.05
        $0.target = 0.05
      }.trades
    }
    expect(try short(Bar(100, 106, 99, 101)), 2, 105, .stop)
    expect(try short(Bar(100, 101, 94, 99)), 2, 95, .target)
    expect(try short(Bar(107, 108, 94, 99)), 2, 107, .stop)
  }

  @Test func `slippage worsens stops and market orders but never targets`() throws {
    // Bought at 101; a target of 10% is 111.1, a stop of 10% is 90.9 and fills at 89.991.
    let settings: (inout ExecutionSettings) -> Void = {
      $0.slippage = 0.01
      $0.stop = 0.1
      $0.target = 0.1
    }
    expect(try exits([Bar(100, 112, 100, 100)], settings), 2, 111.1, .target)
    expect(try exits([Bar(100, 100, 90, 100)], settings), 2, 89.991, .stop)
    let signal = try TinyMarket([Bar(100, 100, .short), Bar(100, 100, .cover), Bar(90, 90)]).run {
      $0.slippage = 0.01
    }.trades
    #expect(signal.first?.entryPrice == 99)
    expect(signal, 2, 90.9, .signal)
  }

  @Test func `after a protective exit an entry may be decided at the same close`() throws {
    let bars = [Bar(100, 100, .buy), Bar(100, 100, 94, 98, .buy), Bar(98, 98)]
    let backtest = try TinyMarket(bars).run {
      $0.fill = .close
      $0.stop = 0.05
    }
    #expect(backtest.trades.map(\.exitBar) == [1])
    #expect(backtest.openEntryBar == 1)
  }

  @Test func `a strategy's own stop wins over the setting, also when it is none`() throws {
    var rules = TinyMarket.rules()
    rules.stop = ColumnProgram(constant: 0.1)
    let bars = [Bar(100, 100, .buy), Bar(100, 100), Bar(99, 99, 94, 98), Bar(98, 98)]
    #expect(try TinyMarket(bars).run(rules) { $0.stop = 0.05 }.trades.isEmpty)
    rules.stop = ColumnProgram(constant: .nan)
    #expect(try TinyMarket(bars).run(rules) { $0.stop = 0.05 }.trades.isEmpty)
  }

  @Test func `an entry whose stop is not known yet is not made`() throws {
    // The stop reads a mean of three closes: bar 1 has none, bar 2 has.
    var rules = TinyMarket.rules()
    rules.stop =
      Formula.binary(
        .divide, .number(1), .call("sma", [.name("close"), .number(3)])
      ).program
    let bars = [Bar(10, 10, .buy), Bar(10, 10, .buy), Bar(10, 10, .buy), Bar(10, 10), Bar(10, 10)]
    let backtest = try TinyMarket(bars).run(rules)
    #expect(backtest.units.map { $0 > 0 } == [false, false, false, true, true])
  }

  @Test func `an entry whose stop would lie on the wrong side is not made`() throws {
    // The stop is the close over ten less one: below zero on bar 0, zero on bar 1, 10% on bar 2.
    var rules = TinyMarket.rules()
    rules.stop =
      Formula.binary(
        .subtract, .binary(.divide, .name("close"), .number(10)), .number(1)
      ).program
    let bars = [Bar(9, 9, .buy), Bar(10, 10, .buy), Bar(11, 11, .buy), Bar(11, 11), Bar(11, 11)]
    let backtest = try TinyMarket(bars).run(rules)
    #expect(backtest.units.map { $0 > 0 } == [false, false, false, true, true])
  }
}
