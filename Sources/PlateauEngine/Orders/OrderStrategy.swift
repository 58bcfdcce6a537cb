public import PlateauColumns

/// A strategy written as orders on one account: rules that may ask what the account holds.
///
/// At each close the first order whose condition is true decides. It is filled at that close or at
/// the next open, cut to what cash pays for with commission or to the units held, so an account
/// never owes stock. What it does makes fills and no trades.
public struct OrderStrategy: Strategy, Hashable {
  /// The name as typed.
  public let name: String
  /// The parameters in the order of their definition.
  public let parameters: [StrategyParameter]
  /// The rules.
  public let rules: OrderRules
  /// The text the rules were written as.
  public let text: String

  /// Creates a strategy; the rules read prices by name and `parameters` by theirs.
  public init(
    name: String, parameters: [StrategyParameter], rules: OrderRules, text: String = ""
  ) {
    self.name = name
    self.parameters = parameters
    self.rules = rules
    self.text = text
  }

  /// The expressions of the orders, and of the start.
  public var programs: [ColumnProgram] {
    rules.programs + [rules.start].compactMap(\.self)
  }

  /// The first bar of the window on which every column that the rules read is defined.
  public func firstBar(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Int? {
    try columns(parameters, market: market).firstDefinedBar
  }

  /// Runs the rules bar by bar.
  public func backtest(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Backtest {
    let columns = try columns(parameters, market: market)
    guard columns.firstDefinedBar != nil else { throw .neverDefined }
    if columns.startShare != nil, market.window.count == 1 { throw .onlyStartingMix }
    var run = OrderBacktest(
      rules: columns, settings: settings, fill: rules.fillTime(settings), market: market)
    let backtest = run.backtest()
    guard backtest.equity.allSatisfy(\.isFinite) else { throw .tooLarge }
    return backtest
  }

  private func columns(
    _ parameters: [Double], market: Market
  ) throws(CandidateFailure) -> OrderColumns {
    precondition(parameters.count == self.parameters.count, "a value for each parameter")
    let named = zip(self.parameters, parameters).map { (name: $0.name, value: $1) }
    return try OrderColumns(rules, parameters: named, market: market)
  }
}

extension CandidateFailure {
  /// An account that starts with stock decides nothing on the window's first bar.
  static let onlyStartingMix = CandidateFailure(
    "the window has one bar; the first bar only sets the starting mix")

  /// A starting share that is none.
  static func noStartingShare(_ share: Double) -> CandidateFailure {
    share.isNaN
      ? CandidateFailure("the share that 'start' puts in stock is undefined")
      : outside("the share that 'start' puts in stock", share, 0...1)
  }

  /// State of the account where its past would be needed.
  static let stateWithoutPast = CandidateFailure(
    "an order asks for the account's past, which is not kept; functions of several bars read "
      + "prices and parameters only")
}
