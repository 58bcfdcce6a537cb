import PlateauColumns
import PlateauEngine
import PlateauMarket
import PlateauSearch

/// The rows of a run in the terms of another plan: the same parameters in the same order.
///
/// A parameter that only one of the two varies has one value in the other: its default or what was
/// set. Rows that the other plan could not have are left out.
struct RowTranslation {
  /// One column for each domain of the plan.
  let parameters: Table
  /// The run's row behind each row of `parameters`.
  let rows: [Int]

  /// Translates the rows that a run has so far.
  ///
  /// - Complexity: O(rows · (parameters + requirements)).
  init(_ result: StudyResult, of run: Run, for plan: SweepPlan) {
    let own = run.plan
    let columns = plan.study.space.domains.map { domain -> Column in
      if let column = result.table[domain.name] {
        return domain.kind == .text
          ? domain.column(values: Self.relabelled(column, as: domain.labels))
          : domain.column(values: column.values)
      }
      let value = own.fixedValue(of: domain.name)
      let moved =
        domain.name == "symbol"
        ? Self.place(of: own.markets[0].series.name, in: domain.labels) : value
      return domain.column(values: [Double](repeating: moved, count: result.count))
    }
    let missing = result.table.columns.prefix(result.parameterCount).filter { column in
      column.name != "symbol" && !plan.study.space.domains.contains { $0.name == column.name }
    }
    let wanted = missing.map { plan.fixedValue(of: $0.name) }
    let symbol = result.table["symbol"]
    let isAlone = !plan.study.space.domains.contains { $0.name == "symbol" }
    let table = Table(columns)
    rows = plan.study.space.candidateRows(of: table).filter { row in
      for (column, value) in zip(missing, wanted) {
        let own = column.values[row]
        guard own == value || (own.isNaN && value.isNaN) else { return false }
      }
      guard isAlone else { return true }
      let name = symbol?.label(at: row) ?? own.markets[0].series.name
      return name == plan.markets[0].series.name
    }
    parameters = rows.count == result.count ? table : table.selecting(rows: rows)
  }

  /// The index of a word, or one that no domain has where the other plan does not know it.
  private static func place(of word: String, in labels: [String]) -> Double {
    labels.firstIndex(of: word).map(Double.init) ?? -1
  }

  private static func relabelled(_ column: Column, as labels: [String]) -> [Double] {
    guard column.labels != labels else { return column.values }
    let places = column.labels.map { place(of: $0, in: labels) }
    return column.values.map { value in
      value.isFinite && places.indices.contains(Int(value)) ? places[Int(value)] : .nan
    }
  }
}

extension SweepPlan {
  /// The value that all candidates share of a parameter or setting that does not vary.
  func fixedValue(of name: String) -> Double {
    if let parameter = strategy.parameters.first(where: { $0.name == name }) {
      return parameter.defaultValue
    }
    let prefix = Assignment.qualifier
    return settings[name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name]
  }

  /// The settings that vary, by their own names.
  var variedSettings: Set<String> {
    Set(
      state.assignments.filter { $0.target == .setting && $0.isRange }.map(\.ownName))
  }
}
