import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// An anchored strategy that is nothing but threshold, ratio and bounds: compared in floating point,
/// bounds before commission, no further limit.
///
/// Half of the cash is put in stock at the first close, commission on top. At a close p with anchor
/// A, p >= A(1 + threshold) or p <= A(1 - threshold) wants to trade ratio · (A/p - 1) of the
/// value, cut to the bounds on the stock's value; a trade on the other side of the move is not made.
struct BareRebalancing: AnchoredStrategy {
  let name = "bare_rebalancing"
  let parameters = [
    StrategyParameter("threshold", kind: .fraction, default: 0.03, allowed: 0...1),
    StrategyParameter("ratio", kind: .number, default: 1, allowed: 0...1000),
    StrategyParameter("lowest", kind: .fraction, default: 0.25, allowed: 0...1),
    StrategyParameter("highest", kind: .fraction, default: 0.75, allowed: 0...1),
  ]
  let countsOpeningBar = true

  func rule(
    _ parameters: [Double], settings: ExecutionSettings
  ) throws(CandidateFailure) -> Rule {
    Rule(
      threshold: parameters[0], ratio: parameters[1], lowest: parameters[2],
      highest: parameters[3], commission: settings.commission)
  }
}

extension BareRebalancing {
  /// The rule of a candidate.
  struct Rule: AnchoredRule {
    let threshold: Double
    let ratio: Double
    let lowest: Double
    let highest: Double
    let commission: Double

    var terms: AnchoredTerms {
      AnchoredTerms(
        threshold: threshold, ratio: ratio, lowestWeight: lowest, highestWeight: highest,
        commission: commission)
    }

    func opening(cash: Double, at price: Double) -> AnchoredAccount {
      let value = 0.5 * cash
      return AnchoredAccount(
        cash: cash - value - commission * value, units: value / price, anchor: price,
        tradedNotional: value, fillCount: 1)
    }

    func act(
      at price: Double, dividend: Double, ordersToday: Int, on account: inout AnchoredAccount
    ) {
      let anchor = account.anchor
      guard price >= anchor * (1 + threshold) || price <= anchor * (1 - threshold) else { return }
      let stock = account.units * price, value = account.cash + stock
      let wanted = ratio * (anchor / price - 1) * value
      let target = min(max(stock + wanted, lowest * value), highest * value)
      let traded = min(target - stock, account.cash / (1 + commission))
      guard traded * wanted > 0 else { return }
      // Selling everything leaves nothing, whatever a division rounds to.
      account.units = target == 0 ? 0 : account.units + traded / price
      account.cash -= traded + commission * abs(traded)
      account.anchor = price
      account.tradedNotional += abs(traded)
      account.fillCount += 1
    }
  }
}
