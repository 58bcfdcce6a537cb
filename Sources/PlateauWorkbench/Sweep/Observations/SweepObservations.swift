import PlateauColumns
import PlateauEngine
import PlateauSearch

/// What a sweep's result shows that nobody asked for (DESIGN part 5).
struct SweepObservations {
  /// Parameters and settings on which no result depends.
  let inert: [String]
  /// The ranges at whose end the best candidate lies.
  let edges: [RangeEdge]
  /// Candidates that share every metric with another, those without trades left out.
  let twinCount: Int
  /// Candidates that closed no trade.
  let tradelessCount: Int
  /// The Sharpe ratio that luck alone would reach, or `nan`, and among how many trials.
  let noiseHurdle: Double
  let trialCount: Int
  /// Sentences about too few bars or trades.
  let scarcity: [String]
  /// Some candidates run once more, bar by bar.
  let verification: SweepVerification

  /// Looks at the result of a run that has ended.
  ///
  /// - Complexity: O(rows · metrics), and 32 backtests bar by bar.
  init(_ run: Run) {
    let result = run.study.result
    let view = try? RunView(run: run, filters: [], objective: run.plan.state.objective)
    let best = view.flatMap { view in view.best.flatMap { view.scores[$0].isNaN ? nil : $0 } }
    let trades = result.table["trade_count"]?.values
    let tradeless = trades?.count { $0 == 0 } ?? 0
    let hasTrades = tradeless + result.failures.count < result.count
    // A rule that only ever buys is meant to hold.
    let exposure = result.table["exposure"]?.values ?? []
    let onlyHolds =
      run.plan.strategy is RuleStrategy && !hasTrades && exposure.allSatisfy { !($0 == 0) }
    tradelessCount = onlyHolds ? 0 : tradeless
    if hasTrades, let places = GridPlaces(result, of: run.plan.study.space) {
      inert = InertParameters.names(in: result, of: run.plan.study.space, places)
      edges =
        best.map { best in
          RangeEdge.edges(of: best, in: run, scores: view?.scores ?? [], places)
        } ?? []
    } else {
      (inert, edges) = ([], [])
    }
    // Rows of failed candidates have no metrics, and those without trades are all alike.
    twinCount = trades.map { trades in TwinRows.count(in: result) { trades[$0] > 0 } } ?? 0
    let ratios = result.table["sharpe_ratio"]?.values ?? []
    noiseHurdle = NoiseHurdle.value(of: ratios)
    trialCount = ratios.count { !$0.isNaN }
    scarcity = ScarceData.sentences(of: run, best: best, expectsTrades: hasTrades)
    verification = SweepVerification(
      of: run, on: run.evaluator.backtester, including: best)
  }

  /// What is worth a warning, a sentence each.
  var warnings: [String] {
    var sentences = edges.filter { !inert.contains($0.name) }.map(\.sentence)
    if !inert.isEmpty {
      sentences.insert(
        "\(Wording.list(inert)) change\(inert.count == 1 ? "s" : "") nothing: "
          + "no result depends on \(inert.count == 1 ? "it" : "them")", at: 0)
    }
    sentences += scarcity
    if let doubt { sentences.insert(doubt, at: 0) }
    return sentences
  }

  /// What is said when a row is not what the reference says, or `nil`.
  var doubt: String? {
    verification.complaint.map { "THE RESULT IS IN DOUBT: \($0)" }
  }

  /// What is to be said beside the number of candidates.
  var countNotes: [String] {
    var notes: [String] = []
    if tradelessCount > 0 { notes.append("\(Wording.count(tradelessCount)) closed no trade") }
    if twinCount > 0 { notes.append("\(Wording.count(twinCount)) the same as another") }
    return notes
  }
}
