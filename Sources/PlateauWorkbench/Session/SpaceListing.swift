import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// The answer to a bare `set`: data, space, strategy and settings, what was changed first.
enum SpaceListing {
  /// Lists what is set and what could be.
  static func document(of session: Session) throws -> Document {
    let state = session.state
    let strategy = StrategyLibrary(state).chosenOrNone()
    var blocks: [Document.Block] = [.fields(overview(state, strategy))]
    blocks.append(.table(try values(state, strategy)))
    if !state.requirements.isEmpty {
      blocks.append(.message(requirements(state)))
    }
    blocks.append(.table(settings(state, strategy)))
    return Document(blocks)
  }

  /// The conditions on candidates, numbered.
  static func requirements(_ state: SessionState) -> String {
    state.requirements.enumerated().map { "require \($0 + 1): \($1.text)" }
      .joined(separator: "\n")
  }

  private static func overview(_ state: SessionState, _ strategy: (any Strategy)?) -> FieldList {
    FieldList([
      .init(
        "symbols",
        .text(state.symbolsInUse.isEmpty ? "none" : state.symbolsInUse.joined(separator: ", "))),
      .init("window", .text(state.window.text)),
      .init("strategy", .text(strategy?.name ?? "none")),
      .init("objective", .text(state.objective.commandText)),
    ])
  }

  private static func values(
    _ state: SessionState, _ strategy: (any Strategy)?
  ) throws -> TableBlock {
    var rows: [[Cell]] = []
    var combinations = 1.0
    for assignment in state.assignments
    where assignment.target == .parameter || assignment.isRange {
      let count = assignment.values.values.count
      combinations *= Double(count)
      rows.append([
        .text(assignment.name), .text(assignment.values.text), .number(Double(count), .length),
      ])
    }
    for parameter in strategy?.parameters ?? []
    where !state.assignments.contains(where: {
      $0.target == .parameter && $0.name == parameter.name
    }) {
      let value =
        parameter.kind == .text
        ? parameter.labels[Int(parameter.defaultValue)]
        : NumberText.typed(parameter.defaultValue, kind: parameter.kind)
      rows.append([.text(parameter.name), .text("\(value) (default)"), .number(1, .length)])
    }
    return TableBlock(
      title: "parameters", [.init("name"), .init("values"), .init("count", .length)], rows: rows,
      notes: ["\(Wording.combinations(combinations)) before requirements"])
  }

  private static func settings(
    _ state: SessionState, _ strategy: (any Strategy)?
  ) -> TableBlock {
    var changed: [[Cell]] = []
    var unchanged: [[Cell]] = []
    for setting in ExecutionSetting.all {
      let assignment = state.assignments.first {
        $0.target == .setting && $0.ownName == setting.name
      }
      let own = strategy?.settingDefaults[setting.name]
      let value =
        assignment?.values.text
        ?? own.map { "\(NumberText.typed($0, kind: setting.kind)) (\(strategy?.name ?? ""))" }
        ?? setting.defaultText
      let row: [Cell] = [.text(setting.name), .text(value), .text(setting.summary)]
      assignment == nil ? unchanged.append(row) : changed.append(row)
    }
    for setting in SessionSetting.allCases {
      let text = state.text(of: setting)
      let row: [Cell] = [.text(setting.rawValue), .text(text), .text(setting.summary)]
      text == setting.defaultText ? unchanged.append(row) : changed.append(row)
    }
    return TableBlock(
      title: "settings", [.init("name"), .init("value"), .init("meaning")],
      rows: changed + unchanged,
      notes: changed.isEmpty ? ["all have their defaults"] : [])
  }
}
