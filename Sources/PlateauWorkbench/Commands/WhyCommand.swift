import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Says which conditions remove a candidate, and which rows are removed by the least.
enum WhyCommand: Command {
  static let signature = CommandSignature(
    "why", group: "results", summary: "show which filter removes a candidate, and by how much",
    [.optional([.candidate("candidate")])],
    details: """
      Each filter is split where 'and' joins conditions. Without a candidate, the rows that were \
      removed by the least: their misses are divided by the standard deviation over all rows and \
      added up. A condition that compares no numbers, asks for a difference ('!='), or is \
      undefined, is never near.
      """,
    examples: ["why", "why 0", "why r1:2"], related: ["filter", "top", "show", "failures"])
  static let isUndoable = false

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let syntax = call.candidate("candidate") else { return try nearMisses(session) }
    var finder = CandidateFinder(session)
    let choice = try finder.find(syntax, at: call.range(of: "candidate"))
    let view = try finder.view(of: choice.run)
    if let reason = view.failure(of: choice.row) {
      return .message("\(choice.title) failed: \(reason)")
    }
    let filters = session.state.filters(on: choice.run.id)
    let verdict = FilterVerdict(
      choice: choice, view: view,
      conditions: try FilterCondition.all(in: filters, of: view, session.state))
    guard !verdict.conditions.isEmpty else { return .message(verdict.text) }
    return Document([.message(verdict.text), .table(verdict.table)])
  }

  private static func nearMisses(_ session: Session) throws -> Document {
    let view = try session.currentView()
    guard !session.state.filters.isEmpty else {
      return .message(
        "nothing is removed: \(view.run.label) has no filters; 'why best' says how a candidate ranks"
      )
    }
    let conditions = try FilterCondition.all(
      in: session.state.filters, of: view, session.state)
    let misses = NearMisses(view, conditions, most: 10)
    guard misses.removedCount > 0 else {
      return .message("nothing is removed: every row of \(view.run.label) passes the filters")
    }
    guard misses.nearCount > 0 else {
      return .message(
        "none of the \(Wording.plural(misses.removedCount, "removed row")) is near: each fails a "
          + "condition that is undefined, compares no numbers or asks for a difference")
    }
    return Document([.table(misses.table(view, rankedBy: session.state.objective))])
  }
}
