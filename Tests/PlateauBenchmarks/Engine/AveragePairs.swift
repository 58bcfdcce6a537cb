import PlateauColumns
import PlateauEngine
import PlateauMarket

/// Sweeps of pairs of simple averages, long while the fast one is above the slow one.
enum AveragePairs {
  private static let lengths = ["fast", "slow"].map {
    StrategyParameter($0, kind: .length, default: 10, allowed: 1...100_000)
  }

  /// Long on every bar that follows one on which the fast average is above the slow one.
  static let strategy = RuleStrategy(
    name: "average_pairs", parameters: lengths,
    rules: TradingRules(
      buy: comparison(.greater), sell: comparison(.lessOrEqual)))

  /// In on a crossing, out with a stop, a target, or when the fast average is not above.
  static let protected = RuleStrategy(
    name: "protected_pairs",
    parameters: lengths
      + ["stop_pct", "take_pct"].map { StrategyParameter($0, kind: .fraction, default: 0.05) },
    rules: TradingRules(
      buy: crossing, sell: comparison(.lessOrEqual), stop: ColumnProgram(input: "stop_pct"),
      target: ColumnProgram(input: "take_pct")))

  /// All pairs of a fast and a longer slow length, each with every commission.
  static func pairs(
    fast: ClosedRange<Int>, slow: ClosedRange<Int>, commissions: [Double], on series: PriceSeries,
    name: String
  ) -> Workload {
    var rows: [(fast: Int, slow: Int, commission: Double)] = []
    for fast in fast {
      for slow in slow where fast < slow { rows += commissions.map { (fast, slow, $0) } }
    }
    let loop = PlainLoop(series)
    let all = rows
    return Workload(
      name: name, series: series, strategy: strategy, settings: ExecutionSettings(),
      candidates: Table([
        Column("fast", kind: .length, values: rows.map { Double($0.fast) }),
        Column("slow", kind: .length, values: rows.map { Double($0.slow) }),
        Column("commission", kind: .fraction, values: rows.map(\.commission)),
      ]),
      plain: { loop.pairReturn(all[$0].fast, all[$0].slow, commission: all[$0].commission) })
  }

  /// Sixteen pairs with every stop and target, filled at the close.
  static func swings(
    stops: [Double], targets: [Double], on series: PriceSeries, name: String
  ) -> Workload {
    var rows: [(fast: Int, slow: Int, stop: Double, target: Double)] = []
    for fast in [5, 10, 15, 20] {
      for slow in [30, 40, 50, 60] {
        for stop in stops { rows += targets.map { (fast, slow, stop, $0) } }
      }
    }
    var settings = ExecutionSettings()
    settings.fill = .close
    settings.commission = 0.001
    let loop = PlainLoop(series)
    let all = rows
    return Workload(
      name: name, series: series, strategy: protected, settings: settings,
      candidates: Table([
        Column("fast", kind: .length, values: rows.map { Double($0.fast) }),
        Column("slow", kind: .length, values: rows.map { Double($0.slow) }),
        Column("stop_pct", kind: .fraction, values: rows.map(\.stop)),
        Column("take_pct", kind: .fraction, values: rows.map(\.target)),
      ]),
      plain: { row in
        loop.swingReturn(
          all[row].fast, all[row].slow, stop: all[row].stop, target: all[row].target,
          commission: 0.001)
      })
  }

  private static func comparison(_ operation: BinaryOperation) -> ColumnProgram {
    program { .binary(operation, $0, $1) }
  }

  private static let crossing = program { .crossesAbove($0, $1) }

  /// A program of the two averages.
  private static func program(
    _ last: (ColumnProgram.Register, ColumnProgram.Register) -> ColumnProgram.Instruction
  ) -> ColumnProgram {
    var program = ColumnProgram()
    let close = program.append(.input("close"))
    let fast = program.append(.call("sma", [close, program.append(.input("fast"))]))
    let slow = program.append(.call("sma", [close, program.append(.input("slow"))]))
    program.append(last(fast, slow))
    return program
  }
}
