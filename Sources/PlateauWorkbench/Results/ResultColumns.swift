import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauSearch

/// Which columns of a result a table shows, and in which order.
struct ResultColumns {
  /// The columns in order, parameters first.
  let columns: [Column]
  /// What all rows have in common, said once instead of in a column.
  let common: [String]
  /// The names of the parameters: what a person gave is shown with all its digits.
  private let parameters: Set<String>

  /// Metrics that are shown first: what an analyst looks at before anything else.
  private static let leading = [
    "sharpe_ratio", "total_return", "max_drawdown", "cagr", "trade_count", "win_rate",
    "profit_factor", "calmar_ratio", "sortino_ratio", "volatility", "exposure",
  ]

  /// Chooses columns for a table of rows.
  ///
  /// - Parameters:
  ///   - view: The run and its rows.
  ///   - chosen: The columns of `set columns`; empty for the usual ones.
  ///   - defined: Metrics of the user, which may be among the chosen columns.
  ///   - objectiveInputs: Metrics that the ranking reads: shown first, or after chosen columns.
  ///   - hidesCommon: Whether parameters that are the same in all rows are said once instead.
  init(
    _ view: RunView, chosen: [String], defined: [NamedExpression] = [],
    objectiveInputs: [String], hidesCommon: Bool
  ) {
    let table = view.result.table
    let parameters = table.columns.prefix(view.result.parameterCount)
    self.parameters = Set(parameters.map(\.name))
    guard chosen.isEmpty else {
      let ranking = objectiveInputs.filter { !chosen.contains($0) }
      columns = (chosen + ranking).compactMap { name in
        table[name] ?? defined.first { $0.name == name }?.column(in: table)
      }
      common = []
      return
    }
    let varying = parameters.filter { column in
      !hidesCommon
        || column.values.contains {
          !($0 == column.values[0]) && !($0.isNaN && column.values[0].isNaN)
        }
    }
    common = parameters.filter { column in !varying.contains { $0.name == column.name } }
      .map { "\($0.name) \(view.run.typed($0, row: 0))" }
    let metrics = table.columns.dropFirst(view.result.parameterCount)
    let order = objectiveInputs + Self.leading + metrics.map(\.name)
    var seen: Set<String> = []
    let shown = order.filter { seen.insert($0).inserted }
      .compactMap { name in metrics.first { $0.name == name } }
    columns = varying + shown
  }

  /// The headings of the columns.
  var headings: [TableBlock.Heading] {
    columns.map { column in
      .init(column.name, column.kind, digits: parameters.contains(column.name) ? .all : .alike)
    }
  }

  /// The cells of a row.
  func cells(_ row: Int) -> [Cell] {
    columns.map { CellText.cell($0, row: row) }
  }
}

/// The value of a column's row as a cell or as text.
enum CellText {
  /// The value as a cell.
  static func cell(_ column: Column, row: Int) -> Cell {
    if column.kind == .text { return column.label(at: row).map { .text($0) } ?? .undefined }
    return cell(column.values[row], column.kind)
  }

  /// A number as a cell.
  static func cell(_ value: Double, _ kind: ValueKind) -> Cell {
    value.isNaN ? .undefined : .number(value, kind)
  }

  /// The value as it would be typed: `5`, `3%`, `next_open`, `none`.
  static func text(_ column: Column, row: Int) -> String {
    if column.kind == .text { return column.label(at: row) ?? "none" }
    return NumberText.typed(column.values[row], kind: column.kind)
  }
}

extension NamedExpression {
  /// A defined metric as a column of a result; undefined where the result lacks what it reads.
  func column(in table: Table) -> Column {
    Column(
      name, kind: expression.kind,
      values: (try? expression.program.values(over: table))
        ?? [Double](repeating: .nan, count: table.rowCount))
  }
}

extension SweepPlan {
  /// A candidate's value as it would be typed, an amount with the word for what it means:
  /// `fraction 50%`.
  func typed(_ column: Column, row: Int) -> String {
    let assignment = state.assignments.first { $0.name == column.name }
    if assignment?.ownName == "periods_per_year", column.values[row].isNaN { return "auto" }
    return (assignment?.values.mode.map { "\($0) " } ?? "") + CellText.text(column, row: row)
  }
}

extension Run {
  /// A candidate's value as it would be typed, an amount with the word for what it means.
  func typed(_ column: Column, row: Int) -> String { plan.typed(column, row: row) }
}
