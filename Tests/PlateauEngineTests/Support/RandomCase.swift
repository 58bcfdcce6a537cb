import PlateauColumns
import PlateauMarket

@testable import PlateauEngine

/// Random prices, rules, settings and candidates, with what hurts: ties, gaps, long flat stretches.
enum RandomCase {
  static func market(_ random: inout RandomStream) -> Market {
    let count = 5 + Int(random.uniform() * 200)
    let series = series(
      count: count, spread: [0.002, 0.02, 0.1][Int(random.uniform() * 3)],
      decimals: random.uniform() < 0.5 ? 1 : 100, isHourly: random.uniform() < 0.3, &random)
    let first = Int(random.uniform() * Double(count / 2))
    let length = 1 + Int(random.uniform() * Double(count - first - 1))
    return Market(
      series: series, window: random.uniform() < 0.5 ? nil : first..<first + length,
      periodsPerYear: 252)
  }

  static func series(
    count: Int, spread: Double, decimals: Double, isHourly: Bool = false,
    _ random: inout RandomStream
  ) -> PriceSeries {
    var (open, high, low, close, times): ([Double], [Double], [Double], [Double], [Timestamp]) =
      ([], [], [], [], [])
    var price = 50.0
    var clock = (day: 18_000, hour: 0)
    for _ in 0..<count {
      let gap = random.uniform() < 0.1 ? 1 + (random.uniform() - 0.5) * 4 * spread : 1
      let first = max(1, (price * gap * decimals).rounded() / decimals)
      let move = random.uniform() < 0.1 ? 0 : (random.uniform() - 0.5) * 2 * spread
      let last = max(1, (first * (1 + move) * decimals).rounded() / decimals)
      let reach = random.uniform() * spread
      open.append(first)
      close.append(last)
      high.append((max(first, last) * (1 + reach) * decimals).rounded(.up) / decimals)
      low.append(max(0.5, (min(first, last) * (1 - reach) * decimals).rounded(.down) / decimals))
      times.append(Timestamp(CivilDate(dayNumber: clock.day), secondOfDay: clock.hour * 3600))
      advance(&clock, isHourly: isHourly, &random)
      price = last
    }
    return PriceSeries(
      name: "R", times: times, open: open, high: high, low: low, close: close,
      volume: [Double](repeating: 1, count: count),
      interval: isHourly ? .intraday(seconds: 3600) : .daily)
  }

  /// Goes on to the next bar: five hours a day with gaps and half days, or weekends between days.
  private static func advance(
    _ clock: inout (day: Int, hour: Int), isHourly: Bool, _ random: inout RandomStream
  ) {
    if isHourly, clock.hour < 4, random.uniform() < 0.95 {
      clock.hour += random.uniform() < 0.05 ? 2 : 1
    } else {
      clock = (clock.day + (random.uniform() < 0.2 ? 3 : 1), 0)
    }
  }
}

extension RandomCase {
  private static let lengths = ["fast", "slow", "width"].map {
    StrategyParameter($0, kind: .length, default: 3, allowed: 1...1000)
  }

  /// Rules of one or two sides from a handful of shapes, with or without exits of their own.
  static func strategy(_ random: inout RandomStream) -> RuleStrategy {
    let (buy, sell) = pair(&random)
    let (short, cover) = pair(&random)
    let sides = random.uniform()
    let hasExits = random.uniform() < 0.7
    // A cover without a short would keep every crossing of one side from the shortest way.
    let hasCover = hasExits && (sides > 0.4 || random.uniform() < 0.2)
    var rules = TradingRules(
      buy: sides < 0.8 ? buy : nil, sell: hasExits ? sell : nil, short: sides > 0.4 ? short : nil,
      cover: hasCover ? cover : nil, reversal: random.uniform() < 0.6)
    if random.uniform() < 0.3 {
      rules.exitAfter = HoldingLimit(
        ColumnProgram(constant: 1 + (random.uniform() * 9).rounded()),
        random.uniform() < 0.5 ? .bars : .days)
    }
    if random.uniform() < 0.3 { rules.stop = protection(&random) }
    if random.uniform() < 0.15 { rules.target = protection(&random) }
    if random.uniform() < 0.05 { rules.trail = protection(&random) }
    rules.exitsAtSessionEnd = random.uniform() < 0.25
    if random.uniform() < 0.2 { rules.fill = random.uniform() < 0.5 ? .close : .nextOpen }
    if random.uniform() < 0.25 { rules.size = size(&random) }
    return RuleStrategy(name: "random", parameters: lengths, rules: rules)
  }

