import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket

/// What the manual finds out about a strategy by looking at prices: warm-up, columns and path.
struct StrategyFacts {
  private let strategy: any Strategy
  private let session: Session
  private let settings: ExecutionSettings

  init(_ strategy: any Strategy, in session: Session) {
    self.strategy = strategy
    self.session = session
    settings = ExecutionSettings(of: session.state, strategy: strategy)
  }

  /// The facts, each a line or a few.
  var lines: [String] { [warmUp] + columns + [path].compactMap(\.self) }

  // MARK: Warm-up

  /// How many bars pass before the first decision, on the prices in use or on made-up ones.
  private var warmUp: String {
    let bars: Int?
    do throws(CandidateFailure) {
      bars = try market.flatMap { market throws(CandidateFailure) in try firstBar(on: market) }
    } catch {
      return "Warm-up: unknown with the defaults, \(error.reason)."
    }
    let found = bars ?? Self.synthetic(bars: 50_000).flatMap { try? firstBar(on: $0) }
    return switch found {
    case nil: "Warm-up: not over after 50,000 bars with the defaults."
    case 0?: "Warm-up: none."
    case let count?: "Warm-up: \(Wording.plural(count, "bar")) with the defaults."
    }
  }

  private func firstBar(on market: Market) throws(CandidateFailure) -> Int? {
    try strategy.firstBar(strategy.defaultParameters, settings: settings, market: market)
  }

  /// All bars of the first prices in use, else bars made for the purpose.
  private var market: Market? {
    guard let series = session.state.datasetsInUse.first?.series else {
      return Self.synthetic(bars: 2_000)
    }
    return Market(series: series, periodsPerYear: series.periodsPerYear)
  }

  private static func synthetic(bars: Int) -> Market? {
    guard let series = try? SyntheticPrices.generate(name: "P", bars: bars, seed: 1) else {
      return nil
    }
    return Market(series: series, periodsPerYear: 252)
  }

  // MARK: Columns and path

  private var columns: [String] {
    let demand = ColumnDemand(strategy, values: values)
    guard !demand.entries.isEmpty else { return [] }
    let lines = demand.entries.map { entry in
      "  \(entry.text)\(isChosen ? ": \(Wording.plural(entry.count, "column"))" : "")"
    }
    return ["Computed once for all candidates:"] + lines
  }

  /// The values given to parameters, where the strategy is the chosen one.
  private var values: [String: [Double]] {
    guard isChosen else { return [:] }
    let own = session.state.assignments.filter { $0.target == .parameter }
    return Dictionary(own.map { ($0.name, $0.values.values) }, uniquingKeysWith: { $1 })
  }

  private var isChosen: Bool { session.state.strategyName == strategy.name }

  private var path: String? {
    guard let market else { return nil }
    let wanted = session.state.extraMetrics
    let backtester = Backtester(
      strategy: strategy, markets: [market], settings: settings,
      metrics: Metric.all.filter { $0.isDefault || wanted.contains($0.name) })
    let varied = session.state.assignments.filter { $0.target == .setting && $0.isRange }
    let path = backtester.describedPath(varying: Set(varied.map(\.ownName)))
    return "Path of a sweep: \(path.name); \(path.reason)."
  }
}
