import PlateauColumns
public import PlateauLanguage

/// Takes any bytes through the whole language: reading, checking, compiling, and running what came
/// out on a few bars.
///
/// What is wrong with an answer is returned as a sentence; a crash or a hang shows by itself.
public enum LanguageProbe {
  /// The commands whose arguments are expressions, values and blocks.
  public static let signatures: [CommandSignature] = [
    CommandSignature(
      "strategy", group: "strategy", summary: "Define.",
      [.optional([.word("name", .strategy), .optional([.strategyBlock("block")])])],
      examples: ["strategy swing"]),
    CommandSignature(
      "filter", group: "results", summary: "Keep rows.", [.optional([.expression("rule")])],
      examples: ["filter sharpe > 1"]),
    CommandSignature(
      "series", group: "data", summary: "Compute.", [.commaList(.expression("series"))],
      examples: ["series close"]),
    CommandSignature(
      "set", group: "space", summary: "Choose values.",
      [.optional([.word("name", .setting), .optional([.values("values")])])],
      examples: ["set fast 5..50"]),
  ]

  /// What is wrong with how a text was answered, or `nil`.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Returns: A sentence for an error without a place, or with one outside the text.
  public static func fault(of bytes: [UInt8]) -> String? {
    let source = SourceText(bytes: bytes)
    var parser = StatementParser(source, signatures: signatures)
    while true {
      switch parser.next() {
      case .end, .incomplete: return nil
      case .expectation: continue
      case .invalid(let diagnostic):
        if let fault = fault(of: diagnostic, in: source) { return fault }
      case .command(let call):
        do throws(Diagnostic) {
          try compile(call)
        } catch {
          if let fault = fault(of: error, in: source) { return fault }
        }
      }
    }
  }

  private static func fault(of diagnostic: Diagnostic, in source: SourceText) -> String? {
    guard let range = diagnostic.range else { return "no place: \(diagnostic.message)" }
    guard range.lowerBound >= 0, range.upperBound <= source.bytes.count else {
      return "a place outside the text: \(diagnostic.message)"
    }
    return diagnostic.rendered(in: source).isEmpty ? "nothing to show" : nil
  }

  private static func compile(_ call: CommandCall) throws(Diagnostic) {
    if let block = call.block("block") {
      let strategy = try compileStrategy(
        block, named: "probe", series: series, state: state, functions: ColumnFunction.all)
      _ = strategy.impossibleRules
      let parameters = strategy.parameters.map { ($0.name, ColumnValue.scalar($0.defaultValue)) }
      for program in strategy.programs {
        _ = program.text
        run(program, adding: Dictionary(parameters, uniquingKeysWith: { $1 }))
      }
    }
    if let rule = call.expression("rule") {
      _ = try PlateauLanguage.compile(rule, in: metrics, expecting: .condition)
    }
    for syntax in call.expressions("series") {
      run(
        try PlateauLanguage.compile(syntax, in: bars, allowsConditions: true).program, adding: [:])
    }
    if let values = call.values("values") {
      for kind in [ValueKind.length, .fraction, .price] {
        _ = try resolve(values, kind: kind, name: "x")
      }
    }
  }

  /// Runs a program; a number that cannot be a length is an answer too.
  private static func run(_ program: ColumnProgram, adding numbers: [String: ColumnValue]) {
    let environment = ColumnEnvironment(
      rowCount: rowCount, inputs: prices.merging(account) { $1 }.merging(numbers) { $1 },
      times: (0..<rowCount).map { Timestamp(CivilDate(dayNumber: 20_000 + $0 * 3)) },
      store: ColumnStore())
    _ = try? program.evaluate(in: environment)
  }

  // MARK: Scopes

  private static let rowCount = 24

  private static let series: [ExpressionScope.Name] =
    ["open", "high", "low", "close", "hl2"].map { .init($0, kind: .price) }
    + ["volume", "dayofweek", "hour"].map { .init($0) }

  private static let state: [ExpressionScope.Name] = [
    .init("entry_price", kind: .price, isAccountState: true),
    .init("bars_held", kind: .length, isAccountState: true),
    .init("pnl", kind: .fraction, isAccountState: true),
    .init("equity", kind: .money, isAccountState: true),
  ]

  private static let account = Dictionary(
    uniqueKeysWithValues: state.map { ($0.input, ColumnValue.scalar(3)) })

  private static let bars = ExpressionScope(
    noun: "series or function", names: series, functions: ColumnFunction.all, allowsRows: true)

  private static let metrics = ExpressionScope(
    noun: "metric",
    names: [
      .init("sharpe_ratio", aliases: ["sharpe"]), .init("max_drawdown", kind: .fraction),
      .init("side", kind: .text, labels: ["both", "long"]),
    ], functions: ColumnFunction.all.filter { !$0.readsSeveralRows }, allowsRows: false)

  /// Prices with gaps and repetitions.
  private static let prices: [String: ColumnValue] = {
    let close = (0..<rowCount).map { row in row == 7 ? .nan : 100 + Double(row * row % 13) }
    return [
      "open": .column(close.map { $0 - 0.5 }), "high": .column(close.map { $0 + 1 }),
      "low": .column(close.map { $0 - 1 }), "close": .column(close),
      "volume": .column(close.map { ($0 - 100) * 10 }),
    ]
  }()
}

extension StrategyDefinition {
  /// Every program of the strategy.
  fileprivate var programs: [ColumnProgram] {
    [buy, sell, short, cover, stop, target, trail, exitAfter?.count, size?.amount, start]
      .compactMap(\.self) + orders.flatMap { [$0.condition, $0.units] }
  }
}
