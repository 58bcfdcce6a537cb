import PlateauColumns
import PlateauEngine

extension Formula: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral
{
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(stringLiteral value: String) { self = .name(value) }

  static func + (a: Formula, b: Formula) -> Formula { .binary(.add, a, b) }
  static func - (a: Formula, b: Formula) -> Formula { .binary(.subtract, a, b) }
  static func * (a: Formula, b: Formula) -> Formula { .binary(.multiply, a, b) }
  static func / (a: Formula, b: Formula) -> Formula { .binary(.divide, a, b) }
  static func < (a: Formula, b: Formula) -> Formula { .binary(.less, a, b) }
  static func <= (a: Formula, b: Formula) -> Formula { .binary(.lessOrEqual, a, b) }
  static func > (a: Formula, b: Formula) -> Formula { .binary(.greater, a, b) }
  static func >= (a: Formula, b: Formula) -> Formula { .binary(.greaterOrEqual, a, b) }
  static func && (a: Formula, b: Formula) -> Formula { .binary(.and, a, b) }
  static func || (a: Formula, b: Formula) -> Formula { .binary(.or, a, b) }
  static prefix func - (a: Formula) -> Formula { .unary(.negate, a) }
  static prefix func ! (a: Formula) -> Formula { .unary(.not, a) }
}

func larger(_ a: Formula, _ b: Formula) -> Formula { .call("max", [a, b]) }
func smaller(_ a: Formula, _ b: Formula) -> Formula { .call("min", [a, b]) }
func size(_ a: Formula) -> Formula { .call("abs", [a]) }

extension OrderStrategy {
  /// Volatility balancing as orders, line by line the file `sessions/strategies` ships.
  static let balancing: OrderStrategy = {
    let close: Formula = "close"
    let rises = close >= "last_fill" * (1 + "trigger_threshold_pct" - 1e-12)
    let falls = close <= "last_fill" * (1 - "trigger_threshold_pct" + 1e-12)
    let cash: Formula = "equity" - "position" * close
    let most = "max_trade_pct" * "equity" / close
    let least = -smaller("position", most)
    let wanted = ("last_fill" / close - 1) * "rebalance_ratio" * "equity" / close
    let limited = larger(least, smaller(wanted, smaller(cash / close, most)))
    let after = "equity" - size(limited) * close * "fee"
    let floor = "min_stock_alloc_pct" * after / close - "position"
    let ceiling = "max_stock_alloc_pct" * after / close - "position"
    let amount = larger(floor, smaller(limited, larger(ceiling, least)))
    let sells = rises && "weight" >= "min_stock_alloc_pct" && amount <= 0
    let buys = falls && "weight" <= "max_stock_alloc_pct" && amount >= 0
    let triggers = sells || buys
    let bound = smaller(larger("weight", "min_stock_alloc_pct"), "max_stock_alloc_pct")
    let drift = bound * "equity" / close - "position"
    let drifts =
      ("weight" < "min_stock_alloc_pct" || "weight" > "max_stock_alloc_pct") && size(drift) >= 0.001
    func fits(_ units: Formula) -> Formula {
      let fee = size(units) * close * "fee"
      let weight = ("position" + units) * close / ("equity" - fee)
      return cash - units * close - fee >= -1e-9 * "equity"
        && weight >= "min_stock_alloc_pct" - 0.005 && weight <= "max_stock_alloc_pct" + 0.005
        && size(units) * close >= "min_notional"
    }
    let defaults: [(String, ValueKind, Double)] = [
      ("trigger_threshold_pct", .fraction, 0.03), ("rebalance_ratio", .number, 1.6667),
      ("min_stock_alloc_pct", .fraction, 0.25), ("max_stock_alloc_pct", .fraction, 0.75),
      ("max_trade_pct", .fraction, 0.2), ("min_notional", .money, 100), ("fee", .fraction, 0.0001),
    ]
    return OrderStrategy(
      name: "balancing",
      parameters: defaults.map { StrategyParameter($0.0, kind: $0.1, default: $0.2) },
      rules: OrderRules(
        orders: [
          OrderRule(units: amount.program, condition: (triggers && fits(amount)).program),
          OrderRule(
            units: drift.program, condition: (drifts && !triggers && fits(drift)).program),
        ], start: Formula.number(0.5).program, fill: .close))
  }()
}
