import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Looks closer at the neighbourhood of a candidate.
enum RefineCommand: Command {
  static let signature = CommandSignature(
    "refine", group: "space", summary: "sweep a finer grid between a candidate's neighbours",
    [
      .keyword("around"), .candidate("candidate"), .keyword("by"), .count("steps"),
      .clauses(SweepCommand.clauses),
    ],
    details: """
      Each swept number gets the values between its left and right neighbours in the candidate's \
      grid, in steps of 1/N of the spacing there; whole numbers move by whole steps. The neighbours \
      stay, words and single values too. Rows that the candidate's run has are taken over.
      """,
    examples: ["refine around best by 5", "refine around rank 2 by 2 threads 2"],
    related: ["extend", "adopt", "sweep", "top"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let choice = try CandidateChoice.find(
      call.candidate("candidate"), at: call.range(of: "candidate"), in: session)
    let steps = call.count("steps") ?? 0
    guard (2...100).contains(steps) else {
      throw Diagnostic(.outOfBounds, "refine divides by 2 to 100", at: call.range(of: "steps"))
    }
    let state = choice.run.plan.state
    guard let strategy = StrategyLibrary(session.state).chosenOrNone(),
      strategy.name == state.strategyName,
      session.state.text(ofStrategy: strategy.name) == state.text(ofStrategy: strategy.name)
    else {
      throw Diagnostic(
        .sweepState,
        "\(choice.title) is of strategy \(choice.run.plan.strategy.name) as it was in "
          + choice.run.label, at: call.range(of: "candidate"),
        hint: "'adopt \(call.candidate("candidate")?.text ?? "best")' takes it over first")
    }
    var lines: [String] = []
    for column in choice.values.columns where column.kind != .text {
      guard let old = state.assignments.first(where: { $0.name == column.name }), old.isRange,
        let values = GridRefinement.values(
          of: old.values.values, around: column.values[0], by: steps, kind: old.kind)
      else { continue }
      let finer = try old.with(values, strategy: strategy)
      session.state.assign(finer)
      lines.append(echo(finer))
    }
    guard !lines.isEmpty else {
      throw Diagnostic(
        .nothingToSweep, "\(choice.title) has no neighbours: none of its numbers was swept",
        at: call.range(of: "candidate"), hint: "'extend NAME VALUES' adds values")
    }
    let sweep = try SweepCommand.start(call, in: session, recalling: choice.run)
    return Document([.message(lines.joined(separator: "\n"))] + sweep.blocks)
  }

  /// The new values of a name in one line, with their number.
  static func echo(_ assignment: Assignment) -> String {
    let count = assignment.values.values.count
    let text = "\(assignment.name) \(ValuesText.shortened(assignment.values.text))"
    return count == 1 ? text : "\(text): \(Wording.count(count)) values"
  }
}
