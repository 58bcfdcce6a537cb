import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport

/// The kept rows again under other costs.
enum StressCommand: Command {
  static let signature = CommandSignature(
    "stress", group: "results", summary: "evaluate the kept rows again under other costs",
    [.word("name", .setting, placeholder: "NAME"), .values("values")],
    details: """
      For each value of a setting: how many rows still pass the filters, the best and the median \
      score of all rows that were kept, the candidate that is best then, and the rank of the one \
      that is best now. Nothing is set, and no run is added. Any setting that is a number will do.
      """,
    examples: ["stress commission 0%..0.5% count 11", "stress slippage {0bp, 5bp, 10bp}"],
    related: ["set", "filter", "top", "commission", "slippage"])
  static let isUndoable = false

  /// Rows times values that are done at most.
  static let limit = 1_000_000

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    guard let word = call.word("name"), let values = call.values("values") else {
      return Document()
    }
    let view = try session.currentView()
    let setting = try setting(word, at: call.range(of: "name"), values, of: view.run)
    guard let first = view.best else {
      throw Diagnostic(
        .nothingKept, "no row of \(view.run.label) is kept",
        hint: "'unset filter' drops the last filter")
    }
    let count = setting.values.values.count * view.count
    guard count <= limit else {
      throw Diagnostic(
        .tooLarge,
        "\(Wording.plural(view.count, "kept row")) under "
          + "\(Wording.plural(setting.values.values.count, "value")) are \(Wording.count(count)) "
          + "backtests; stress does up to \(Wording.count(limit))",
        at: call.range, hint: "filter more, or give fewer values")
    }
    session.echo("stress \(setting.text) on \(view.run.label)")
    let test = StressTest(
      view, filters: session.state.filters, objective: session.state.objective, setting: setting)
    let outcomes = try outcomes(of: test, setting.values.values, view, count, session)
    let objective = session.state.objective
    let swept =
      view.scores[first].isNaN
      ? [] : ["as swept, candidate \(first) is best: \(objective.scoreText(view.scores[first]))"]
    return Document([
      .table(
        TableBlock(
          [
            .init(setting.name, setting.kind, digits: .all), .init("kept", .length),
            .init("best \(objective.text)", objective.kind), .init("median", objective.kind),
            .init("candidate", .length), .init("rank of \(first)", .length),
          ],
          rows: outcomes.map { outcome in
            [
              CellText.cell(outcome.value, setting.kind),
              .number(Double(outcome.keptCount), .length),
              CellText.cell(outcome.bestScore, objective.kind),
              CellText.cell(outcome.medianScore, objective.kind),
              outcome.best.map { .number(Double($0), .length) } ?? .undefined,
              .number(Double(outcome.rank), .length),
            ]
          },
          notes: swept + [session.countNote(view)]))
    ])
  }

  private static func outcomes(
    of test: StressTest, _ values: [Double], _ view: RunView, _ count: Int, _ session: Session
  ) throws -> [StressTest.Outcome] {
    defer { session.host.progress(nil) }
    let start = ContinuousClock.now
    return try values.enumerated().map { index, value in
      let before = index * view.count
      let outcome = try test.outcome(at: value, threads: view.run.threads) { done in
        session.host.progress(
          ProgressReport(
            done: before + done, total: Double(count), failed: 0,
            seconds: (ContinuousClock.now - start) / .seconds(1), doneNow: before + done))
        return !session.host.isInterrupted()
      }
      guard let outcome else {
        throw Diagnostic(.interrupted, "interrupted at \(index) of \(values.count) values")
      }
      return outcome
    }
  }

  /// A setting with the values to try.
  ///
  /// - Throws: `Diagnostic` for a parameter, for a choice of words, and for values that `set` would
  ///   not take.
  private static func setting(
    _ word: String, at range: Range<Int>?, _ values: ValuesSyntax, of run: Run
  ) throws -> Assignment {
    let strategy = run.plan.strategy
    switch try SettableName.find(word, at: range, strategy: strategy) {
    case .parameter(let parameter):
      throw Diagnostic(
        .unknownSetting, "\(parameter.name) is a parameter of \(strategy.name), and no setting",
        at: range, hint: "'extend \(parameter.name) VALUES' tries more of its values")
    case .session(let setting):
      throw Diagnostic(
        .unknownSetting, "\(setting.rawValue) is no part of a candidate", at: range,
        hint: "such as stress commission {0.1%, 0.2%}")
    case .setting(let setting):
      guard setting.labels.isEmpty else {
        throw Diagnostic(
          .typeMismatch, "\(setting.name) is a choice of words, and stress takes numbers",
          at: range,
          hint: "'set \(setting.name) {\(setting.labels.joined(separator: ", "))}' "
            + "sweeps them")
      }
      return try SettingValues.assignment(of: setting, to: values).named(beside: strategy)
    }
  }
}
