public import PlateauColumns

/// What decides the trades of a candidate.
///
/// A strategy is a value without state of its own: the same parameters, settings and market give
/// the same backtest, from any thread and in any order.
public protocol Strategy: Sendable {
  /// The name as typed.
  var name: String { get }

  /// The numbers the strategy leaves open, in the order `backtest` takes them.
  var parameters: [StrategyParameter] { get }

  /// Execution settings that differ from their usual default while the user has not set them.
  var settingDefaults: [String: Double] { get }

  /// Other names for parameters and settings, from alias to canonical name.
  var aliases: [String: String] { get }

  /// The text the strategy was written as, with its braces; empty for one that has no text.
  var text: String { get }

  /// The expressions it is made of: conditions first, then levels, limits and sizes; empty for one
  /// that is not made of expressions.
  var programs: [ColumnProgram] { get }

  /// The first bar of the window on which every input of the rules is defined.
  ///
  /// - Parameters:
  ///   - parameters: A value for each of `parameters`, in their order.
  ///   - settings: How orders are executed.
  ///   - market: The prices and the window.
  /// - Returns: A bar of the window, or `nil` when there is none.
  /// - Throws: `CandidateFailure` when the rules cannot be evaluated.
  func firstBar(_ parameters: [Double], settings: ExecutionSettings, market: Market)
    throws(CandidateFailure) -> Int?

  /// What the candidate would have earned.
  ///
  /// - Parameters:
  ///   - parameters: A value for each of `parameters`, in their order.
  ///   - settings: How orders are executed.
  ///   - market: The prices and the window.
  /// - Returns: Equity bar by bar, and the trades behind it.
  /// - Throws: `CandidateFailure` when the candidate cannot be run.
  func backtest(_ parameters: [Double], settings: ExecutionSettings, market: Market)
    throws(CandidateFailure) -> Backtest
}

extension Strategy {
  /// None.
  public var settingDefaults: [String: Double] { [:] }

  /// None.
  public var aliases: [String: String] { [:] }

  /// None.
  public var text: String { "" }

  /// None.
  public var programs: [ColumnProgram] { [] }

  /// The default of every parameter, in order.
  public var defaultParameters: [Double] { parameters.map(\.defaultValue) }
}
