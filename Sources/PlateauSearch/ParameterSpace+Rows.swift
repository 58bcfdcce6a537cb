public import PlateauColumns

extension ParameterSpace {
  /// The rows of a table that are candidates of this space.
  ///
  /// - Parameter table: Its first columns are the domains, in their order; words have the indices
  ///   of the domains' labels.
  /// - Returns: Row numbers, ascending.
  /// - Complexity: O(rows · (domains + constraints)).
  public func candidateRows(of table: Table) -> [Int] {
    guard table.columns.count >= domains.count, !domains.isEmpty else { return [] }
    let columns = table.columns.prefix(domains.count).map(\.values)
    let allowed = domains.map { Set($0.values.map(\.orderKey)) }
    let constraints = scalarConstraints()
    var combination = [Double](repeating: .nan, count: domains.count)
    var registers: [Double] = []
    return (0..<table.rowCount).filter { row in
      for index in combination.indices {
        combination[index] = columns[index][row]
        guard allowed[index].contains(combination[index].orderKey) else { return false }
      }
      return constraints.allSatisfy {
        $0.evaluate(combination, registers: &registers) == 1
      }
    }
  }
}
