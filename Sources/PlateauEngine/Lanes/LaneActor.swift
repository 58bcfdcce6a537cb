import CEngineKernels
import PlateauColumns
import PlateauMarket

/// Lanes on one market, whatever the strategy: all but what a rule itself decides.
class LaneActor: CandidateLanes {
  /// Lanes of one run: enough for their trades to overlap, few enough to stay in the nearest cache.
  static let laneCount = 64

  final let shared: LaneMarket
  /// The first bar whose close counts as equity.
  final let firstBar: Int
  final let columns = LaneColumns(capacity: laneCount)
  final var lanes: [Lane] = []
  /// Dividend a share of the bar that runs.
  final var dividend = 0.0
  private final var waiting: [Waiting] = []

  init(_ market: Market, firstBar: Int) {
    shared = LaneMarket(market)
    self.firstBar = firstBar
  }

  /// Takes a candidate into the next run.
  ///
  /// - Throws: `CandidateFailure` where the strategy has no rule for it.
  func add(
    _ parameters: [Double], settings: ExecutionSettings, row: Int
  ) throws(CandidateFailure) {}

  /// The account of a rule after the first bar.
  func opening(_ rule: Int, cash: Double, at price: Double) -> AnchoredAccount {
    AnchoredAccount(cash: cash, units: 0, anchor: price)
  }

  /// Lets a rule act on an account.
  func act(
    _ rule: Int, at price: Double, dividend: Double, ordersToday: Int,
    on account: inout AnchoredAccount
  ) {}

  /// Keeps a candidate whose rule is made.
  final func wait(_ candidate: Waiting) { waiting.append(candidate) }

  /// Runs what was added, in an order of its own, and forgets it.
  ///
  /// - Parameters:
  ///   - isFull: Whether the sums of equity and of shortfalls are wanted.
  ///   - give: Takes the row of a candidate and its figures, or `nil` where they need every bar.
  func run(isFull: Bool, _ give: (Int, PerformanceSummary?) -> Void) {
    if !zip(waiting, waiting.dropFirst()).allSatisfy({ $0.key <= $1.key }) {
      waiting.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    }
    var start = 0
    while start < waiting.count {
      let first = waiting[start]
      guard shared.market.window.count >= 8, first.terms.threshold > LANES_CLEAR else {
        // Without a threshold every close is a tie.
        give(first.row, nil)
        start += 1
        continue
      }
      var end = start
      lanes.removeAll(keepingCapacity: true)
      while end < waiting.count, lanes.count < Self.laneCount,
        waiting[end].isLimited == first.isLimited, waiting[end].key >= first.key
      {
        open(waiting[end])
        end += 1
      }
      run(isFull: isFull, isLimited: first.isLimited)
      for lane in lanes.indices { give(waiting[start + lane].row, finish(lane)) }
      start = end
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func open(_ candidate: Waiting) {
    let lane = lanes.count
    let bar = shared.market.window.lowerBound
    let account = opening(
      candidate.rule, cash: candidate.cash, at: shared.market.series.close[bar])
    lanes.append(Lane(candidate, emptySince: account.units == 0 ? bar : nil, on: shared))
    columns.set(lane, to: candidate.terms, on: shared)
    columns.set(lane, to: account)
    columns[LANES_RISK_FREE, lane] = lanes[lane].riskFreePerBar
  }
}
