import Testing

@testable import PlateauEngine

/// How many units an entry takes, and what it costs.
@Suite struct PositionSizingTests {
  /// Units bought at 50 with 10 000 of cash.
  private func units(
    _ mode: ExecutionSettings.SizingMode, _ amount: Double = .nan,
    _ configure: (inout ExecutionSettings) -> Void = { _ in }
  ) throws -> Double {
    try TinyMarket([Bar(50, 50, .buy), Bar(50, 50)]).run {
      $0.cash = 10_000
      $0.sizingMode = mode
      $0.sizingAmount = amount
      configure(&$0)
    }.openUnits
  }

  @Test func `all in pays its costs from the equity it invests`() throws {
    #expect(try units(.allIn) == 200)
    // (10 000 - 20) / (50 * 1.25) = 159.68: 7984 of stock, 1996 and 20 of commission.
    let costly: (inout ExecutionSettings) -> Void = {
      $0.commission = 0.25
      $0.commissionFixed = 20
    }
    #expect(abs(try units(.allIn, .nan, costly) - 159.68) < 1e-9)
  }

  @Test func `a fraction pays its costs on top`() throws {
    #expect(try units(.fraction, 0.5) { $0.commission = 0.01 } == 100)
  }

  @Test func `no sizing exceeds all in`() throws {
    #expect(try units(.fraction, 3) == 200)
    #expect(try units(.value, 50_000) == 200)
    #expect(try units(.units, 999) == 200)
    #expect(try units(.risk, 0.5) { $0.stop = 0.01 } == 200)
    let short = try TinyMarket([Bar(50, 50, .short), Bar(50, 50)]).run {
      $0.cash = 10_000
      $0.sizingMode = .fraction
      $0.sizingAmount = 3
    }
    #expect(short.openUnits == -200)
  }

  @Test func `value and units are taken as they are`() throws {
    #expect(try units(.value, 1000) == 20)
    #expect(try units(.units, 7) == 7)
  }

  @Test func `risk is what the stop would lose`() throws {
    // 1% of 10 000 over a distance of 2.5: 40 units, costs not counted.
    #expect(
      try units(.risk, 0.01) {
        $0.stop = 0.05
        $0.commission = 0.01
      } == 40)
    // From the deciding close of 50, bought at 52: the stop is 47.5, 4.5 away.
    let signal = try TinyMarket([Bar(50, 50, .buy), Bar(52, 52)]).run {
      $0.cash = 9000
      $0.sizingMode = .risk
      $0.sizingAmount = 0.01
      $0.stop = 0.05
      $0.stopBasis = .signal
    }
    #expect(abs(signal.openUnits - 20) < 1e-9)
  }

  @Test func `risk without a stop fails the candidate`() {
    #expect(throws: CandidateFailure.riskWithoutStop) { try units(.risk, 0.01) }
  }

  @Test func `a sizing without its amount fails the candidate`() {
    #expect(throws: CandidateFailure.noAmount(.fraction)) { try units(.fraction) }
  }

  @Test func `the largest position value and then the lot apply`() throws {
    #expect(try units(.allIn) { $0.maximumPositionValue = 4990 } == 99.8)
    #expect(
      try units(.allIn) {
        $0.maximumPositionValue = 4990
        $0.lot = 1
      } == 99)
    #expect(try units(.units, 37) { $0.lot = 10 } == 30)
    // 0.3 is three lots of 0.1, although 0.3 / 0.1 is 2.9999999999999996.
    #expect(abs(try units(.units, 0.3) { $0.lot = 0.1 } - 0.3) < 1e-12)
  }

  @Test func `a size of zero units is no order`() throws {
    let backtest = try TinyMarket([Bar(50, 50, .buy), Bar(50, 50)]).run {
      $0.cash = 49
      $0.lot = 1
      $0.commissionFixed = 5
    }
    #expect(backtest.fees == 0)
    #expect(backtest.equity == [49, 49])
  }

  @Test func `commission is paid on both sides, also for a position still open`() throws {
    // 10 at 50 and 60, 1%: 5 and 6; then 10 at 60 again: 6.
    let bars = [Bar(50, 50, .buy), Bar(50, 55, .sell), Bar(60, 60, .buy), Bar(60, 60)]
    let backtest = try TinyMarket(bars).run {
      $0.commission = 0.01
      $0.sizingMode = .units
      $0.sizingAmount = 10
    }
    #expect(abs(backtest.fees - 17) < 1e-9)
    #expect(backtest.tradedNotional == 1700)
    #expect(abs(try #require(backtest.trades.first).profit - 89) < 1e-9)
    #expect(abs(backtest.finalEquity - 100_083) < 1e-9)
  }

  @Test func `a short position pays for borrowing by the day`() throws {
    // 100 units at 10 short over 3 days and 1 day at 36.5% a year: 1000 * 0.001 * days.
    let bars = [Bar(10, 10, .short), Bar(10, 10), Bar(10, 10), Bar(10, 10, .cover), Bar(10, 10)]
    let backtest = try TinyMarket(bars, days: [0, 1, 4, 5, 6]).run {
      $0.cash = 1000
      $0.borrowRate = 0.365
    }
    for (value, expected) in zip(backtest.equity, [1000.0, 999, 996, 995, 995]) {
      #expect(abs(value - expected) < 1e-9)
    }
    #expect(abs(try #require(backtest.trades.first).borrowing - 5) < 1e-12)
    #expect(abs(try #require(backtest.trades.first).profit + 5) < 1e-9)
    #expect(backtest.fees == 0)
    let long = try TinyMarket([Bar(10, 10, .buy), Bar(10, 10), Bar(10, 10)]).run {
      $0.borrowRate = 0.365
    }
    #expect(long.finalEquity == 100_000)
  }

  @Test func `equity that falls to zero stays there and ends the series`() throws {
    // Short 100 at 10 with 1000; at 21 the account is worth 1000 + 1000 - 2100.
    let bars = [Bar(10, 10, .short), Bar(10, 15), Bar(20, 21), Bar(5, 5), Bar(5, 5)]
    let backtest = try TinyMarket(bars).run { $0.cash = 1000 }
    #expect(backtest.equity == [1000, 500, 0])
    #expect(backtest.isRuined)
    #expect(backtest.openUnits == -100)
    #expect(try !TinyMarket(Array(bars.prefix(2))).run().isRuined)
  }

  @Test func `a position open at the end is marked to the last close and is no trade`() throws {
    let backtest = try TinyMarket([Bar(10, 10, .buy), Bar(10, 10), Bar(10, 13)]).run()
    #expect(backtest.trades.isEmpty)
    #expect(backtest.finalEquity == 130_000)
    #expect(Metric.openPosition.value(of: backtest) == 10_000)
  }
}
