/// How a backtester runs candidates, and why, in words.
public struct SweepPath: Hashable, Sendable {
  /// The way.
  public let name: String
  /// What the strategy, the settings or the metrics have to do with it.
  public let reason: String
}

extension Backtester {
  /// How candidates are run, and why, from the shape of the strategy.
  ///
  /// - Parameter varying: The names of settings that candidates bring with them.
  /// - Returns: The way and the reason, each a part of a sentence.
  public func describedPath(varying: Set<String> = []) -> SweepPath {
    switch path {
    case .events:
      let reasons = (strategy as? RuleStrategy)?.rules.reasonsToMark(settings, varying) ?? []
      return reasons.isEmpty
        ? SweepPath(
          name: "from trade to trade", reason: "the rules are comparisons, and trades compound")
        : SweepPath(
          name: "from trade to trade, equity marked bar by bar",
          reason: "because of \(reasons.joined(separator: ", "))")
    case .lanes:
      if let orders = strategy as? OrderStrategy { return orders.describedLanes }
      return SweepPath(
        name: "side by side, from fill to fill",
        reason: "the rule acts on the account where the price leaves a band")
    case .stateful:
      let read = (strategy as? RuleStrategy)?.rules.readState ?? []
      let names = AccountState.allCases.filter(read.contains).map(\.rawValue)
      return SweepPath(
        name: "side by side, bar by bar", reason: "the rules read \(names.joined(separator: ", "))")
    case .reference:
      return SweepPath(name: "reference backtest, bar by bar", reason: reasonForReference)
    }
  }

  private var reasonForReference: String {
    if let strategy = strategy as? OrderStrategy, OrderPlan(strategy) == nil {
      return "an order asks for the account's past"
    }
    if !(strategy is RuleStrategy), !(strategy is any AnchoredStrategy),
      !(strategy is OrderStrategy)
    {
      return "\(strategy.name) decides from the account at every close"
    }
    let metrics = metrics.filter { !$0.followsFromSummary }.map(\.name)
    guard !metrics.isEmpty else { return "the rules need to look at every bar" }
    let shown = metrics.prefix(3).joined(separator: ", ") + (metrics.count > 3 ? ", …" : "")
    return "\(shown) need\(metrics.count == 1 ? "s" : "") the equity of every bar"
  }
}

extension OrderStrategy {
  /// How its candidates run side by side, and why.
  fileprivate var describedLanes: SweepPath {
    OrderPlan(self)?.band == nil
      ? SweepPath(
        name: "side by side, bar by bar",
        reason: "what an order asks may change at every close")
      : SweepPath(
        name: "side by side, from fill to fill",
        reason: "no order can fire while the price stays in a band")
  }
}

extension TradingRules {
  /// What keeps equity from being a product of trades; empty where nothing does.
  fileprivate func reasonsToMark(
    _ settings: ExecutionSettings, _ varying: Set<String>
  ) -> [String] {
    var reasons: [String] = []
    if short != nil, settings.direction != .long || varying.contains("direction") {
      reasons.append("short positions")
    }
    if size.map({ $0.mode != .allIn })
      ?? (settings.sizingMode != .allIn || varying.contains("sizing"))
    {
      reasons.append("sizing")
    }
    if settings.commissionFixed != 0 || varying.contains("commission_fixed") {
      reasons.append("commission_fixed")
    }
    if !settings.maximumPositionValue.isNaN || varying.contains("max_position_value") {
      reasons.append("max_position_value")
    }
    if settings.lot != 0 || varying.contains("lot") { reasons.append("lot") }
    return reasons
  }
}
