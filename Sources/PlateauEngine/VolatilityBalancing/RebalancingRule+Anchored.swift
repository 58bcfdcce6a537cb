extension RebalancingRule: AnchoredRule {
  /// Trigger, ratio and bounds, and every limit of the rule.
  public var terms: AnchoredTerms {
    var terms = AnchoredTerms(
      threshold: threshold, ratio: ratio, lowestWeight: lowestWeight,
      highestWeight: highestWeight, commission: commission)
    terms.weighsAfterCommission = true
    terms.weightTolerance = Self.weightTolerance
    terms.largestTrade = largestTrade
    terms.smallestNotional = smallestNotional
    terms.smallestDrift = tradesOnDrift ? Self.smallestDrift : nil
    terms.anomalyLimit = anomalyLimit
    terms.ordersPerDay = ordersPerDay
    terms.roundsUnits = quantityStep > 0 || lot > 0 || smallestQuantity > 0
    return terms
  }

  /// The starting mix, bought without fee.
  public func opening(cash: Double, at price: Double) -> AnchoredAccount {
    let state = opened(cash: cash, at: price)
    return AnchoredAccount(cash: state.cash, units: state.units, anchor: state.anchor)
  }

  /// A dividend lowers the anchor before the price is looked at.
  public func act(
    at price: Double, dividend: Double, ordersToday: Int, on account: inout AnchoredAccount
  ) {
    var state = State(cash: account.cash, units: account.units, anchor: account.anchor)
    _ = receive(dividend, &state)
    if let order = trade(at: price, ordersToday: ordersToday, &state) {
      account.tradedNotional += abs(order.units) * price
      account.fillCount += 1
    }
    (account.cash, account.units, account.anchor) = (state.cash, state.units, state.anchor)
  }
}
