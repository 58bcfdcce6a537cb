public import PlateauColumns

extension ParameterSpace {
  /// A few combinations from one corner of the space to the opposite one, whether allowed or not:
  /// enough to know in what ranges values will lie.
  public var samples: Table {
    guard domains.allSatisfy({ !$0.values.isEmpty }) else { return Table() }
    let shares = [0, 0.25, 0.5, 0.75, 1.0]
    return Table(
      domains.map { domain in
        let values = domain.values.sorted()
        return domain.column(
          values: shares.map { values[Int($0 * Double(values.count - 1))] })
      })
  }
}
