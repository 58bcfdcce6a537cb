/// The volatility balancing rule: how much to trade at a price, given anchor, cash and units.
///
/// - Note: Weights are the value of the stock over the value of the account. Sizes are signed
///   units: positive to buy, negative to sell.
public struct RebalancingRule: Sendable {
  /// The move from the anchor that triggers, as a fraction.
  let threshold: Double
  /// What the move is multiplied with to give the share of value traded.
  let ratio: Double
  /// The smallest weight of the stock.
  let lowestWeight: Double
  /// The largest weight of the stock.
  let highestWeight: Double
  /// The largest triggered trade as a share of the account's value.
  let largestTrade: Double
  /// The smallest value of a trade.
  let smallestNotional: Double
  /// Fills a day.
  let ordersPerDay: Int
  /// The share of cash put in stock at the start.
  let startShare: Double
  /// The part of a dividend that is not received.
  let withholdingTax: Double
  /// The move beyond which a price sets a new anchor, as a fraction.
  let anomalyLimit: Double
  /// Whether the drift rule acts.
  let tradesOnDrift: Bool
  /// The smallest number of units in a trade.
  let smallestQuantity: Double
  /// What units are rounded to before the lot; 0 for any.
  let quantityStep: Double
  /// What units are rounded to; 0 for any.
  let lot: Double
  /// Commission as a fraction of notional.
  let commission: Double

  /// How far a fill may leave the weight's bounds before it is refused.
  static let weightTolerance = 0.005

  /// A drift correction of fewer units is not worth an order.
  static let smallestDrift = 0.001

  /// What the account holds when a price arrives.
  struct State {
    /// Cash.
    var cash: Double
    /// Units of the stock.
    var units: Double
    /// The price that moves are measured from.
    var anchor: Double

    /// The value of the account at a price.
    func value(at price: Double) -> Double { units * price + cash }
  }

  /// An order before rounding and the checks at execution.
  struct Wish {
    /// What made it.
    let kind: Fill.Kind
    /// Signed units.
    let units: Double
    /// Signed units before limits and bounds.
    let unitsBeforeLimits: Double
  }

  /// The account that holds the starting mix, bought at a price without fee.
  func opened(cash: Double, at price: Double) -> State {
    let invested = cash * startShare
    return State(cash: cash - invested, units: invested / price, anchor: price)
  }

  /// Books a dividend a share net of tax and lowers the anchor by it.
  ///
  /// - Returns: The money received, or `nil` where there is none.
  func receive(_ perShare: Double, _ state: inout State) -> Double? {
    guard perShare > 0, state.units > 0 else { return nil }
    let net = perShare * state.units * (1 - withholdingTax)
    state.cash += net
    state.anchor -= perShare
    return net
  }

  /// Trades at a price, where the rule wants to and no limit is against it.
  ///
  /// - Returns: The units traded and what made the order, or `nil` where nothing was.
  func trade(at price: Double, ordersToday: @autoclosure () -> Int, _ state: inout State) -> (
    units: Double, wish: Wish
  )? {
    if isAnomalous(price, state) { state.anchor = price }
    guard let wish = wish(at: price, state), ordersToday() < ordersPerDay,
      let units = executed(wish, at: price, state)
    else { return nil }
    state = after(units, at: price, state)
    return (units, wish)
  }

  /// Whether a price is too far from the anchor to be a move; exactly at the limit it is not.
  func isAnomalous(_ price: Double, _ state: State) -> Bool {
    abs(price - state.anchor) - anomalyLimit * state.anchor > 1e-9 * state.anchor
  }

  /// What to do at a price: the triggered trade, else the way back to a bound, else nothing.
  func wish(at price: Double, _ state: State) -> Wish? {
    triggered(at: price, state) ?? drifted(at: price, state)
  }

  /// Units as they would be filled, or `nil` when the order is held or refused.
  ///
  /// Quantities are rounded to the nearest step and lot, half to even. An order is held below the
  /// smallest quantity or notional, and refused where cash or units would fall below zero or the
  /// weight after the fill would leave its bounds by more than `weightTolerance`.
  func executed(_ wish: Wish, at price: Double, _ state: State) -> Double? {
    var quantity = abs(wish.units)
    for step in [quantityStep, lot] where step > 0 {
      quantity = (quantity / step).rounded(.toNearestOrEven) * step
    }
    guard quantity > 0, quantity >= smallestQuantity, quantity * price >= smallestNotional
    else { return nil }
    let units = wish.units < 0 ? -quantity : quantity
    let after = after(units, at: price, state)
    let weight = after.units * price / after.value(at: price)
    // A billionth of the account's value forgives what subtraction leaves of an exact zero.
    let slack = 1e-9 * state.value(at: price)
    guard after.cash >= -slack, after.units * price >= -slack,
      weight >= lowestWeight - Self.weightTolerance,
      weight <= highestWeight + Self.weightTolerance
    else { return nil }
    return units
  }

  /// The account after a fill, commission paid, anchor at the price of the fill.
  func after(_ units: Double, at price: Double, _ state: State) -> State {
    State(
      cash: state.cash - units * price - abs(units) * price * commission,
      units: state.units + units, anchor: price)
  }

  private func triggered(at price: Double, _ state: State) -> Wish? {
    guard state.anchor > 0 else { return nil }
    let band = DecimalThreshold(threshold)
    let sells = band.isReached(byRiseTo: price, from: state.anchor)
    guard sells || band.isReached(byFallTo: price, from: state.anchor) else { return nil }
    let value = state.value(at: price)
    let weight = state.units * price / value
    if sells ? weight < lowestWeight : weight > highestWeight { return nil }

    let wanted = (state.anchor / price - 1) * ratio * value / price
    let limit = largestTrade * value
    var units =
      sells
      ? max(wanted, -min(state.units, limit / price))
      : min(wanted, min(state.cash, limit) / price)

    let after = after(units, at: price, state)
    let valueAfter = after.value(at: price)
    let weightAfter = after.units * price / valueAfter
    if weightAfter < lowestWeight {
      units = lowestWeight * valueAfter / price - state.units
    } else if weightAfter > highestWeight {
      units = highestWeight * valueAfter / price - state.units
      if units < 0 { units = max(units, -min(state.units, limit / price)) }
    }
    // A bound on the other side of the present weight is the drift rule's business.
    if sells ? units > 0 : units < 0 { return nil }
    return Wish(kind: .trigger, units: units, unitsBeforeLimits: wanted)
  }

  private func drifted(at price: Double, _ state: State) -> Wish? {
    guard tradesOnDrift else { return nil }
    let value = state.value(at: price)
    let weight = state.units * price / value
    let bound = min(max(weight, lowestWeight), highestWeight)
    guard bound != weight else { return nil }
    let units = bound * value / price - state.units
    guard abs(units) >= Self.smallestDrift else { return nil }
    return Wish(kind: .drift, units: units, unitsBeforeLimits: units)
  }
}