  /// A stop or target that follows from a parameter or depends on the bar as well, undefined in
  /// warm-up and sometimes not above zero.
  static func protection(_ random: inout RandomStream) -> ColumnProgram {
    let range = Formula.binary(.subtract, .name("high"), .name("low"))
    let mean = Formula.binary(.subtract, .closeMean("fast"), .name("close"))
    func share(_ amount: Formula, _ scale: Double) -> Formula {
      .binary(.multiply, .number(scale), .binary(.divide, amount, .name("close")))
    }
    let shapes: [Formula] = [
      share(.closeMean("fast"), 1 / 40), share(.binary(.multiply, .name("width"), range), 0.2),
      share(.binary(.multiply, .name("width"), .call("sma", [range, .name("fast")])), 0.3),
      share(mean, 1), .binary(.multiply, .number(0.002), .name("width")),
      .binary(.multiply, .number(0.004), .binary(.subtract, .name("width"), .number(4))),
    ]
    return shapes[Int(random.uniform() * Double(shapes.count))].program
  }

  /// A size that is one number, follows from a parameter, or changes from bar to bar.
  private static func size(_ random: inout RandomStream) -> EntrySize {
    let modes: [ExecutionSettings.SizingMode] = [.allIn, .fraction, .risk, .value, .units]
    let mode = modes[Int(random.uniform() * 5)]
    let scale =
      switch mode {
      case .allIn, .fraction: 0.1
      case .risk: 0.004
      case .value: 300.0
      case .units: 2.0
      }
    let move = Formula.binary(.subtract, .name("close"), .closeMean("fast"))
    let amounts: [Formula] = [
      .number(3), .name("fast"), .binary(.subtract, .name("fast"), .number(6)), move,
    ]
    let amount = amounts[Int(random.uniform() * 4)]
    return EntrySize(
      mode, amount: mode == .allIn ? nil : Formula.binary(.multiply, amount, .number(scale)).program
    )
  }

  /// The same with conditions that read the account.
  static func statefulStrategy(_ random: inout RandomStream) -> RuleStrategy {
    let strategy = strategy(&random)
    var rules = strategy.rules
    let sides = [\TradingRules.buy, \.sell, \.short, \.cover]
    let first = Int(random.uniform() * 4)
    for (index, side) in sides.enumerated() where index == first || random.uniform() < 0.4 {
      let own = stateCondition(isEntry: index.isMultiple(of: 2), &random)
      let shape = random.uniform()
      guard let old = rules[keyPath: side], shape < 0.6 else {
        rules[keyPath: side] = own.program
        continue
      }
      var program = old
      let (left, right) = (old.result, own.append(to: &program))
      program.append(.binary(shape < 0.3 ? .and : .or, left, right))
      rules[keyPath: side] = program
    }
    return RuleStrategy(name: "random", parameters: strategy.parameters, rules: rules)
  }

  private static func stateCondition(
    isEntry: Bool, _ random: inout RandomStream
  ) -> Formula {
    let flat: [Formula] = [
      .binary(.equal, .name("position"), .number(0)),
      .unary(.isUndefined, .name("entry_price")),
      .unary(.not, .binary(.greater, .name("close"), .name("last_fill"))),
      .binary(.less, .name("equity"), .number(100_500)),
      .binary(.less, .call("abs", [.name("weight")]), .number(0.4)),
    ]
    let held: [Formula] = [
      .binary(
        .less, .name("close"), .binary(.multiply, .name("high_since"), .number(0.98))),
      .binary(.greaterOrEqual, .name("bars_held"), .name("fast")),
      .binary(.greater, .name("pnl"), .number(0.01)),
      .binary(.less, .name("close"), .call("max", [.name("low_since"), .closeMean("slow")])),
      .binary(
        .greater, .binary(.divide, .name("close"), .name("entry_price")), .number(1.004)),
    ]
    let choices = isEntry ? flat + held.suffix(2) : held + flat.suffix(2)
    return choices[Int(random.uniform() * Double(choices.count))]
  }

