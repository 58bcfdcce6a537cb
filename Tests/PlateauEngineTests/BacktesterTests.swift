import PlateauColumns
import PlateauMarket
import Testing

@testable import PlateauEngine

@Suite struct BacktesterTests {
  /// A rising and falling list of closes, long enough for means of a few bars.
  private static let closes: [Double] = (0..<60).map { bar in
    100 + 20 * Mathematics.cosine(Double(bar) / 4) + Double(bar) / 10
  }

  private var market: Market { TinyMarket(Self.closes.map { Bar($0, $0) }).market }

  private func evaluate(
    _ columns: [Column], markets: [Market]? = nil,
    _ configure: (inout ExecutionSettings) -> Void = { _ in }
  ) -> BatchEvaluation {
    var settings = ExecutionSettings()
    configure(&settings)
    return Backtester(
      strategy: RuleStrategy.meanCrossing, markets: markets ?? [market], settings: settings,
      metrics: [.finalEquity, .tradeCount, .fees]
    ).evaluate(Table(columns))
  }

  private func lengths(_ fast: [Double], _ slow: [Double]) -> [Column] {
    [Column("fast", kind: .length, values: fast), Column("slow", kind: .length, values: slow)]
  }

  @Test func `a batch holds what each candidate earns alone`() throws {
    let columns = lengths([2, 3, 4], [5, 8, 12])
    let result = evaluate(columns)
    #expect(result.failures.isEmpty)
    #expect(Set(result.metrics[0]).count == 3)
    let backtester = Backtester(
      strategy: RuleStrategy.meanCrossing, markets: [market], settings: ExecutionSettings())
    for row in 0..<3 {
      let replayed = try backtester.replay(row: row, of: Table(columns))
      #expect(abs(replayed.finalEquity / result.metrics[0][row] - 1) < 1e-12)
      #expect(Double(replayed.trades.count) == result.metrics[1][row])
    }
  }

  @Test func `settings are swept by their names, plain and nested`() {
    let rows = lengths([2, 2], [5, 5])
    let plain = evaluate(rows + [Column("commission", kind: .fraction, values: [0, 0.01])])
    let nested = evaluate(rows + [Column("execution.commission", values: [0, 0.01])])
    #expect(plain.metrics[0] == nested.metrics[0])
    #expect(plain.metrics[2][0] == 0)
    #expect(plain.metrics[2][1] > 0)
  }

  @Test func `words count by their text, whatever their order in the column`() {
    let rows = lengths([2, 2], [5, 5])
    let words = Column("fill", labels: ["close", "next_open"], values: [0, 1])
    let result = evaluate(rows + [words])
    #expect(result.metrics[0][0] == evaluate(lengths([2], [5])) { $0.fill = .close }.metrics[0][0])
    #expect(result.metrics[0][1] == evaluate(lengths([2], [5])).metrics[0][0])
    #expect(result.metrics[0][0] != result.metrics[0][1])
    let wrong = evaluate(rows + [Column("fill", labels: ["midnight"], values: [0, 0])])
    #expect(wrong.failures[1] == CandidateFailure("fill has no value 'midnight'"))
  }

  @Test func `sizing is swept as an amount, its mode as a word`() {
    let rows = lengths([2, 2], [5, 5])
    let amounts = evaluate(rows + [Column("sizing", values: [0.25, 0.5])]) {
      $0.sizingMode = .fraction
      $0.commission = 0.01
    }
    #expect(amounts.metrics[2][0] < amounts.metrics[2][1])
    let modes = evaluate(
      rows + [Column("sizing_mode", labels: ["units", "all_in"], values: [0, 1])]
    ) {
      $0.sizingAmount = 1
      $0.commission = 0.01
    }
    #expect(modes.metrics[2][0] < modes.metrics[2][1] / 100)
  }

