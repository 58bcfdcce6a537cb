import CEngineKernels

extension LaneColumns {
  /// Sets what a lane's trades need to know of its rule.
  func set(_ lane: Int, to terms: AnchoredTerms, on market: LaneMarket) {
    let (rise, fall) = (1 + terms.threshold, 1 - terms.threshold)
    let (above, below) = (1 + market.margin, 1 - market.margin)
    let farthest = terms.anomalyLimit
    self[LANES_CLEAR_RISE, lane] = rise * above
    self[LANES_CLEAR_FALL, lane] = fall * below
    self[LANES_IDLE_RISE, lane] = min(rise, 1 + farthest) * below
    self[LANES_IDLE_FALL, lane] = max(fall, 1 - farthest) * above

    // A move of `farthest` is this share of the value the other way round.
    let share =
      farthest < .infinity
      ? terms.ratio * farthest / (1 + farthest) * (1 - LANES_CLEAR) : .infinity
    self[LANES_RATIO, lane] = terms.ratio
    self[LANES_MOST_SHARE, lane] = terms.isPlain(on: market) ? share : -1
    self[LANES_LARGEST, lane] = terms.largestTrade
    self[LANES_LOWEST_WEIGHT, lane] = terms.lowestWeight
    self[LANES_HIGHEST_WEIGHT, lane] = terms.highestWeight
    self[LANES_LOWEST_SCALE, lane] = (1 + LANES_CLEAR) / (1 - terms.lowestWeight)
    self[LANES_HIGHEST_SCALE, lane] = (1 - LANES_CLEAR) / (1 - terms.highestWeight)
    self[LANES_COMMISSION, lane] = terms.commission
    self[LANES_WEIGHT_COMMISSION, lane] = terms.weighsAfterCommission ? terms.commission : 0
    self[LANES_SMALLEST, lane] = terms.smallestNotional
    self[LANES_SMALLEST_SHARE, lane] =
      LANES_CLEAR
      + (terms.weighsAfterCommission ? terms.commission * min(terms.largestTrade, 1) : 0)
    self[LANES_SMALLEST_DRIFT_UNITS, lane] = terms.smallestDrift ?? 0
    // Rounding can lift an order over the smallest value, so no trade back may be ruled out.
    let held = terms.roundsUnits ? 0 : terms.smallestNotional
    self[LANES_SMALLEST_DRIFT, lane] = terms.smallestDrift == nil ? .infinity : held
  }
}

extension AnchoredTerms {
  /// Whether every trade inside the limits that the kernel looks at is one that the rule makes.
  fileprivate func isPlain(on market: LaneMarket) -> Bool {
    // No fill is refused for what its commission does to the weight.
    let spread = weighsAfterCommission ? commission * min(largestTrade, 1) : 0
    return ratio > 0 && !roundsUnits && ordersPerDay >= market.barsPerDay && commission < 0.5
      && lowestWeight * spread < 0.9 * weightTolerance
      && highestWeight * commission < 0.9 * weightTolerance * (1 - commission)
  }
}
