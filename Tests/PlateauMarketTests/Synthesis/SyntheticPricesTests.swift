import PlateauColumns
import PlateauMarket
import Testing

@Suite struct SyntheticPricesTests {
  @Test func `the seed alone decides, not the name`() throws {
    let one = try SyntheticPrices.generate(name: "one", bars: 500, seed: 9)
    let two = try SyntheticPrices.generate(name: "two", bars: 500, seed: 9)
    let other = try SyntheticPrices.generate(name: "one", bars: 500, seed: 10)
    #expect(one.fingerprint == two.fingerprint)
    #expect(one.fingerprint != other.fingerprint)
    #expect(one.isSynthetic)
    #expect(one.identity.contains(", synthetic, "))
  }

  @Test(arguments: [
    BarInterval.daily, .weekly, .monthly, .intraday(seconds: 3600), .intraday(seconds: 60),
  ])
  func `bars are sound and have the interval asked for`(interval: BarInterval) throws {
    let series = try SyntheticPrices.generate(
      name: "x", bars: 3000, seed: 1, regimes: [.volatile, .bear], interval: interval)
    #expect(series.count == 3000)
    #expect(BarInterval(of: series.times) == interval)
    for bar in 0..<series.count {
      if bar > 0 { #expect(series.times[bar - 1] < series.times[bar]) }
      #expect(series.low[bar] > 0)
      #expect(series.low[bar] <= min(series.open[bar], series.close[bar]))
      #expect(series.high[bar] >= max(series.open[bar], series.close[bar]))
      #expect(series.volume[bar] == series.volume[bar].rounded())
    }
  }

  @Test func `days are weekdays, and a weekend start moves to Monday`() throws {
    let saturday = try #require(CivilDate(year: 2021, month: 1, day: 2))
    let series = try SyntheticPrices.generate(name: "x", bars: 50, seed: 1, start: saturday)
    #expect(series.times.first?.description == "2021-01-04")
    #expect(series.times.allSatisfy { $0.date.weekday <= 5 })
    #expect(series.periodsPerYear == 252)
  }

  @Test func `hours are the seven of a session`() throws {
    let series = try SyntheticPrices.generate(
      name: "x", bars: 70, seed: 1, interval: .intraday(seconds: 3600))
    #expect(series.times[0].clock == "09:00:00")
    #expect(series.times[6].clock == "15:00:00")
    #expect(series.times[7].clock == "09:00:00")
    #expect(series.periodsPerYear == 7 * 252)
  }

  @Test(arguments: Regime.allCases)
  func `volatility and growth are those of the regime`(regime: Regime) throws {
    // 200 years in one regime. The standard error of a volatility from n returns is about
    // 1/sqrt(2n): 0.3%; of the yearly drift volatility/sqrt(200): at most 2.9 points.
    let years = 200.0
    let series = try SyntheticPrices.generate(
      name: "x", bars: 50_400, seed: 5, regimes: [regime])
    // Walks that reach an end turn back, so only returns far from it count.
    let returns = zip(series.close, series.close.dropFirst())
      .filter { $0.0 > 20 && $0.0 < 1e7 }
      .map { Mathematics.logarithm($1 / $0) }
    let mean = returns.reduce(0, +) / Double(returns.count)
    let variance =
      returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(returns.count - 1)
    let counted = Double(returns.count) / 252
    let volatility = (variance * 252).squareRoot()
    #expect(counted <= years)
    #expect((volatility / regime.annualVolatility - 1).magnitude < 0.1)
    let drift =
      Mathematics.logarithm(1 + regime.annualGrowth)
      - regime.annualVolatility * regime.annualVolatility / 2
    #expect((mean * 252 - drift).magnitude < 4 * regime.annualVolatility / counted.squareRoot())
  }

  @Test func `every named regime is passed through, in order`() throws {
    // 200 bars each; the wild half moves far more than the calm one.
    let series = try SyntheticPrices.generate(
      name: "x", bars: 400, seed: 2, regimes: [.sideways, .volatile])
    let moves = zip(series.close, series.close.dropFirst()).map { ($1 / $0 - 1).magnitude }
    let calm = moves[..<199].reduce(0, +)
    let wild = moves[200...].reduce(0, +)
    #expect(wild > 2 * calm)
  }

  @Test func `prices stay finite however long they rise`() throws {
    let series = try SyntheticPrices.generate(
      name: "x", bars: 200_000, seed: 3, regimes: [.bull])
    #expect(series.close.allSatisfy { $0 >= 1 && $0 <= 1e8 })
  }

  @Test func `impossible requests are refused`() {
    #expect(throws: MarketError.synthesis(.barCount(0, limit: SyntheticPrices.barLimit))) {
      try SyntheticPrices.generate(name: "x", bars: 0, seed: 1)
    }
    #expect(throws: MarketError.synthesis(.interval("irregular"))) {
      try SyntheticPrices.generate(name: "x", bars: 5, seed: 1, interval: .irregular)
    }
    #expect(throws: MarketError.synthesis(.interval("8h"))) {
      try SyntheticPrices.generate(
        name: "x", bars: 5, seed: 1, interval: .intraday(seconds: 8 * 3600))
    }
    for interval in [BarInterval.daily, .weekly, .monthly] {
      #expect(throws: MarketError.synthesis(.pastCalendar(bars: 5_000_000))) {
        try SyntheticPrices.generate(name: "x", bars: 5_000_000, seed: 1, interval: interval)
      }
    }
  }
}
