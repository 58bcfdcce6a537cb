import PlateauColumns
import PlateauEngine
import PlateauSearch

extension Session {
  /// Says when warm-up makes candidates start on different bars, far enough to distort a ranking.
  ///
  /// Told when the first possible bars differ by more than 5% of the window (DESIGN part 4). Of a
  /// large sweep, the candidates with the smallest and the largest value of each parameter are
  /// looked at.
  func remarkOnStarts(of run: Run) {
    guard run.plan.settings.start == .own else { return }
    let result = run.study.result
    let parameters = result.table.selecting(
      columns: Array(result.table.names.prefix(result.parameterCount)))
    let rows = result.count <= 2000 ? Array(0..<result.count) : extremes(of: parameters)
    let bars = run.evaluator.backtester.firstBars(of: parameters.selecting(rows: rows))
    let symbols = parameters["symbol"]?.values
    // Symbols have histories of their own: a start is counted from its market's window.
    let starts = zip(rows, bars).compactMap { row, bar in
      bar.map { $0 - run.plan.markets[symbols.map { Int($0[row]) } ?? 0].window.lowerBound }
    }
    guard let first = starts.min(), let last = starts.max(),
      Double(last - first) > 0.05 * Double(run.plan.barCount)
    else { return }
    warn(
      "candidates start up to \(Wording.plural(last - first, "bar")) of "
        + "\(Wording.count(run.plan.barCount)) apart because of warm-up; "
        + "'set start common' scores all from the latest start")
  }

  private func extremes(of parameters: Table) -> [Int] {
    parameters.columns.flatMap { column -> [Int] in
      let values = column.values
      guard let first = values.first, !first.isNaN else { return [] }
      var (smallest, largest) = (0, 0)
      for (row, value) in values.enumerated() {
        if value < values[smallest] { smallest = row }
        if value > values[largest] { largest = row }
      }
      return [smallest, largest]
    }
  }
}
