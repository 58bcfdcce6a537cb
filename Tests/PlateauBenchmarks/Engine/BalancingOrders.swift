import PlateauColumns
import PlateauEngine
import PlateauMarket

/// Volatility balancing written as order formulas, as `sessions/strategies` ships it.
enum BalancingOrders {
  private static let defaults: [(name: String, value: Double)] = [
    ("trigger_threshold_pct", 0.03), ("rebalance_ratio", 1.6667), ("min_stock_alloc_pct", 0.25),
    ("max_stock_alloc_pct", 0.75), ("max_trade_pct", 0.2), ("min_notional", 100), ("fee", 0.001),
  ]

  /// The strategy; its parameters have the names and defaults of the native one.
  static let strategy = OrderStrategy(
    name: "balancing",
    parameters: defaults.map {
      StrategyParameter($0.name, kind: .number, default: $0.value)
    },
    rules: OrderRules(
      orders: [
        rule {
          $0.and($0.triggers, $0.fits($0.amount))
        } units: {
          $0.amount
        },
        rule {
          $0.and($0.and($0.drifts, $0.not($0.triggers)), $0.fits($0.drift))
        } units: {
          $0.drift
        },
      ], start: ColumnProgram(constant: 0.5), fill: .close))

  private static func rule(
    _ condition: (inout Text) -> Int, units: (inout Text) -> Int
  ) -> OrderRule {
    var (first, second) = (Text(), Text())
    let (holds, wanted) = (condition(&first), units(&second))
    return OrderRule(
      units: second.program.ending(at: wanted), condition: first.program.ending(at: holds))
  }

  /// The native rule and the same as orders on every threshold, ratio and pair of bounds.
  static func measure(_ benchmark: inout Benchmark, on series: PriceSeries, name: String) {
    var settings = ExecutionSettings()
    settings.commission = 0.001
    settings.cash = 10_000
    let grid = ThresholdRebalancing.grid(on: series, name: name).candidates
    let candidates = Table(
      zip(defaults, grid.columns).map { Column($0.name, kind: .fraction, values: $1.values) })
    // A move that the native rule would take for an error in the prices is one like any other.
    let limits = [Double](repeating: 1000, count: candidates.rowCount)
    let native = Table(
      candidates.columns + [Column("anomaly_limit", kind: .fraction, values: limits)])
    let markets = [Market(series: series, periodsPerYear: 252)]
    for (metrics, what) in [
      (Workload.fewMetrics, "four metrics"), (Metric.defaults, "all metrics"),
    ] {
      var expected: [Double] = []
      for (strategy, form, candidates) in [
        (VolatilityBalancing() as any Strategy, "native", native),
        (strategy, "as orders", candidates),
      ] {
        benchmark.measure(
          "\(name) \(form), \(what)", amount: candidates.rowCount, unit: "candidate",
          bars: series.count, runs: 10
        ) {
          let backtester = Backtester(
            strategy: strategy, markets: markets, settings: settings, metrics: metrics)
          var returns: [Double] = []
          for start in stride(from: 0, to: candidates.rowCount, by: 8192) {
            let part = start..<min(start + 8192, candidates.rowCount)
            returns +=
              backtester.evaluate(
                Table(candidates.columns.map { $0.with(Array($0.values[part])) })
              ).metrics[0]
          }
          if form == "native" { expected = returns }
          let apart = zip(returns, expected).count { abs($0 - $1) > 1e-9 * abs($1) }
          if apart > 0 { print("\(name): \(apart) candidates differ") }
          return apart * 100 < returns.count
        }
      }
    }
  }
}

/// A program under construction, with what the rule's expressions have in common.
private struct Text {
  var program = ColumnProgram()

