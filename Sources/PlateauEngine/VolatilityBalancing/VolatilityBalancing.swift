import PlateauColumns

/// Sells into rises and buys into falls around an anchor price, within bounds on the stock's weight.
///
/// Account-driven: what it does depends on its anchor, cash and shares, so no formula over prices
/// can state it. It starts half in stock at the first close without fee, and fills at the close
/// whatever `fill` says; sizing, slippage and protective settings do not apply (DESIGN part 3).
public struct VolatilityBalancing: AnchoredStrategy {
  /// The name as typed.
  public let name = "volatility_balancing"

  /// Thresholds, bounds and limits of the rule.
  public let parameters = [
    StrategyParameter(
      "trigger_threshold_pct", kind: .fraction, default: 0.03, allowed: 0...1,
      summary: "move from the anchor that triggers a trade"),
    StrategyParameter(
      "rebalance_ratio", kind: .number, default: 1.6667, allowed: 0...1000,
      summary: "size of a trade: the move times this is the share of total value traded"),
    StrategyParameter(
      "min_stock_alloc_pct", kind: .fraction, default: 0.25, allowed: 0...1,
      summary: "smallest weight of the stock"),
    StrategyParameter(
      "max_stock_alloc_pct", kind: .fraction, default: 0.75, allowed: 0...1,
      summary: "largest weight of the stock"),
    StrategyParameter(
      "max_trade_pct", kind: .fraction, default: 0.2, allowed: 0...1,
      summary: "largest triggered trade, as a share of total value"),
    StrategyParameter(
      "min_notional", kind: .money, default: 100, allowed: 0...Double.greatestFiniteMagnitude,
      summary: "smaller trades are not made"),
    StrategyParameter(
      "max_orders_per_day", kind: .length, default: 5, allowed: 1...1_000_000,
      summary: "fills a day; binds on intraday bars"),
    StrategyParameter(
      "start_share", kind: .fraction, default: 0.5, allowed: 0...1,
      summary: "share of cash put in stock at the first close"),
    StrategyParameter(
      "withholding_tax", kind: .fraction, default: 0.25, allowed: 0...1,
      summary: "part of a dividend that is not received"),
    StrategyParameter(
      "anomaly_limit", kind: .fraction, default: 0.5, allowed: 0...1000,
      summary: "a move beyond this sets a new anchor instead of trading"),
    StrategyParameter(
      "drift", kind: .text, default: 1, labels: ["off", "on"], allowed: 0...1,
      summary: "without a trigger, trade back to a bound that the weight has left"),
    StrategyParameter(
      "min_qty", kind: .number, default: 0, allowed: 0...Double.greatestFiniteMagnitude,
      summary: "smallest number of units in a trade"),
    StrategyParameter(
      "qty_step", kind: .number, default: 0, allowed: 0...Double.greatestFiniteMagnitude,
      summary: "units are rounded to the nearest multiple of this, before the lot; 0 is any"),
  ]

  /// The commission is 0.01% unless set.
  public let settingDefaults = ["commission": 0.0001]

  /// Names that earlier tools use.
  public let aliases = [
    "commission_rate": "commission", "trigger_threshold": "trigger_threshold_pct",
    "withholding_tax_rate": "withholding_tax", "lot_size": "lot", "initial_cash": "cash",
  ]

  /// What each parameter may be, kept by itself because every candidate is checked.
  private let limits: [ClosedRange<Double>]

  /// Creates the strategy.
  public init() {
    limits = parameters.map(\.allowed)
  }

  /// The window's first bar: the rule reads no earlier price.
  public func firstBar(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Int? {
    market.window.lowerBound
  }

  /// The first bar only sets anchor and starting mix.
  public let countsOpeningBar = false

  /// The rule of a candidate.
  public func rule(
    _ parameters: [Double], settings: ExecutionSettings
  ) throws(CandidateFailure) -> RebalancingRule {
    precondition(parameters.count == self.parameters.count, "a value for each parameter")
    for index in parameters.indices where !limits[index].contains(parameters[index]) {
      guard !parameters[index].isNaN else {
        throw CandidateFailure("\(self.parameters[index].name) has no value")
      }
      try self.parameters[index].check(parameters[index])
    }
    // The one parameter that counts things.
    try self.parameters[6].check(parameters[6])
    let rule = RebalancingRule(
      threshold: parameters[0], ratio: parameters[1], lowestWeight: parameters[2],
      highestWeight: parameters[3], largestTrade: parameters[4], smallestNotional: parameters[5],
      ordersPerDay: Int(parameters[6]), startShare: parameters[7], withholdingTax: parameters[8],
      anomalyLimit: parameters[9], tradesOnDrift: parameters[10] == 1,
      smallestQuantity: parameters[11], quantityStep: parameters[12], lot: settings.lot,
      commission: settings.commission)
    guard rule.lowestWeight <= rule.highestWeight else {
      throw CandidateFailure("min_stock_alloc_pct is above max_stock_alloc_pct")
    }
    return rule
  }

  /// Runs the rule bar by bar.
  ///
  /// The first bar sets the anchor and the starting mix and is left out of the equity series.
  public func backtest(
    _ parameters: [Double], settings: ExecutionSettings, market: Market
  ) throws(CandidateFailure) -> Backtest {
    let rule = try rule(parameters, settings: settings)
    guard market.window.count > 1 else {
      throw CandidateFailure("the window has one bar; the first bar only sets the anchor")
    }
    var run = RebalancingRun(rule: rule, settings: settings, market: market)
    return run.backtest()
  }
}
