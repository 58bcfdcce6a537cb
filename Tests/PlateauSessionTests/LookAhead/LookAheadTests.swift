import Foundation
import PlateauLanguage
import PlateauMarket
import Testing

@testable import PlateauColumns
@testable import PlateauEngine
@testable import PlateauWorkbench

/// No past decision changes when later bars come: for everything that can be written.
@Suite struct LookAheadTests {
  private static let checks = [
    LookAheadPrices.steady, LookAheadPrices.turning, LookAheadPrices.hourly,
  ].map { LookAheadCheck($0) }

  private func expectNone(_ expression: String) throws {
    for check in Self.checks { #expect(try check.problems(in: expression) == []) }
  }

  @Test(arguments: ColumnFunction.all.map(\.name))
  func `a function's past values stay as they were`(name: String) throws {
    let function = try #require(ColumnFunction.named(name))
    try expectNone(function.example)
    for number in 1...2 {
      let arguments = function.arguments.map { argument in
        switch argument.kind {
        case .series: "close"
        case .condition: "close > open"
        case .length, .number: "\(number)"
        case .expression: "sma(close, \(number))"
        }
      }
      try expectNone("\(name)(\(arguments.joined(separator: ", ")))")
    }
  }

  @Test(arguments: ExpressionScopes.seriesNames.map(\.name))
  func `a series' past values stay as they were`(name: String) throws {
    try expectNone(name)
    try expectNone("\(name)[1]")
    try expectNone("weekly(\(name))")
    try expectNone("monthly(\(name))")
  }

  @Test(arguments: [
    "weekly(sma(close, 2)) > close", "monthly(close crosses above open)", "weekly(close)[1]",
    "sma(weekly(close), 3)", "weekly(close) crosses above monthly(close)",
    "weekly(highest(high, 3)[1])", "sma(close / open, 20)", "sma(rsi(close, 5), 3)",
    "ema(sma(close, 3), 5)",
  ])
  func `past values of what is put together stay as they were`(expression: String) throws {
    try expectNone(expression)
  }

  @Test(arguments: BuiltInStrategies.all.map(\.strategy.name))
  func `past decisions of a built-in strategy stay as they were`(name: String) throws {
    let strategy = try #require(BuiltInStrategies.strategy(named: name))
    for check in Self.checks { #expect(try check.problems(in: strategy) == []) }
  }

  /// The strategies shipped as files.
  private static let examples: [URL] = {
    let folder = Binary.root.appending(path: "sessions/strategies")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "plateau" }
      .sorted { $0.path < $1.path }
  }()

  @Test func `past decisions of every shipped example stay as they were`() throws {
    for file in Self.examples {
      let session = Session(
        host: SessionHost(show: { _, _ in }), folder: file.deletingLastPathComponent().path)
      try session.execute(SourceText(try String(contentsOf: file, encoding: .utf8)))
      #expect(!session.state.writtenStrategies.isEmpty, "\(file.lastPathComponent)")
      for written in session.state.writtenStrategies {
        let strategy = try #require(StrategyLibrary(session.state).strategy(named: written.name))
        for check in Self.checks {
          #expect(try check.problems(in: strategy) == [], "\(file.lastPathComponent)")
        }
      }
    }
  }

  // MARK: What leaks is caught

  /// Functions that see the future, each in its own way.
  private static let leaks: [(String, @Sendable ([Double]) -> [Double])] = [
    ("tomorrow", { Array($0.dropFirst()) + [.nan] }),
    ("tomorrow, but for the last bar", { Array($0.dropFirst()) + $0.suffix(1) }),
    (
      "the mean of all",
      { series in
        [Double](repeating: series.reduce(0, +) / Double(series.count), count: series.count)
      }
    ),
    (
      "a centred window",
      { series in
        series.indices.map { row in
          guard row > 0, row + 1 < series.count else { return .nan }
          return (series[row - 1] + series[row] + series[row + 1]) / 3
        }
      }
    ),
    (
      "a last bit that hangs on all decimals",
      { series in
        let isDecimal = series.allSatisfy { ($0 * 100).rounded() / 100 == $0 }
        return series.map { isDecimal ? $0 : $0.nextUp }
      }
    ),
    (
      "one bar, rarely",
      { series in
        series.indices.map { $0 == 318 && $0 + 1 < series.count ? series[$0 + 1] : series[$0] }
      }
    ),
  ]

  @Test(arguments: leaks)
  func `a function that sees the future is caught`(
    name: String, leak: @Sendable @escaping ([Double]) -> [Double]
  ) {
    let function = ColumnFunction(
      name: "leak", arguments: [.init("series", .series)], result: .sameAsFirst, summary: "",
      formula: "", warmUp: "", example: "leak(close)", kernel: .column { series, _ in leak(series) }
    )
    guard case .column(let kernel) = function.kernel else { return }
    #expect(
      LookAheadCheck(LookAheadPrices.turning).isChanged { environment in
        .column(
          kernel(
            (environment.inputs["close"] ?? .scalar(.nan)).column(
              rowCount: environment.rowCount), []))
      })
  }

