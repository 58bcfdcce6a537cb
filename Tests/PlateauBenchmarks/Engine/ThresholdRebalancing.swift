import PlateauColumns
import PlateauEngine
import PlateauMarket

/// Rebalancing on a threshold as the sweeps of other tools state it: thresholds in floating point,
/// bounds before commission, no further limit.
///
/// Half of the cash is put in stock at the first close, commission on top. At a close p with anchor
/// A, p >= A(1 + threshold) or p <= A(1 - threshold) wants to trade ratio · (A/p - 1) of the
/// value, cut to the bounds on the stock's value; a trade on the other side of the move is not made.
struct ThresholdRebalancing: AnchoredStrategy {
  let name = "threshold_rebalancing"
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

extension ThresholdRebalancing {
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

extension ThresholdRebalancing {
  /// Every threshold, ratio and pair of bounds.
  static func grid(on series: PriceSeries, name: String) -> Workload {
    var rows: [(threshold: Double, ratio: Double, lowest: Double, highest: Double)] = []
    for threshold in 0..<37 {
      for lowest in [0.1, 0.2, 0.25, 0.3] {
        for highest in [0.6, 0.7, 0.75, 0.9] {
          for ratio in 0..<35 {
            rows.append(
              (0.01 + Double(threshold) * 0.0025, 0.3 + Double(ratio) * 0.05, lowest, highest))
          }
        }
      }
    }
    var settings = ExecutionSettings()
    settings.commission = 0.001
    settings.cash = 10_000
    let all = rows
    let closes = series.close
    return Workload(
      name: name, series: series, strategy: ThresholdRebalancing(), settings: settings,
      candidates: Table([
        Column("threshold", kind: .fraction, values: rows.map(\.threshold)),
        Column("ratio", values: rows.map(\.ratio)),
        Column("lowest", kind: .fraction, values: rows.map(\.lowest)),
        Column("highest", kind: .fraction, values: rows.map(\.highest)),
      ]),
      plain: { row in
        let candidate = all[row]
        let fee = 0.001
        var (cash, units, anchor) = (5000 - fee * 5000, 5000 / closes[0], closes[0])
        for price in closes.dropFirst()
        where price >= anchor * (1 + candidate.threshold)
          || price <= anchor * (1 - candidate.threshold)
        {
          let (stock, value) = (units * price, cash + units * price)
          let wanted = candidate.ratio * (anchor / price - 1) * value
          let bounded = min(
            max(stock + wanted, candidate.lowest * value), candidate.highest * value)
          let traded = min(bounded - stock, cash / (1 + fee))
          guard traded * wanted > 0 else { continue }
          units += traded / price
          cash -= traded + fee * abs(traded)
          anchor = price
        }
        return (cash + units * closes[closes.count - 1]) / 10_000 - 1
      })
  }
}
