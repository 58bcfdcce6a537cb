import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// Random candidates around an anchor: gaps, ties, dividends, several bars a day, bounds that touch.
enum AnchoredCase {
  static func series(
    _ closes: [Double], times: [Timestamp]? = nil, dividends: [Double]? = nil,
    interval: BarInterval = .daily
  ) -> PriceSeries {
    PriceSeries(
      name: "A",
      times: times ?? closes.indices.map { Timestamp(CivilDate(dayNumber: 18_000 + $0)) },
      open: closes, high: closes, low: closes, close: closes, volume: closes,
      dividends: dividends, interval: interval)
  }

  static func market(_ random: inout RandomStream) -> Market {
    let count = pick([12, 40, 200, 600], &random) + Int(random.uniform() * 9)
    let decimals = pick([1, 100, 1e4, 1e15], &random)
    let spread = pick([0.002, 0.02, 0.1], &random)
    var price = pick([0.02, 5, 100, 20_000], &random)
    let isIntraday = random.uniform() < 0.15
    var (closes, times, day): ([Double], [Timestamp], Int) = ([], [], 18_000)
    for bar in 0..<count {
      let chance = random.uniform()
      let reach = chance < 0.1 ? 0 : chance < 0.12 ? 1.6 : 2 * spread
      price = max(1 / decimals, price * (1 + (random.uniform() - 0.5) * reach))
      price = (price * decimals).rounded() / decimals
      closes.append(max(price, 1e-4))
      times.append(
        isIntraday
          ? Timestamp(seconds: Int64(18_000 * 86_400 + bar * 18_000))
          : Timestamp(CivilDate(dayNumber: day)))
      day += random.uniform() < 0.2 ? 3 : 1
    }
    var dividends: [Double]?
    if random.uniform() < 0.3 {
      dividends = closes.map { random.uniform() < 0.03 ? $0 * random.uniform() * 0.05 : 0 }
    }
    let first = Int(random.uniform() * Double(count / 2))
    let length = 1 + Int(random.uniform() * Double(count - first - 1))
    return Market(
      series: series(
        closes, times: times, dividends: dividends,
        interval: isIntraday ? .intraday(seconds: 18_000) : .daily),
      window: random.uniform() < 0.6 ? nil : first..<first + length, periodsPerYear: 252)
  }

  static func settings(_ random: inout RandomStream) -> ExecutionSettings {
    var settings = ExecutionSettings()
    settings.cash = pick([100_000, 1000, 10_000], &random)
    settings.commission = pick([0, 0.0001, 0.001, 0.02], &random)
    settings.lot = pick([0, 0, 0, 0, 1], &random)
    settings.riskFree = pick([0, 0, 0.03], &random)
    return settings
  }

  /// A strategy and up to ninety candidates, most of their parameters at will.
  static func candidates(_ random: inout RandomStream) -> (any AnchoredStrategy, Table) {
    let isShort = random.uniform() < 0.3
    var columns: [(name: String, values: [Double])]
    if isShort {
      columns = [
        ("threshold", [0, 0.01, 0.03, 0.05, 0.1]), ("ratio", [0, 0.3, 1, 2, 20]),
        ("lowest", [0, 0.1, 0.3, 0.5]), ("highest", [0.5, 0.6, 0.9, 1]),
      ]
    } else {
      let few = random.uniform() < 0.5
      columns = [
        ("trigger_threshold_pct", few ? [0.03] : [0, 0.005, 0.01, 0.03, 0.05, 0.1, 1]),
        ("rebalance_ratio", [0.3, 1, 1.6667, 0, 20]),
        ("min_stock_alloc_pct", [0, 0.1, 0.25, 0.5]), ("max_stock_alloc_pct", [0.5, 0.75, 0.9, 1]),
      ]
      let others: [(String, [Double])] = [
        ("max_trade_pct", [0, 0.01, 0.2, 1]), ("min_notional", [0, 1, 100, 5000]),
        ("max_orders_per_day", [1, 2, 5]), ("start_share", [0, 0.5, 1, 0.25, 0.75]),
        ("withholding_tax", [0, 0.25, 1]), ("anomaly_limit", [0, 0.02, 0.5, 1000]),
        ("drift", [0, 1]), ("min_qty", [0, 0, 1]), ("qty_step", [0, 0, 0.1, 1]),
      ]
      for (name, values) in others where random.uniform() < 0.4 { columns.append((name, values)) }
    }
    let rows = 1 + Int(random.uniform() * 90)
    let table = Table(
      columns.map { name, values in
        Column(name, kind: .number, values: (0..<rows).map { _ in pick(values, &random) })
      })
    return (isShort ? BareRebalancing() : VolatilityBalancing(), table)
  }

  private static func pick<Value>(_ values: [Value], _ random: inout RandomStream) -> Value {
    values[Int(random.uniform() * Double(values.count))]
  }
}
