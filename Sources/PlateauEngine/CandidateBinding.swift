import PlateauColumns

/// One candidate: a value for every parameter and setting, and its market.
struct Candidate {
  /// A value for each parameter of the strategy, in order.
  var parameters: [Double]
  /// How its orders are executed.
  var settings: ExecutionSettings
  /// The index of its market.
  var market: Int
}

/// Where each column of a batch goes: a parameter, a setting, or the market.
struct CandidateBinding {
  private enum Destination {
    case parameter(Int)
    case setting(String)
    case market
    case unknown
  }

  private let strategy: any Strategy
  private let columns: [(column: Column, destination: Destination)]
  private let defaults: [Double]
  private let fixed: [StrategyParameter]

  /// Finds the destination of each column by its name.
  init(_ candidates: Table, strategy: any Strategy) {
    self.strategy = strategy
    fixed = strategy.parameters
    defaults = strategy.defaultParameters
    columns = candidates.columns.map { column in
      (column, Self.destination(of: column.name, in: strategy))
    }
  }

  /// The candidate of a row.
  ///
  /// - Throws: `CandidateFailure` for a column that nothing takes and for values that make no
  ///   sense.
  func candidate(_ row: Int, settings: ExecutionSettings) throws(CandidateFailure) -> Candidate {
    var candidate = Candidate(parameters: defaults, settings: settings, market: 0)
    for (column, destination) in columns {
      switch destination {
      case .parameter(let index):
        let parameter = fixed[index]
        let value = try value(of: column, at: row, labels: parameter.labels)
        try parameter.check(value)
        candidate.parameters[index] = value
      case .setting(let name):
        let setting = ExecutionSetting.named(name)
        let labels = name == Self.sizingMode ? Self.sizingModes : setting?.labels ?? []
        let value = try value(of: column, at: row, labels: labels)
        if let setting, !setting.accepts(value) { throw .outside(name, value, setting.allowed) }
        guard candidate.settings.set(name, to: value) else {
          throw CandidateFailure("\(name) has no value \(value)")
        }
      case .market:
        guard let index = Int(exactly: column.values[row]) else {
          throw CandidateFailure("the candidate has no symbol")
        }
        candidate.market = index
      case .unknown:
        throw CandidateFailure(
          "'\(column.name)' is no parameter of \(strategy.name) and no setting")
      }
    }
    return candidate
  }

  /// A column's value in the terms of its destination: words may come in another order.
  private func value(of column: Column, at row: Int, labels: [String]) throws(CandidateFailure)
    -> Double
  {
    guard column.kind == .text, let label = column.label(at: row) else { return column.values[row] }
    guard let index = labels.firstIndex(of: label) else {
      throw CandidateFailure("\(column.name) has no value '\(label)'")
    }
    return Double(index)
  }

  private static let sizingMode = "sizing_mode"
  private static let sizingModes = ExecutionSettings.SizingMode.allCases.map(\.rawValue)

  private static func destination(of name: String, in strategy: any Strategy) -> Destination {
    let name = strategy.aliases[name] ?? name
    if let index = strategy.parameters.firstIndex(where: { $0.name == name }) {
      return .parameter(index)
    }
    if name == "symbol" { return .market }
    let prefix = "execution."
    let setting = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    if setting == sizingMode || ExecutionSetting.named(setting) != nil { return .setting(setting) }
    return .unknown
  }
}