  @Test func `a function that only looks back is not`() {
    #expect(
      !LookAheadCheck(LookAheadPrices.turning).isChanged { environment in
        guard case .column(let close)? = environment.inputs["close"] else { return .scalar(0) }
        return .column([.nan] + close.dropLast())
      })
  }

  @Test func `a strategy that knows the next close is caught by its trades`() throws {
    for check in Self.checks {
      #expect(try check.problems(in: Clairvoyant(bars: 0)) == [])
      #expect(try !check.problems(in: Clairvoyant(bars: 1)).isEmpty)
      #expect(try !check.problems(in: Clairvoyant(bars: 30)).isEmpty)
    }
  }

  @Test func `the check at the definition finds rule and bar`() throws {
    let strategy = try #require(
      BuiltInStrategies.strategy(named: "sma_cross") as? RuleStrategy)
    let environment = Market(series: LookAheadPrices.steady, periodsPerYear: 252).environment
    #expect(strategy.lookAhead(in: environment) == nil)
    let wrong = TruncationCheck(environment, cuts: [200])
    // The selling rule, one bar too early.
    let sell = try #require(strategy.rules.sell).binding(["fast": 10, "slow": 50])
    let change = try wrong.change { environment in
      let values = try sell.evaluate(in: environment).column(rowCount: environment.rowCount)
      return .column(Array(values.dropFirst()) + [.nan])
    }
    #expect(change == TruncationCheck.Change(bar: 199, knownBars: 200))
    #expect(TruncationCheck.cuts(4, of: 320) == [20, 80, 180, 319])
    #expect(TruncationCheck.cuts(20, of: 2) == [1])
    #expect(TruncationCheck.cuts(4, of: 1) == [])
  }
}

/// Holds while the close some bars ahead is higher than this one; it knows it from the volume.
private struct Clairvoyant: Strategy {
  let bars: Int
  let name = "clairvoyant"
  let parameters: [StrategyParameter] = []

  private var rules: RuleStrategy {
    func fires(_ operation: BinaryOperation) -> ColumnProgram {
      var program = ColumnProgram()
      let volume = program.append(.input("volume"))
      program.append(.binary(operation, volume, program.append(.constant(0.5))))
      return program
    }
    return RuleStrategy(
      name: name, parameters: [],
      rules: TradingRules(buy: fires(.greater), sell: fires(.less)))
  }

  func firstBar(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Int? {
    market.window.lowerBound
  }

  func backtest(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Backtest {
    let series = market.series
    let knowing = PriceSeries(
      name: series.name, times: series.times, open: series.open, high: series.high,
      low: series.low, close: series.close,
      volume: series.close.indices.map { bar in
        bar + bars < series.count && series.close[bar + bars] > series.close[max(0, bar - 1)]
          ? 1 : 0
      }, interval: series.interval)
    return try rules.backtest(
      [], settings: settings, market: Market(series: knowing, periodsPerYear: 252))
  }
}
