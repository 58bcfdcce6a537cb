import PlateauColumns
import Testing

@testable import PlateauEngine

/// Other packages' formulas on a curve of eight closes over new year, worked by hand.
@Suite struct ConventionTests {
  private static let days = [19718, 19719, 19720, 19724, 19725, 19726, 19727, 19730]

  private static func trade(
    _ entry: Int, _ exit: Int, at price: Double, profit: Double
  ) -> Trade {
    Trade(
      isLong: true, units: 10, entryBar: entry, exitBar: exit, entryPrice: price,
      exitPrice: price + profit / 10, fees: 0, borrowing: 0, days: days[exit] - days[entry],
      exitReason: .signal, isAmbiguous: false)
  }

  static let curve = EquityCurve(
    openingCash: 1000, equity: [990, 1010, 1000, 1030, 980, 1050, 1040, 1060],
    times: days.map { Timestamp(CivilDate(dayNumber: $0)) },
    closes: [50, 51, 50, 52, 49, 53, 52, 54],
    trades: [
      trade(1, 3, at: 100, profit: 30), trade(3, 4, at: 103, profit: -15),
      trade(4, 5, at: 98, profit: 60),
    ], periodsPerYear: 252)

  private func expect(
    _ convention: Convention, _ expected: [String: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let figures = convention.figures(of: Self.curve)
    for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
      let figure = try #require(
        figures.first { $0.name == name }, "\(name)", sourceLocation: sourceLocation)
      #expect(
        abs(figure.value - value) <= 1e-9 * abs(value) + 1e-12,
        "\(convention.name) \(name): \(figure.value), not \(value)", sourceLocation: sourceLocation)
    }
  }

  @Test func `backtesting compounds volatility and takes trade returns`() throws {
    try expect(
      .backtesting,
      [
        "total_return": 70.0 / 990, "annual_return": 10.698876168187624,
        "volatility": 7.6063320575367985, "sharpe_ratio": 1.4065749545586235,
        "sortino_ratio": 35.344679548975556, "max_drawdown": -0.04854368932038833,
        "calmar_ratio": 220.39684906466516, "longest_drawdown": 5, "trade_count": 3,
        "win_rate": 2.0 / 3, "profit_factor": 6.264081632653061,
        "expectancy": 0.025553794333267283, "sqn": 1.1470786693528088,
        "kelly": 0.5555555555555556, "exposure": 5.0 / 8, "mean_trade": 0.025080019814426313,
        "avg_trade_duration": 3, "longest_trade": 5, "best_trade": 60.0 / 980,
      ])
  }

  @Test func `quantstats counts bars, not trades`() throws {
    try expect(
      .quantstats,
      [
        "total_return": 70.0 / 990, "cagr": 10.698876168187724, "volatility": 0.599815371370083,
        "sharpe_ratio": 4.374918540449381, "win_rate": 4.0 / 7,
        "profit_factor": 2.0724509703174347, "gain_to_pain": 1.0724509703174347,
        "var_95": -0.051737225524597086, "ulcer_index": 0.020596206469561656,
        "longest_drawdown": 1, "longest_wins": 1, "longest_losses": 1,
      ])
  }

  @Test func `vectorbt begins with opening cash and has years of 365 bars`() throws {
    try expect(
      .vectorbt,
      [
        "total_return": 0.06, "annual_return": 13.275131011045646,
        "volatility": 0.6824043992958818, "sharpe_ratio": 4.2049659765185,
        "sortino_ratio": 8.259842679554927, "calmar_ratio": 273.46769882754046,
        "max_drawdown": 0.04854368932038833, "omega_ratio": 1.8066447454684436,
        "profit_factor": 6, "expectancy": 25, "win_rate": 2.0 / 3, "longest_drawdown": 1,
      ])
  }

  @Test func `backtrader takes logarithms and calendar years`() throws {
    try expect(
      .backtrader,
      [
        "total_return": 0.058268908123975824, "annual_return": 5.268083248439884,
        "sharpe_ratio": 0.6666666666666669, "max_drawdown": 0.04854368932038833,
        "longest_drawdown": 1, "win_rate": 2.0 / 3, "expectancy": 25, "sqn": 1.404878717372541,
      ])
  }

  @Test func `an account that is rebalanced has no figures of trades`() {
    let curve = EquityCurve(
      openingCash: 1000, equity: Self.curve.equity, times: Self.curve.times,
      closes: Self.curve.closes, hasTrades: false, periodsPerYear: 252)
    for convention in [Convention.backtesting, .vectorbt, .backtrader] {
      #expect(!convention.figures(of: curve).contains { $0.name == "win_rate" })
    }
  }

  @Test func `a flat curve has undefined ratios, and a single close no figures`() {
    let flat = EquityCurve(
      openingCash: 1000, equity: [1000, 1000, 1000], times: Array(Self.curve.times.prefix(3)),
      closes: [1, 1, 1], periodsPerYear: 252)
    for convention in Convention.all {
      let figures = convention.figures(of: flat)
      #expect(
        figures.first { $0.name == "sharpe_ratio" }?.value.isNaN == true, "\(convention.name)")
      #expect(figures.allSatisfy { !$0.value.isInfinite })
      let single = EquityCurve(
        openingCash: 1000, equity: [1000], times: Array(Self.curve.times.prefix(1)), closes: [1],
        periodsPerYear: 252)
      #expect(convention.figures(of: single).isEmpty)
    }
  }
}