  @Test func `what happens to one candidate does not stop the others`() {
    // A slow mean of 60 first crosses nothing in 60 bars; 0 and 2.5 are no lengths.
    let result = evaluate(lengths([2, 2, 2, 0, 2.5], [5, 60, 6, 5, 5]))
    #expect(result.failures.keys.sorted() == [1, 3, 4])
    #expect(result.failures[1] == .neverDefined)
    #expect(result.failures[3]?.reason == "fast was 0.0, but must be at least 1.0")
    #expect(result.failures[4]?.reason == "fast was 2.5, not a whole number")
    #expect(result.metrics[0][1].isNaN)
    #expect(!result.metrics[0][2].isNaN)
  }

  @Test func `a column that nothing takes fails its candidates instead of being passed over`() {
    let result = evaluate(lengths([2], [5]) + [Column("fsat", values: [7])])
    #expect(result.failures[0]?.reason == "'fsat' is no parameter of sma_cross and no setting")
  }

  @Test func `a setting outside its range fails the candidate`() {
    let result = evaluate(lengths([2, 2], [5, 5]) + [Column("cash", values: [-5, .nan])])
    #expect(result.failures.count == 2)
  }

  @Test func `the symbol column picks the market`() {
    let rising = TinyMarket((0..<60).map { Bar(Double($0) + 1, Double($0) + 1) }).market
    let rows = lengths([2, 2], [5, 5])
    let symbols = Column("symbol", labels: ["WAVE", "RISE"], values: [0, 1])
    let result = evaluate(rows + [symbols], markets: [market, rising])
    #expect(result.metrics[0][0] == evaluate(lengths([2], [5])).metrics[0][0])
    #expect(result.metrics[1][1] == 0)
    let third = Column("symbol", labels: ["A", "B", "C"], values: [2, 2])
    #expect(evaluate(rows + [third], markets: [market, rising]).failures.count == 2)
  }

  @Test func `ruined candidates keep their row and are named`() {
    let bars = [Bar(10, 10, .short), Bar(10, 15), Bar(20, 21), Bar(5, 5)]
    let strategy = RuleStrategy(name: "tiny", parameters: [], rules: TinyMarket.rules())
    let backtester = Backtester(
      strategy: strategy, markets: [TinyMarket(bars).market], settings: ExecutionSettings(),
      metrics: [.totalReturn])
    let fraction = Table([
      Column("sizing_mode", labels: ["fraction"], values: [0, 0]),
      Column("sizing", values: [0.1, 1]),
    ])
    let result = backtester.evaluate(fraction)
    #expect(result.ruined == [1])
    #expect(result.failures.isEmpty)
    #expect(result.metrics[0][1] == -1)
    #expect(result.metrics[0][0] > 0)
  }

  @Test func `a common start scores every candidate over the same bars`() throws {
    let columns = lengths([2, 2], [5, 20])
    let settings = ExecutionSettings()
    let own = Backtester(
      strategy: RuleStrategy.meanCrossing, markets: [market], settings: settings)
    // A crossing needs the slow mean on two bars: index 5 and index 20.
    #expect(own.firstBars(of: Table(columns)) == [5, 20])
    let common = Backtester(
      strategy: RuleStrategy.meanCrossing, markets: [market], settings: settings, commonStart: 20)
    for row in 0..<2 {
      let backtest = try common.replay(row: row, of: Table(columns))
      #expect(backtest.firstBar == 20)
      #expect(backtest.equity.count == 40)
      #expect(backtest.equity.first == settings.cash)
    }
  }

  @Test func `aliases reach the parameter or setting they stand for`() {
    let backtester = Backtester(
      strategy: VolatilityBalancing(), markets: [market],
      settings: ExecutionSettings(defaultsFor: VolatilityBalancing()), metrics: [.fees])
    let result = backtester.evaluate(
      Table([
        Column("trigger_threshold", values: [0.05, 0.05]),
        Column("commission_rate", values: [0.0001, 0.001]),
      ]))
    #expect(result.failures.isEmpty)
    // Ten times the commission, on nearly the same fills.
    #expect(abs(result.metrics[0][1] / result.metrics[0][0] - 10) < 0.2)
  }
}
