import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Puts candidates, runs or session files side by side.
enum CompareCommand: Command {
  static let signature = CommandSignature(
    "compare", group: "results", summary: "show what differs between candidates, runs or sessions",
    [
      .spaceList(.word("thing", .run, placeholder: "CANDIDATE|RUN|PATH")),
      .optional([.keyword("baseline")]),
    ],
    details: """
      Candidates (3, best, rank 2, r2:17): the parameters that differ, then every metric; the \
      difference is the second less the first, and 'baseline' adds the baseline. Two runs (r1 r2): \
      what differs in data, settings and results. Two session files: each is executed in a fresh \
      session, where nothing is shown or written.
      """,
    examples: [
      "compare 0 best", "compare rank 1 rank 2 rank 3",
      "compare \"sessions/quickstart.plateau\" \"sessions/quickstart.plateau\"",
    ],
    related: ["show", "runs", "baseline", "replay", "why"])
  static let isUndoable = false

  /// One thing to compare, as it was written.
  private struct Item {
    var text: String
    var range: Range<Int>
  }

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let items = try items(call)
    guard items.count >= 2 else {
      throw Diagnostic(
        .missingArgument, "compare needs two things", at: call.range, hint: "such as compare 0 best"
      )
    }
    let candidates = items.compactMap { try? parseCandidate($0.text) }
    if candidates.count == items.count {
      return try compare(zip(items, candidates).map { $0 }, call, session)
    }
    if call.flag("baseline") {
      throw Diagnostic(
        .unexpectedText, "a baseline is compared with candidates", at: call.range(of: "baseline"),
        hint: "such as compare 0 best baseline")
    }
    guard candidates.isEmpty else {
      let other = items.first { (try? parseCandidate($0.text)) == nil } ?? items[0]
      throw Diagnostic(
        .unexpectedText, "'\(other.text)' is no candidate; like is compared with like",
        at: other.range)
    }
    guard items.count == 2 else {
      throw Diagnostic(
        .unexpectedText, "two runs or two session files can be compared", at: items[2].range,
        hint: "of candidates, any number")
    }
    return try RunComparison(left: side(items[0], session), right: side(items[1], session))
      .document
  }

  /// The things in order; `rank 3` is one.
  private static func items(_ call: CommandCall) throws -> [Item] {
    var items: [Item] = []
    for (word, range) in zip(call.words("thing"), call.ranges(of: "thing")) {
      if let last = items.last?.text.lowercased(), last == "rank" || last.hasSuffix(":rank") {
        let last = items[items.count - 1]
        items[items.count - 1] = Item(
          text: "\(last.text) \(word)", range: last.range.lowerBound..<range.upperBound)
      } else {
        items.append(Item(text: word, range: range))
      }
    }
    return items
  }

  private static func compare(
    _ items: [(item: Item, syntax: CandidateSyntax)], _ call: CommandCall, _ session: Session
  ) throws -> Document {
    var finder = CandidateFinder(session)
    let choices = try items.map { item, syntax in try finder.find(syntax, at: item.range) }
    let isOneRun = choices.allSatisfy { $0.run === choices[0].run }
    var comparison = CandidateComparison(
      candidates: choices.map { choice in
        .init(choice, heading: isOneRun ? "\(choice.row)" : "\(choice.run.label):\(choice.row)")
      })
    if call.flag("baseline") {
      comparison.baseline = try .init(
        baselineOf: session, beside: choices[0], at: call.range(of: "baseline"))
    }
    var table = comparison.table
    table.title = isOneRun ? "candidates of \(choices[0].run.label)" : "candidates"
    return Document([.table(table)])
  }

  /// The side of a run's name or of a script's path.
  private static func side(_ item: Item, _ session: Session) throws -> RunComparison.Side {
    if let run = session.runs.run(named: item.text) {
      let planned = session.state.asPlanned(for: run)
      return .init(heading: run.label, state: planned, view: try view(of: run, planned))
    }
    let isPath = item.text.contains("/") || item.text.hasSuffix(".plateau")
    guard isPath else {
      throw Diagnostic(
        .unknownRun, "'\(item.text)' is no candidate, no run and no script", at: item.range,
        suggestions: nearestNames(to: item.text, among: session.runs.names),
        hint: "candidates are 3, best, rank 2 or r2:17; 'runs' lists the runs")
    }
    let replayed = try session.replaySilently(item.text, at: item.range)
    let run =
      replayed.state.currentRun.flatMap { replayed.runs[$0] } ?? replayed.runs.all.last
    return .init(
      heading: item.text, state: replayed.state,
      view: try run.map { try view(of: $0, replayed.state) })
  }

  private static func view(of run: Run, _ state: SessionState) throws -> RunView {
    try RunView(run: run, filters: state.filters(on: run.id), objective: state.objective)
  }
}

extension SessionState {
  /// The state in which a run was planned, with the filters it has now.
  fileprivate func asPlanned(for run: Run) -> SessionState {
    var planned = run.plan.state
    planned.currentRun = run.id
    planned.filters = filters(on: run.id)
    return planned
  }
}
