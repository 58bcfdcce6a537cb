import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauSearch

/// Candidates side by side: what they differ in, then every metric.
struct CandidateComparison {
  /// One column of the comparison: a candidate or the baseline.
  struct Side {
    /// The heading: `0`, `r2:17`, `baseline`.
    let heading: String
    /// The strategy's name and its symbol.
    let strategy: String
    let symbol: String
    /// Parameters and metrics as a table of one row; parameters come first.
    let row: Table
    /// How many leading columns are parameters.
    let parameterCount: Int
    /// The run whose plan says what else holds.
    let plan: SweepPlan
    /// Values as they were typed, where the plan does not say how.
    var texts: [String: String] = [:]

    /// A value as it would be typed.
    func typed(_ column: Column) -> String { texts[column.name] ?? plan.typed(column, row: 0) }
  }

  /// The candidates in order.
  let candidates: [Side]
  /// The baseline, where it was asked for.
  var baseline: Side?

  private var sides: [Side] { candidates + [baseline].compactMap(\.self) }

  /// The table: parameters that differ, then metrics; of two candidates also the second less the
  /// first.
  var table: TableBlock {
    var rows = words("strategy", \.strategy) + words("symbol", \.symbol)
    var shared: [String] = []
    for name in names({ Array($0.row.names.prefix($0.parameterCount)) }) where name != "symbol" {
      let columns = sides.map { $0.parameter(name) }
      let texts = zip(sides, columns).map { $0.typed($1) }
      if Set(texts).count == 1 {
        shared.append("\(name) \(texts[0])")
      } else {
        // Parameters as they are typed: rounded, two of them could look the same.
        rows.append(line(name, texts.map { .text($0) }, difference(columns)))
      }
    }
    for name in names({ Array($0.row.names.dropFirst($0.parameterCount)) }) {
      let columns = sides.map { $0.row[name] }
      let cells = columns.map { column in column.map { CellText.cell($0, row: 0) } ?? .undefined }
      rows.append(line(name, cells, difference(columns)))
    }
    let headings = line(
      "name", sides.map { .text($0.heading) }, .text("difference"))
    return TableBlock(
      headings.enumerated().map { index, cell in
        guard case .text(let text) = cell else { return .init("") }
        return .init(text, index == 0 ? .text : .number, digits: .own)
      }, rows: rows, notes: shared.isEmpty ? [] : ["all with " + shared.joined(separator: ", ")])
  }

  /// A name, its cells, and the difference after the candidates where there are two.
  private func line(_ name: String, _ cells: [Cell], _ difference: Cell) -> [Cell] {
    let count = candidates.count
    return [.text(name)] + cells.prefix(count) + (count == 2 ? [difference] : [])
      + cells.dropFirst(count)
  }

  /// A line of words where they differ.
  private func words(_ name: String, _ path: KeyPath<Side, String>) -> [[Cell]] {
    let texts = sides.map { $0[keyPath: path] }
    return Set(texts).count > 1 ? [line(name, texts.map { .text($0) }, .undefined)] : []
  }

  /// The second candidate's number less the first's.
  private func difference(_ columns: [Column?]) -> Cell {
    guard let left = columns[0], let right = columns[1], left.kind != .text,
      left.kind == right.kind
    else { return .undefined }
    let difference = right.values[0] - left.values[0]
    return difference.isNaN ? .undefined : .number(difference, left.kind)
  }

  /// Names in the order of the first side, then those that only others have.
  private func names(_ list: (Side) -> [String]) -> [String] {
    var names: [String] = []
    for side in sides {
      for name in list(side) where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension CandidateComparison.Side {
  /// The value of a parameter or setting; what does not vary has the value all candidates share.
  fileprivate func parameter(_ name: String) -> Column {
    if let column = row[name] { return column }
    if let parameter = plan.strategy.parameters.first(where: { $0.name == name }) {
      return parameter.kind == .text
        ? Column(name, labels: parameter.labels, values: [parameter.defaultValue])
        : Column(name, kind: parameter.kind, values: [parameter.defaultValue])
    }
    let own =
      name.hasPrefix(Assignment.qualifier)
      ? String(name.dropFirst(Assignment.qualifier.count)) : name
    let setting = ExecutionSetting.named(own)
    let value = plan.fixedValue(of: name)
    return setting?.kind == .text
      ? Column(name, labels: setting?.labels ?? [], values: [value])
      : Column(name, kind: setting?.kind ?? .number, values: [value])
  }

  /// A candidate of a run.
  init(_ choice: CandidateChoice, heading: String) {
    let result = choice.run.study.result
    self.init(
      heading: heading, strategy: choice.run.plan.strategy.name,
      symbol: choice.market.series.name, row: result.table.selecting(rows: [choice.row]),
      parameterCount: result.parameterCount, plan: choice.run.plan)
  }

  /// A baseline under the conditions of a candidate.
  ///
  /// - Throws: `Diagnostic` where there is none, or it fails there.
  init(baselineOf session: Session, beside choice: CandidateChoice, at range: Range<Int>?) throws {
    let baseline = session.state.baseline
    guard !baseline.isEmpty else {
      throw Diagnostic(
        .missingArgument, "no baseline is named", at: range,
        hint: "such as baseline fast=10, slow=50")
    }
    let index = choice.values["symbol"].map { Int($0.values[0]) } ?? 0
    let result = BaselineScore.evaluation(of: baseline, under: choice.run, market: index)
    if let failure = result.failures.first {
      throw Diagnostic(.failedCalculation, "the baseline failed: \(failure.reason)", at: range)
    }
    // What an amount means is no value of its own.
    let parameters = result.candidates.columns.filter { column in
      !baseline.contains { $0.values.mode != nil && "\($0.ownName)_mode" == column.name }
    }
    self.init(
      heading: "baseline", strategy: choice.run.plan.strategy.name,
      symbol: choice.market.series.name, row: Table(parameters + result.metrics.columns),
      parameterCount: parameters.count, plan: choice.run.plan,
      texts: Dictionary(
        baseline.map { ($0.name, $0.values.text) }, uniquingKeysWith: { $1 }))
  }
}
