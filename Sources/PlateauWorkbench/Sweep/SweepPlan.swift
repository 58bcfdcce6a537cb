import PlateauColumns
import PlateauEngine
import PlateauMarket
import PlateauSearch

/// A sweep that is fully decided: names have become things, and every check has been made.
struct SweepPlan: Sendable {
  /// The candidates, and what makes one better than another.
  let study: StudyPlan
  /// The strategy.
  let strategy: any Strategy
  /// The prices, one entry a symbol in use.
  let markets: [Market]
  /// The settings that do not vary.
  let settings: ExecutionSettings
  /// The metrics of each row.
  let metrics: [Metric]
  /// The session's state when the sweep was planned.
  let state: SessionState
  /// The engine for this plan, each candidate starting on its own first bar.
  let evaluator: BacktestEvaluator

  /// Bytes that the finished result takes.
  var memoryEstimate: Double {
    let columns = study.space.domains.count + metrics.count
    return study.count.value * Double(columns * MemoryLayout<Double>.stride)
  }

  /// How many bars are scored: `250 of 2,148 bars`.
  var barsNote: String {
    let notes = markets.map { market in
      let (scored, all) = (market.window.count, market.series.count)
      return scored == all
        ? Wording.plural(all, "bar")
        : "\(Wording.count(scored)) of \(Wording.count(all)) bars"
    }
    return notes.allSatisfy { $0 == notes.first }
      ? notes.first ?? "" : notes.joined(separator: "; ")
  }

  /// Bars in the longest window.
  var barCount: Int { markets.map(\.window.count).max() ?? 0 }

  /// The engine for this plan, with `start common` from the latest start of all candidates.
  ///
  /// That start takes a look at every candidate.
  ///
  /// - Parameter isInterrupted: Asked between batches; true gives up.
  /// - Returns: The engine, or `nil` when interrupted.
  func evaluatorFromStart(isInterrupted: () -> Bool) -> BacktestEvaluator? {
    guard settings.start == .common else { return evaluator }
    var starts = markets.map(\.window.lowerBound)
    var sampler = GridSampler(study.space)
    let backtester = evaluator.backtester
    while !sampler.isExhausted {
      guard !isInterrupted() else { return nil }
      let candidates = sampler.propose(study.batchSize)
      let symbols = candidates["symbol"]?.values
      for (row, bar) in backtester.firstBars(of: candidates).enumerated() {
        let market = symbols.map { Int($0[row]) } ?? 0
        starts[market] = max(starts[market], bar ?? starts[market])
      }
    }
    return evaluator(on: zip(markets, starts).map { $0.starting(at: $1) })
  }

  private func evaluator(on markets: [Market]) -> BacktestEvaluator {
    BacktestEvaluator(
      backtester: Backtester(
        strategy: strategy, markets: markets, settings: settings, metrics: metrics,
        samples: study.space.samples))
  }
}
