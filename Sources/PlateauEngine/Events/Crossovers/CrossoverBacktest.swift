import CEngineKernels
import PlateauColumns
import PlateauMarket

/// Runs crossover candidates that invest all equity and have no stops: the shortest way there is.
///
/// It serves one thread and one market.
struct CrossoverBacktest {
  private let market: Market
  private var bars: CrossoverBars
  private let countsTrades: Bool
  private var figures: KeptFigures

  /// Prepares for candidates of a crossover.
  ///
  /// - Parameters:
  ///   - bars: Finds the decisions.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - market: The prices and the window.
  init(_ bars: CrossoverBars, countsTrades: Bool, market: Market) {
    self.bars = bars
    self.countsTrades = countsTrades
    self.market = market
    figures = KeptFigures(market)
  }

  /// The length of the lower column, where it is one parameter.
  var tilingParameter: Int? { bars.lowerParameter }

  /// What candidates with the same settings have in common.
  struct Common {
    fileprivate let figures: TradeFigures
    fileprivate let summaries: WindowSummaries
    fileprivate let bars: trade_bars
    fileprivate let cash: Double
    /// What is taken from a decision's bar to get the bar of its fill in the window.
    fileprivate let offset: Int
  }

  /// What candidates with some settings have in common.
  mutating func common(to settings: ExecutionSettings, _ summaries: WindowSummaries) -> Common {
    let figures = figures.figures(of: TradeCosts(settings), summaries)
    let window = market.window
    return Common(
      figures: figures, summaries: summaries,
      bars: trade_bars(
        entries: figures.entries, exits: figures.exits, ranges: summaries.ranges.numbers,
        bar_count: Int64(window.count), commission: settings.commission),
      cash: settings.cash, offset: window.lowerBound - (settings.fill == .nextOpen ? 1 : 0))
  }

  /// Runs a candidate.
  ///
  /// - Parameters:
  ///   - parameters: A value for each parameter of the strategy.
  ///   - common: What its settings have to do with it.
  ///   - summary: What is known before; filled in.
  /// - Returns: Whether it could be done this way; `summary` is not to be used otherwise.
  /// - Throws: `CandidateFailure`, the same as `ReferenceBacktest` gives.
  mutating func run(
    _ parameters: [Double], _ common: borrowing Common, into summary: inout PerformanceSummary
  ) throws(CandidateFailure) -> Bool {
    guard let decisions = try bars.decisions(parameters) else { return false }
    var account = compounding_account()
    account.cash = common.cash
    // Closes before the first entry are a peak; an entry at the first close comes before all.
    let startsAtOnce = decisions.count > 0 && Int(decisions.bars[0]) == common.offset
    account.level = startsAtOnce ? .infinity : 1
    account.lowest_level = 1
    withUnsafePointer(to: common.bars) { bars in
      compounding_book(
        bars, decisions.bars, Int64(decisions.count), Int64(common.offset), countsTrades, &account)
    }
    return summary.complete(account, closingAt: common.summaries, common.bars.commission)
  }
}
