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

/// Reads the candidates of a batch one after another: where each column goes is found once.
struct CandidateBinding {
  private enum Destination {
    case parameter(Int)
    case number(ExecutionSettings.NumberPath, ExecutionSetting)
    case setting(String)
    case market
    case unknown
  }

  private let strategy: any Strategy
  private let columns: [(column: Column, destination: Destination)]
  private let values: [[Double]]
  /// The columns of parameters that are numbers, which are most of them.
  private let numbers: [(values: [Double], parameter: Int)]
  private let parameters: [StrategyParameter]
  /// The row that was read last, if that went well: only what differs from it is read anew.
  private var latest: Int?
  /// Grows whenever the settings of `candidate` may have changed.
  private(set) var settingsVersion = 0
  /// The candidate that was read last.
  private(set) var candidate: Candidate

  /// Finds the destination of each column by its name.
  ///
  /// - Parameters:
  ///   - candidates: One column a parameter or setting, one row a candidate.
  ///   - strategy: The strategy.
  ///   - settings: The settings that no column changes.
  init(_ candidates: Table, strategy: any Strategy, settings: ExecutionSettings) {
    self.strategy = strategy
    parameters = strategy.parameters
    candidate = Candidate(parameters: strategy.defaultParameters, settings: settings, market: 0)
    var numbers: [(values: [Double], parameter: Int)] = []
    columns = candidates.columns.compactMap { column in
      let destination = Self.destination(of: column, in: strategy)
      if case .parameter(let index) = destination, column.kind != .text {
        numbers.append((column.values, index))
        return nil
      }
      return (column, destination)
    }
    self.numbers = numbers
    values = columns.map(\.column.values)
  }

  /// Makes `candidate` that of a row.
  ///
  /// - Throws: `CandidateFailure` for a column that nothing takes and for values that make no
  ///   sense.
  mutating func read(_ row: Int) throws(CandidateFailure) {
    let before = latest
    latest = nil
    for index in numbers.indices {
      let (value, parameter) = (numbers[index].values[row], numbers[index].parameter)
      if let before, value.bitPattern == numbers[index].values[before].bitPattern { continue }
      try parameters[parameter].check(value)
      candidate.parameters[parameter] = value
    }
    for index in values.indices {
      if let before, values[index][row].bitPattern == values[index][before].bitPattern { continue }
      try read(row, of: columns[index].column, into: columns[index].destination)
    }
    latest = row
  }

  private mutating func read(
    _ row: Int, of column: Column, into destination: Destination
  ) throws(CandidateFailure) {
    switch destination {
    case .parameter(let index):
      let value = try value(of: column, at: row, labels: parameters[index].labels)
      try parameters[index].check(value)
      candidate.parameters[index] = value
    case .number(let path, let setting):
      let value = column.values[row]
      guard setting.accepts(value) else { throw .outside(setting.name, value, setting.allowed) }
      candidate.settings[keyPath: path] = value
      settingsVersion += 1
    case .setting(let name):
      try set(name, to: column, row)
      settingsVersion += 1
    case .market:
      guard let index = Int(exactly: column.values[row]) else {
        throw CandidateFailure("the candidate has no symbol")
      }
      candidate.market = index
    case .unknown:
      throw CandidateFailure("'\(column.name)' is no parameter of \(strategy.name) and no setting")
    }
  }

  private mutating func set(
    _ name: String, to column: Column, _ row: Int
  ) throws(CandidateFailure) {
    let setting = ExecutionSetting.named(name)
    let labels = name == Self.sizingMode ? Self.sizingModes : setting?.labels ?? []
    let value = try value(of: column, at: row, labels: labels)
    if let setting, !setting.accepts(value) { throw .outside(name, value, setting.allowed) }
    guard candidate.settings.set(name, to: value) else {
      throw CandidateFailure("\(name) has no value \(value)")
    }
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

  private static func destination(
    of column: Column, in strategy: any Strategy
  ) -> Destination {
    let name = strategy.aliases[column.name] ?? column.name
    if let index = strategy.parameters.firstIndex(where: { $0.name == name }) {
      return .parameter(index)
    }
    if name == "symbol" { return .market }
    let prefix = "execution."
    let setting = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    guard let known = ExecutionSetting.named(setting) else {
      return setting == sizingMode ? .setting(setting) : .unknown
    }
    if column.kind != .text, let path = ExecutionSettings.numbers[setting] {
      return .number(path, known)
    }
    return .setting(setting)
  }
}
