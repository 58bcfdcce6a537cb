import PlateauColumns
import PlateauEngine
import PlateauSearch

/// Whether a sweep had enough bars and trades for its result to say anything.
enum ScarceData {
  /// The fewest closed trades of a best candidate that are not remarked on.
  static let fewestTrades = 30

  /// What is to be said, a sentence each.
  ///
  /// - Parameters:
  ///   - run: A run that has ended.
  ///   - best: The best candidate, or `nil`.
  ///   - expectsTrades: Whether any candidate closes trades, and so the best one should.
  /// - Returns: Warnings; none where there is enough.
  static func sentences(of run: Run, best: Int?, expectsTrades: Bool) -> [String] {
    [
      neverDefined(in: run), best.flatMap { warmUp(of: $0, in: run) },
      expectsTrades ? best.flatMap { fewTrades(of: $0, in: run) } : nil,
    ].compactMap { $0 }
  }

  /// Candidates that need more bars than there are.
  private static func neverDefined(in run: Run) -> String? {
    let reason = CandidateFailure.neverDefined.reason
    let result = run.study.result
    let count = result.failures.count { $0.reason == reason }
    guard count > 0 else { return nil }
    return "\(Wording.count(count)) of \(Wording.plural(result.count, "candidate")) failed: "
      + "their warm-up is longer than the prices up to the window's end; load earlier prices or "
      + "shorten a length"
  }

  /// A best candidate that spends most of the window on its warm-up.
  private static func warmUp(of best: Int, in run: Run) -> String? {
    let result = run.study.result
    let parameters = result.table.selecting(
      columns: Array(result.table.names.prefix(result.parameterCount))
    ).selecting(rows: [best])
    let market = parameters["symbol"]?.values.first.map { Int($0) } ?? 0
    guard let bar = run.evaluator.backtester.firstBars(of: parameters).first ?? nil,
      run.plan.markets.indices.contains(market)
    else { return nil }
    let window = run.plan.markets[market].window
    let taken = bar - window.lowerBound
    guard 2 * taken > window.count else { return nil }
    return "the warm-up of the best candidate takes \(Wording.count(taken)) of the window's "
      + "\(Wording.plural(window.count, "bar")); load earlier prices or shorten a length"
  }

  /// A best candidate with too few trades to tell skill from luck.
  private static func fewTrades(of best: Int, in run: Run) -> String? {
    guard let trades = run.study.result.table["trade_count"]?.values[best],
      trades < Double(fewestTrades)
    else { return nil }
    return "the best candidate closed \(Wording.plural(Int(trades), "trade")); "
      + "fewer than \(fewestTrades) say little"
  }
}
