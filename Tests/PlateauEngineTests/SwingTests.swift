import PlateauColumns
import Testing

@testable import PlateauEngine

/// The two synthetic runs of the strategy tester that the swing rule comes from.
@Suite struct SwingTests {
  private func run(_ bars: [Bar], fast: Double, slow: Double) throws -> Backtest {
    var settings = ExecutionSettings()
    settings.cash = 1_000_000
    settings.fill = .close
    settings.protective = .close
    settings.sizingMode = .fraction
    settings.sizingAmount = 0.008
    settings.lot = 1
    settings.maximumPositionValue = 100_000
    settings.commission = 0.0015
    return try RuleStrategy.swing.backtest(
      [fast, slow, 0.03, 0.06, 15], settings: settings, market: TinyMarket(bars).market)
  }

  @Test(arguments: [
    // Fast, slow, entry and exit as days since 2024-01-01, their prices, units, profit.
    (5.0, 30.0, 84, 87, 125.0, 133.5, 64.0, 519.18400),
    (5, 40, 85, 88, 128, 136.5, 62, 502.40150), (10, 30, 86, 89, 131, 139.5, 61, 493.74925),
    (10, 40, 87, 90, 134, 142.5, 59, 477.02975), (20, 50, 91, 94, 146, 155, 54, 461.61900),
  ])
  func `the fall and rise gives the published trade`(
    fast: Double, slow: Double, entry: Int, exit: Int, bought: Double, sold: Double,
    units: Double, profit: Double
  ) throws {
    let bars = (0..<120).map { bar in
      let day = Double(bar)
      let close =
        bar < 80 ? 150 - 0.5 * day : bar < 100 ? 110 + 3 * (day - 79) : 170 + 0.5 * (day - 99)
      return Bar(close - 0.5, close + 2, close - 2, close)
    }
    let backtest = try run(bars, fast: fast, slow: slow)
    let trade = try #require(backtest.trades.first { $0.isLong })
    #expect((trade.entryBar, trade.exitBar) == (entry, exit))
    #expect((trade.entryPrice, trade.exitPrice) == (bought, sold))
    #expect(trade.units == units)
    #expect(abs(trade.profit - profit) < 1e-9)
    #expect(trade.exitReason == .target)
  }

  @Test func `the wave gives eight round trips and leaves one long open`() throws {
    let closes = (0..<200).map { bar in
      let angle = 2 * Double.pi * Double(bar) / 40
      return 100 + 10 * Mathematics.cosine(angle - Double.pi / 2) + 0.05 * Double(bar)
    }
    let bars = closes.enumerated().map { bar, close in
      let open = bar == 0 ? close : closes[bar - 1]
      return Bar(open, max(open, close) + 1, min(open, close) - 1, close)
    }
    let backtest = try run(bars, fast: 5, slow: 20)
    #expect(backtest.trades.count == 8)
    #expect(backtest.trades.allSatisfy { $0.exitReason == .target })
    #expect(
      backtest.trades.map(\.isLong) == (0..<8).map { $0 % 2 == (backtest.trades[0].isLong ? 0 : 1) }
    )
    #expect(backtest.openUnits == 75)
    let entry = try #require(backtest.openEntryBar)
    #expect(abs(closes[entry] - 106.809830) < 1e-6)
    let realised = backtest.trades.reduce(1_000_000) { $0 + $1.profit }
    #expect(abs(realised - 1_003_955.2090) < 1e-4)
    // The fees include the open position's entry: 75 * 106.80983 * 0.0015 = 12.0161.
    #expect(abs(backtest.fees - 202.4550) < 1e-4)
  }
}
