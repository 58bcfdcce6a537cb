import CEngineKernels

/// Runs the candidates of an anchored strategy side by side on one market.
///
/// The kernel carries every lane from fill to fill; at a bar that is not its plain case it calls
/// back, and the strategy's own rule acts on the one lane. A candidate's figures do not depend on
/// which others share its lanes.
///
/// It serves one thread at a time and keeps its memory for the next batch.
final class LaneBacktest<S: AnchoredStrategy>: LaneActor {
  private let strategy: S
  private var rules: [S.Rule] = []

  init(_ strategy: S, market: Market) {
    self.strategy = strategy
    super.init(market, firstBar: market.window.lowerBound + (strategy.countsOpeningBar ? 0 : 1))
  }

  override func add(
    _ parameters: [Double], settings: ExecutionSettings, row: Int
  ) throws(CandidateFailure) {
    let rule = try strategy.rule(parameters, settings: settings)
    wait(Waiting(row: row, rule: rules.count, terms: rule.terms, settings: settings))
    rules.append(rule)
  }

  override func run(isFull: Bool, _ give: (Int, PerformanceSummary?) -> Void) {
    super.run(isFull: isFull, give)
    rules.removeAll(keepingCapacity: true)
  }

  override func opening(_ rule: Int, cash: Double, at price: Double) -> AnchoredAccount {
    rules[rule].opening(cash: cash, at: price)
  }

  override func act(
    _ rule: Int, at price: Double, dividend: Double, ordersToday: Int,
    on account: inout AnchoredAccount
  ) {
    rules[rule].act(at: price, dividend: dividend, ordersToday: ordersToday, on: &account)
  }
}
