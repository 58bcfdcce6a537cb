import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// Order rules, settings and candidates at random: levels that are held, levels that move, units
/// that are undefined, too large or too small.
enum RandomOrders {
  private static let names = ["a", "b", "n"]

  static func strategy(_ random: inout RandomStream) -> OrderStrategy {
    let orders = (0..<1 + Int(random.uniform() * 3)).map { _ in
      OrderRule(units: units(&random).program, condition: condition(&random, depth: 0).program)
    }
    let starts: [Formula?] = [nil, nil, 0.5, 1, 0, "a", "a" * 4]
    return OrderStrategy(
      name: "random", parameters: parameters,
      rules: OrderRules(
        orders: orders, start: pick(starts, &random)?.program,
        fill: pick([nil, .close, .nextOpen], &random)))
  }

  /// Brings the weight back into its bounds, unless that comes to a small amount.
  static func reweighting(_ random: inout RandomStream) -> OrderStrategy {
    let lowest = "b" - "a"
    let back = smaller(larger("weight", lowest), "b") * "equity" / "close" - "position"
    let smallest: Formula = pick(["a" * 0.1 * "equity", "a" * 1000, 3], &random)
    return OrderStrategy(
      name: "reweighting", parameters: parameters,
      rules: OrderRules(
        orders: [
          OrderRule(units: back.program, condition: (size(back) * "close" >= smallest).program)
        ], start: Formula.number(0.5).program, fill: .close))
  }

  private static let parameters = [
    StrategyParameter("a", kind: .fraction, default: 0.03),
    StrategyParameter("b", kind: .fraction, default: 0.5),
    StrategyParameter("n", kind: .length, default: 5, allowed: 1...1000),
  ]

  /// Signed units of about the size of the account, or of none.
  private static func units(_ random: inout RandomStream) -> Formula {
    let all: Formula = "equity" / "close"
    let choices: [Formula] = [
      all * "a", -all * "b", "b" * all - "position", -("position" as Formula), -"position" * "a",
      10, -3.5, all, "cash_free", ("last_fill" / "close" - 1) * all * 2,
      smaller("position", all * "b") * -1, larger(-5, "pnl" * -20), 0, all * 5,
      ("close" - .call("sma", ["close", "n"])) * "a", "high" - "low_since",
      "bars_held" * 2, .binary(.power, "b", "a") * all - "position",
    ]
    let units = pick(choices, &random)
    // Everything that cash buys, as a formula would find it.
    if case .name("cash_free") = units { return "equity" / "close" - "position" }
    return units
  }

  private static func condition(_ random: inout RandomStream, depth: Int) -> Formula {
    if depth < 3, random.uniform() < 0.55 {
      let first = condition(&random, depth: depth + 1)
      switch Int(random.uniform() * 4) {
      case 0: return !first
      case 1: return first || condition(&random, depth: depth + 1)
      default: return first && condition(&random, depth: depth + 1)
      }
    }
    let mean = Formula.call("sma", ["close", "n"])
    let choices: [Formula] = [
      "close" >= "last_fill" * (1 + "a"), "close" <= "last_fill" * (1 - "a"),
      "close" / "last_fill" - 1 > "a", "last_fill" / "close" - 1 > "a", "weight" < "b",
      "weight" > "b" + "a", "position" * "close" < "b" * "equity", "pnl" > "a", "pnl" < -"a",
      "equity" > 1000, .binary(.equal, "position", 0), "position" > 0, "close" > "entry_price",
      .unary(.isUndefined, "last_fill"), "bars_held" >= 5, "close" < "high_since" * (1 - "a"),
      "close" > "low_since" * (1 + "a"), .crossesAbove("close", mean), "close" < mean,
      "open" > "close", .binary(.notEqual, "close", "last_fill"),
      .binary(.equal, "close", "last_fill"), 1, 0, "weight" * "equity" > 400,
      "equity" - "position" * "close" > 10, (1 - "weight") > "b", "close" * "position" > 300,
      "last_fill" - "close" > "a" * "close", "close" / "equity" < "a",
    ]
    if random.uniform() < 0.25 { return amount(&random) }
    return pick(choices, &random)
  }

  /// A comparison of what a trade or a move comes to, which has corners where the price is a bound.
  private static func amount(_ random: inout RandomStream) -> Formula {
    let share: Formula = pick(["b", "b" + "a", 1, 1.2, 0, -0.1], &random)
    let smallest: Formula = pick([30, "a" * 1000, 0, -5], &random)
    let stock: Formula = "position" * "close"
    let back = smaller(larger("weight", "a"), share) * "equity" / "close" - "position"
    let missing = share * "equity" - stock
    let choices: [Formula] = [
      size(back) * "close" >= smallest, size(back) * "close" < smallest,
      size(back) > "a" * 20, size("close" / "last_fill" - 1) > "a", size(missing) > smallest,
      missing > smallest, smallest > missing, larger(missing, stock) < smallest,
      smaller("close", "last_fill") * (1 + "a") < larger("close", "entry_price"),
      larger("weight", share) * "equity" - stock < smallest,
      smaller("weight", share) * "equity" - stock < smallest, -size(missing) <= -smallest,
    ]
    return pick(choices, &random)
  }

  private static func size(_ formula: Formula) -> Formula { .call("abs", [formula]) }

  static func settings(_ random: inout RandomStream) -> ExecutionSettings {
    var settings = ExecutionSettings()
    settings.cash = pick([100_000, 1000, 50], &random)
    settings.commission = pick([0, 0.001, 0.02], &random)
    settings.commissionFixed = pick([0, 0, 0, 1], &random)
    settings.slippage = pick([0, 0, 0.0005, 0.01], &random)
    settings.fill = pick([.nextOpen, .close], &random)
    settings.maximumPositionValue = pick([.nan, .nan, .nan, 600], &random)
    settings.lot = pick([0, 0, 0, 1, 0.1], &random)
    settings.riskFree = pick([0, 0, 0.03], &random)
    return settings
  }

  static func candidates(_ random: inout RandomStream) -> Table {
    let rows = 1 + Int(random.uniform() * 80)
    func column(_ name: String, _ kind: ValueKind, _ values: [Double]) -> Column {
      Column(name, kind: kind, values: (0..<rows).map { _ in pick(values, &random) })
    }
    var columns = [
      column("a", .fraction, [0, 0.01, 0.03, 0.05, 0.1, 0.2]),
      column("b", .fraction, [0, 0.25, 0.5, 0.75, 1, 1.1]),
      column("n", .length, [1, 2, 5, 9, 20, 400]),
    ]
    if random.uniform() < 0.3 { columns.append(column("commission", .fraction, [0, 0.001])) }
    if random.uniform() < 0.2 { columns.append(column("lot", .number, [0, 1])) }
    return Table(columns)
  }

  private static func pick<Value>(_ values: [Value], _ random: inout RandomStream) -> Value {
    values[Int(random.uniform() * Double(values.count))]
  }
}
