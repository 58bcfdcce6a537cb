import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

/// Figures of long series do not drown in rounding.
@Suite struct NumericalHonestyTests {
  /// A sum whose rounding errors are added up beside it (Neumaier, 1974).
  private func compensatedSum(_ values: some Sequence<Double>) -> Double {
    var (sum, lost) = (0.0, 0.0)
    for value in values {
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  @Test func `the Sharpe ratio of a million tiny returns on a large drift keeps nine digits`()
    throws
  {
    // A drift of 0.1 bp a bar, a thousand times what it varies by.
    var random = RandomStream(seed: 11)
    var close: [Double] = [100]
    for _ in 1..<1_000_000 {
      let growth: Double = 1e-5 + 2e-8 * (random.uniform() - 0.5)
      close.append(close[close.count - 1] * (1 + growth))
    }
    let series = PriceSeries(
      name: "DRIFT", times: close.indices.map { Timestamp(seconds: Int64($0) * 60) }, open: close,
      high: close, low: close, close: close, volume: close.map { _ in 1 },
      interval: .intraday(seconds: 60))
    let holding = RuleStrategy(
      name: "hold", parameters: [],
      rules: TradingRules(buy: Formula.binary(.greater, .name("close"), .number(0)).program))
    var settings = ExecutionSettings()
    settings.fill = .close
    let backtester = Backtester(
      strategy: holding, markets: [Market(series: series, periodsPerYear: 252)],
      settings: settings, metrics: [.sharpeRatio])
    let candidate = Table([Column("cash", kind: .money, values: [100_000])])
    let value = backtester.evaluateOnReference(candidate).metrics[0][0]

    let returns = try backtester.replay(row: 0, of: candidate).returns
    #expect(returns.count == 999_999)
    let mean = compensatedSum(returns) / Double(returns.count)
    let squares = compensatedSum(returns.lazy.map { ($0 - mean) * ($0 - mean) })
    let deviation = (squares / Double(returns.count - 1)).squareRoot()
    let expected = mean / deviation * 252.0.squareRoot()
    #expect(expected > 10_000)
    #expect(abs(value - expected) <= 1e-9 * expected, "\(value), not \(expected)")
  }
}
