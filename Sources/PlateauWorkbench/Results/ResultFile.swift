import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// The kept rows of a run as a file: every row, every column, every digit.
enum ResultFile {
  /// The columns `rank,candidate,score,<parameters…>,<metrics…>,status,error` (DESIGN part 6).
  ///
  /// - Parameters:
  ///   - view: The rows.
  ///   - defined: Metrics of the user, which follow the others.
  /// - Returns: A row for each kept candidate.
  static func table(_ view: RunView, defined: [NamedExpression] = []) -> TableBlock {
    let columns = columns(view, defined)
    return TableBlock(
      [.init("rank", .length), .init("candidate", .length), .init("score", .number)]
        + columns.map { .init($0.name, $0.kind) } + [.init("status"), .init("error")],
      rows: view.ranking.all().enumerated().map { index, row in
        var cells: [Cell] = [
          .number(Double(index + 1), .length), .number(Double(row), .length),
          view.scores[row].isNaN ? .undefined : .number(view.scores[row], .number),
        ]
        cells += columns.map { CellText.cell($0, row: row) }
        cells += [
          .text(view.status(of: row)), view.failure(of: row).map { .text($0) } ?? .undefined,
        ]
        return cells
      })
  }

  /// Writes the rows as CSV (RFC 4180), numbers as their shortest exact decimals.
  ///
  /// - Parameters:
  ///   - view: The rows.
  ///   - defined: Metrics of the user, which follow the others.
  ///   - piece: Takes the next piece of the file.
  /// - Throws: What `piece` throws.
  static func writeCSV(
    _ view: RunView, defined: [NamedExpression] = [], _ piece: (String) throws -> Void
  ) throws {
    let result = view.result
    let ranked = view.ranking.all()
    var rank = [Double](repeating: .nan, count: result.count)
    for (place, row) in ranked.enumerated() { rank[row] = Double(place + 1) }
    let states = ["ok", "ruined", "failed"]
    var status = [Double](repeating: 0, count: result.count)
    if let equity = result.table["final_equity"]?.values {
      for (row, equity) in equity.enumerated() where equity == 0 { status[row] = 1 }
    }
    var reasons: [String] = []
    var placeOfReason: [String: Int] = [:]
    var error = [Double](repeating: .nan, count: result.count)
    for failure in result.failures {
      let place = placeOfReason[failure.reason, default: reasons.count]
      if place == reasons.count {
        reasons.append(failure.reason)
        placeOfReason[failure.reason] = place
      }
      (status[failure.row], error[failure.row]) = (2, Double(place))
    }
    let columns =
      [
        Column("rank", kind: .length, values: rank),
        Column("candidate", kind: .length, values: (0..<result.count).map(Double.init)),
        Column("score", values: view.scores),
      ] + columns(view, defined) + [
        Column("status", labels: states, values: status),
        Column("error", labels: reasons, values: error),
      ]
    let names = TableBlock(columns.map { .init($0.name, $0.kind) }, rows: []).columnNames
    let named = zip(names, columns).map { $1.named($0) }
    try ResultCSV.write(Table(named), rows: ranked, piece: piece)
  }

  /// The rows as a JSON array of objects.
  static func json(_ view: RunView, defined: [NamedExpression] = []) -> String {
    OutputMode.json.renderer().render(Document([.table(table(view, defined: defined))]))
  }

  /// Parameters and metrics, then what the user has defined and the run can tell.
  private static func columns(_ view: RunView, _ defined: [NamedExpression]) -> [Column] {
    let table = view.result.table
    return table.columns
      + defined.compactMap { metric in
        let isKnown = metric.expression.program.inputs.allSatisfy { table[$0] != nil }
        return isKnown ? metric.column(in: table) : nil
      }
  }
}

extension Column {
  /// The same column under another name.
  fileprivate func named(_ name: String) -> Column {
    kind == .text
      ? Column(name, labels: labels, values: values) : Column(name, kind: kind, values: values)
  }
}