  mutating func input(_ name: String) -> Int { program.append(.input(name)) }
  mutating func number(_ value: Double) -> Int { program.append(.constant(value)) }
  mutating func not(_ a: Int) -> Int { program.append(.unary(.not, a)) }
  mutating func negated(_ a: Int) -> Int { program.append(.unary(.negate, a)) }
  mutating func size(_ a: Int) -> Int { program.append(.call("abs", [a])) }
  mutating func smaller(_ a: Int, _ b: Int) -> Int { program.append(.call("min", [a, b])) }
  mutating func larger(_ a: Int, _ b: Int) -> Int { program.append(.call("max", [a, b])) }
  mutating func and(_ a: Int, _ b: Int) -> Int { binary(.and, a, b) }
  mutating func or(_ a: Int, _ b: Int) -> Int { binary(.or, a, b) }
  mutating func plus(_ a: Int, _ b: Int) -> Int { binary(.add, a, b) }
  mutating func minus(_ a: Int, _ b: Int) -> Int { binary(.subtract, a, b) }
  mutating func times(_ a: Int, _ b: Int) -> Int { binary(.multiply, a, b) }
  mutating func over(_ a: Int, _ b: Int) -> Int { binary(.divide, a, b) }
  mutating func binary(_ operation: BinaryOperation, _ a: Int, _ b: Int) -> Int {
    program.append(.binary(operation, a, b))
  }
}

extension Text {
  private var close: Int { mutating get { input("close") } }
  private var equity: Int { mutating get { input("equity") } }
  private var units: Int { mutating get { input("position") } }
  private var weight: Int { mutating get { input("weight") } }
  private var lowest: Int { mutating get { input("min_stock_alloc_pct") } }
  private var highest: Int { mutating get { input("max_stock_alloc_pct") } }
  private var cash: Int { mutating get { minus(equity, times(units, close)) } }

  /// Units that a share of some value comes to, beyond those held.
  private mutating func missing(_ share: Int, of value: Int) -> Int {
    minus(over(times(share, value), close), units)
  }

  /// Commission on some units.
  private mutating func fee(_ units: Int) -> Int {
    times(times(size(units), close), input("fee"))
  }

  /// The triggered order, cut to its limits and bounds.
  var amount: Int {
    mutating get {
      let most = over(times(input("max_trade_pct"), equity), close)
      let least = negated(smaller(units, most))
      let move = minus(over(input("last_fill"), close), number(1))
      let wanted = over(times(times(move, input("rebalance_ratio")), equity), close)
      let limited = larger(least, smaller(wanted, smaller(over(cash, close), most)))
      let after = minus(equity, fee(limited))
      let ceiling = larger(missing(highest, of: after), least)
      return larger(missing(lowest, of: after), smaller(limited, ceiling))
    }
  }

  /// Whether the price has left the band around the last fill, on the side of the order.
  var triggers: Int {
    mutating get {
      let threshold = input("trigger_threshold_pct")
      let rise = minus(plus(number(1), threshold), number(1e-12))
      let fall = plus(minus(number(1), threshold), number(1e-12))
      let rises = binary(.greaterOrEqual, close, times(input("last_fill"), rise))
      let falls = binary(.lessOrEqual, close, times(input("last_fill"), fall))
      let sells = and(
        and(rises, binary(.greaterOrEqual, weight, lowest)),
        binary(.lessOrEqual, amount, number(0)))
      let buys = and(
        and(falls, binary(.lessOrEqual, weight, highest)),
        binary(.greaterOrEqual, amount, number(0)))
      return or(sells, buys)
    }
  }

  /// The order back to a bound that the weight has left.
  var drift: Int {
    mutating get { missing(smaller(larger(weight, lowest), highest), of: equity) }
  }

  /// Whether the weight has left its bounds.
  var drifts: Int {
    mutating get {
      let outside = or(binary(.less, weight, lowest), binary(.greater, weight, highest))
      return and(outside, binary(.greaterOrEqual, size(drift), number(0.001)))
    }
  }

  /// Whether an order may be made: large enough, paid for, and within the bounds after it.
  mutating func fits(_ order: Int) -> Int {
    let left = minus(minus(cash, times(order, close)), fee(order))
    let after = over(times(plus(units, order), close), minus(equity, fee(order)))
    let isPaid = binary(.greaterOrEqual, left, times(number(-1e-9), equity))
    let isAbove = binary(.greaterOrEqual, after, minus(lowest, number(0.005)))
    let isBelow = binary(.lessOrEqual, after, plus(highest, number(0.005)))
    let isLarge = binary(.greaterOrEqual, times(size(order), close), input("min_notional"))
    return and(and(isPaid, and(isAbove, isBelow)), isLarge)
  }
}