  /// An entry condition and its opposite.
  private static func pair(_ random: inout RandomStream) -> (ColumnProgram, ColumnProgram) {
    let (fast, slow) = (Formula.closeMean("fast"), Formula.closeMean("slow"))
    let isSwapped = random.uniform() < 0.5
    let (a, b) = isSwapped ? (slow, fast) : (fast, slow)
    switch Int(random.uniform() * 8) {
    case 0: return (Formula.crossesAbove(a, b).program, Formula.crossesBelow(a, b).program)
    case 1:
      return (Formula.binary(.greater, a, b).program, Formula.binary(.lessOrEqual, a, b).program)
    case 2:
      let strength = Formula.call("rsi", [.name("close"), .name("fast")])
      return (
        Formula.binary(.less, strength, .number(40)).program,
        Formula.binary(.greaterOrEqual, strength, .number(55)).program
      )
    case 3:
      let above = Formula.binary(.greaterOrEqual, .name("close"), a)
      let falling = Formula.binary(.notEqual, .name("open"), .name("close"))
      return (
        Formula.binary(.and, above, falling).program,
        Formula.binary(.or, Formula.binary(.less, .name("close"), b), Formula.binary(.equal, a, b))
          .program
      )
    case 4:
      // Conditions as series: any of three, and one and the same.
      let up = Formula.binary(.greater, .name("close"), .name("open"))
      return (
        Formula.binary(
          .and, .call("highest", [up, .number(3)]), .binary(.greater, .name("close"), a)
        ).program,
        Formula.binary(.equal, up, .binary(.less, .name("close"), b)).program
      )
    case 5:
      let above = Formula.binary(.greater, a, b)
      return (
        Formula.lag(above, 1).program,
        Formula.unary(.not, .binary(.or, .lag(above, 2), .unary(.isUndefined, .lag(a, 3)))).program
      )
    case 6:
      // A look back that is undefined for longer than the value is.
      let known = Formula.unary(.isUndefined, .lag(.name("close"), 20))
      let up = Formula.binary(.greaterOrEqual, .name("close"), .name("open"))
      return (
        Formula.binary(.or, known, .unary(.not, .crossesAbove(a, .name("close")))).program,
        Formula.binary(.greaterOrEqual, known, .binary(.notEqual, up, known)).program
      )
    default:
      return (
        Formula.crossesBelow(.name("close"), a).program,
        Formula.binary(.greater, .name("high"), b).program
      )
    }
  }

  static func settings(_ random: inout RandomStream) -> ExecutionSettings {
    var settings = ExecutionSettings()
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.uniform() * Double(values.count))]
    }
    settings.cash = pick([100_000, 1000, 50])
    settings.commission = pick([0, 0.001, 0.02])
    settings.commissionFixed = pick([0, 0, 0, 1])
    settings.slippage = pick([0, 0.0005, 0.01])
    settings.borrowRate = pick([0, 0, 0.1, 5])
    settings.fill = pick([.nextOpen, .nextOpen, .close])
    settings.protective = pick([.intrabar, .intrabar, .close, .best])
    settings.stop = pick([.nan, .nan, 0.005, 0.03])
    settings.target = pick([.nan, .nan, 0.01, 0.05])
    settings.trail = pick([.nan, .nan, .nan, 0.02])
    settings.stopBasis = pick([.fill, .signal])
    settings.sizingMode = pick([.allIn, .allIn, .allIn, .fraction, .risk, .value, .units])
    settings.sizingAmount =
      switch settings.sizingMode {
      case .allIn: .nan
      case .fraction: pick([0.5, 1])
      case .risk: 0.01
      case .value: pick([500, 20_000])
      case .units: pick([1, 7.5])
      }
    settings.maximumPositionValue = pick([.nan, .nan, .nan, 3000])
    settings.lot = pick([0, 0, 0, 1, 100])
    settings.direction = pick([.both, .both, .long, .short])
    settings.riskFree = pick([0, 0, 0.03])
    return settings
  }

  /// Random lengths; some longer than the data, some one and the same.
  static func candidates(
    of strategy: RuleStrategy, count: Int, _ random: inout RandomStream
  ) -> Table {
    // Stops and targets and costs that vary while the rules do not, and the other way round.
    let isSteady = random.uniform() < 0.5
    let steady = strategy.parameters.map { _ in 1 + (random.uniform() * 20).rounded() }
    func picked(_ name: String, _ values: [Double]) -> Column {
      Column(
        name, kind: .fraction,
        values: (0..<count).map { _ in values[Int(random.uniform() * Double(values.count))] })
    }
    var columns: [Column] = []
    if random.uniform() < 0.6 {
      columns.append(picked("stop", [.nan, 0.001, 0.005, 0.02, 0.05, 0.9]))
    }
    if random.uniform() < 0.6 { columns.append(picked("target", [.nan, 0.001, 0.004, 0.02, 0.1])) }
    if random.uniform() < 0.2 { columns.append(picked("commission", [0, 0.001])) }
    if random.uniform() < 0.1 { columns.append(picked("risk_free", [0, 0.05])) }
    let lengths = zip(strategy.parameters, steady).map { parameter, steady in
      Column(
        parameter.name, kind: .length,
        values: (0..<count).map { _ in
          let reach = random.uniform() < 0.05 ? 400.0 : 30.0
          // The width has to do with stops and targets alone.
          let isHeld = isSteady && parameter.name != "width"
          return isHeld ? steady : 1 + (random.uniform() * random.uniform() * reach).rounded()
        })
    }
    return Table(lengths + columns)
  }
}
