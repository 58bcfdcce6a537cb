import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Volatility balancing written as orders against the native rule.
@Suite struct OrderBalancingTests {
  private static let native = VolatilityBalancing()

  /// Parameters of both: threshold, ratio, bounds, largest trade, smallest value.
  private static func grid() -> [[Double]] {
    var rows: [[Double]] = []
    for threshold in [0.01, 0.03, 0.0725] {
      for ratio in [0.3, 1.6667, 5] {
        for (low, high) in [(0.25, 0.75), (0.0, 1.0), (0.4, 0.5)] {
          rows.append([threshold, ratio, low, high, ratio > 4 ? 0.05 : 0.2, 100])
        }
      }
    }
    return rows
  }

  private static func settings(_ commission: Double) -> ExecutionSettings {
    var settings = ExecutionSettings()
    settings.commission = commission
    return settings
  }

  /// Runs both on a market and compares fills and equity.
  private func compare(_ market: Market, _ row: [Double], commission: Double) throws -> Int {
    let settings = Self.settings(commission)
    let native = try Self.native.backtest(
      row + Self.native.defaultParameters[6..<9] + [1000] + Self.native.defaultParameters[10...],
      settings: settings, market: market)
    let orders = try OrderStrategy.balancing.backtest(
      row + [commission], settings: settings, market: market)
    #expect(orders.firstBar == native.firstBar)
    let (fills, expected) = (try #require(orders.fills), try #require(native.fills))
    #expect(fills.count == expected.count, "\(row)")
    for (fill, expected) in zip(fills, expected) {
      #expect(fill.bar == expected.bar && fill.kind == .order, "\(row)")
      #expect(fill.price == expected.price && fill.anchorBefore == expected.anchorBefore, "\(row)")
      #expect(agree(fill.units, expected.units, within: 1e-9), "\(row)")
    }
    for (found, expected) in zip(orders.equity, native.equity) {
      #expect(abs(found - expected) <= 1e-12 * expected, "\(row)")
    }
    return fills.count
  }

  @Test func `the formula makes the fills of the native rule on random prices`() throws {
    var fills = 0
    for seed in 0..<12 as Range<UInt64> {
      let series = try SyntheticPrices.generate(name: "S", bars: 700, seed: seed)
      let market = Market(series: series, periodsPerYear: 252)
      for row in Self.grid() { fills += try compare(market, row, commission: 0.0001) }
    }
    #expect(fills > 5000)
  }

  @Test(.enabled(if: SharedFiles.present, "needs ../shared"))
  func `the formula makes the fills of the native rule on GOOG`() throws {
    for commission in [0, 0.0001, 0.001] {
      for row in Self.grid() {
        #expect(try compare(ReferencePrices.market("GOOG"), row, commission: commission) > 0)
      }
    }
  }

  @Test func `the formula in lanes has the figures of the native rule in lanes`() throws {
    let series = try SyntheticPrices.generate(name: "S", bars: 1500, seed: 3)
    let grid = Self.grid()
    let names = Self.native.parameters.prefix(6).map(\.name)
    let candidates = Table(
      names.indices.map { index in
        Column(names[index], kind: .fraction, values: grid.map { $0[index] })
      })
    let results = ([Self.native, OrderStrategy.balancing] as [any Strategy]).map { strategy in
      Backtester(
        strategy: strategy, markets: [Market(series: series, periodsPerYear: 252)],
        settings: Self.settings(0.0001), metrics: Metric.defaults
      ).evaluate(candidates)
    }
    #expect(results[1].failures.isEmpty)
    for (index, metric) in Metric.defaults.enumerated() {
      for row in grid.indices {
        let (expected, found) = (results[0].metrics[index][row], results[1].metrics[index][row])
        #expect(agree(found, expected, within: 1e-11), "\(metric.name) \(grid[row])")
      }
    }
  }
}
