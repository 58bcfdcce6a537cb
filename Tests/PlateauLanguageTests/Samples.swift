import PlateauColumns
import PlateauLanguage

/// Commands, names and functions that the tests read texts with.
enum Samples {
  static let signatures: [CommandSignature] = [
    CommandSignature(
      "load", group: "data", summary: "Read prices.",
      [
        .spaceList(.word("path", .path)),
        .clauses([
          [.keyword("as"), .word("name", .newName)],
          [.keyword("timezone"), .word("timezone", .other, placeholder: "ZONE")],
          [.keyword("adjusted"), .choice("adjusted", ["on", "off"])],
          [.keyword("columns"), .commaList(.assignment("columns"))],
        ]),
      ], examples: ["load prices.csv"]),
    CommandSignature(
      "set", group: "space", summary: "Choose values.",
      [.optional([.word("name", .setting), .optional([.values("values")])])],
      examples: ["set fast 5..50"]),
    CommandSignature(
      "filter", group: "results", summary: "Keep rows.", [.optional([.expression("rule")])],
      examples: ["filter sharpe > 1"]),
    CommandSignature(
      "top", group: "results", summary: "Best rows.",
      [.optional([.count("rows")]), .optional([.keyword("by"), .expression("by")])],
      examples: ["top 5 by sharpe"]),
    CommandSignature(
      "show", group: "results", summary: "One row.", [.candidate("candidate")],
      examples: ["show best"]),
    CommandSignature(
      "window", group: "data", summary: "Choose a stretch.", [.optional([.span("span")])],
      examples: ["window last 1y"]),
    CommandSignature(
      "strategy", group: "strategy", summary: "Choose or define.",
      [.optional([.word("name", .strategy), .optional([.strategyBlock("block")])])],
      examples: ["strategy swing"]),
    CommandSignature(
      "sweep", group: "search", summary: "Run.",
      [
        .optional([
          .oneOf([[.keyword("grid")], [.keyword("random"), .count("samples")]])
        ]),
        .clauses([
          [.keyword("seed"), .count("seed")], [.keyword("threads"), .count("threads")],
          [.keyword("background")],
        ]),
      ], examples: ["sweep"]),
    CommandSignature(
      "unset", group: "space", summary: "Take back.",
      [
        .oneOf([
          [.keyword("filter"), .optional([.count("number")])], [.word("name", .setting)],
        ])
      ], examples: ["unset fast"]),
    CommandSignature(
      "define", group: "results", summary: "Name an expression.",
      [.word("name", .newName), .keyword("="), .expression("value")],
      examples: ["define x = sharpe"]),
    CommandSignature(
      "note", group: "keep", summary: "Write down.", [.text("text")], examples: ["note \"a\""]),
    CommandSignature(
      "explain", group: "search", summary: "Say what would happen.", [.rest("command")],
      examples: ["explain sweep"]),
    CommandSignature(
      "walkforward", group: "honesty", summary: "Test forward.",
      [
        .clauses([
          [.keyword("train"), .number("train")], [.keyword("test"), .number("test")],
        ])
      ], examples: ["walkforward train 2y"]),
    CommandSignature(
      "help", group: "prompt", summary: "Explain.", [.optional([.word("topic", .topic)])],
      examples: ["help"]),
    CommandSignature(
      "heatmap", group: "landscape", summary: "Draw.",
      [
        .word("x", .parameter), .word("y", .parameter), .optional([.word("metric", .metric)]),
        .optional([.choice("share", ["best", "mean"])]),
      ], examples: ["heatmap a b"]),
    CommandSignature(
      "quit", aliases: ["exit"], group: "prompt", summary: "Leave.",
      [.optional([.count("status")])], examples: ["quit"]),
  ]

  /// The names a filter may use.
  static let metrics = ExpressionScope(
    noun: "metric or parameter",
    names: [
      ExpressionScope.Name("sharpe_ratio", aliases: ["sharpe"]),
      ExpressionScope.Name("sharpe_ratio[bear]"), ExpressionScope.Name("sharpe_ratio[bull]"),
      ExpressionScope.Name("max_drawdown", aliases: ["drawdown", "dd"], kind: .fraction),
      ExpressionScope.Name("trade_count", aliases: ["trades"], kind: .length),
      ExpressionScope.Name("avg_trade_duration", kind: .days),
      ExpressionScope.Name("final_equity", kind: .money),
      ExpressionScope.Name("fill", kind: .text, labels: ["next_open", "close"]),
      ExpressionScope.Name("fast", kind: .length),
    ], functions: ColumnFunction.all, allowsRows: false)

  /// The series a rule may read.
  static let series: [ExpressionScope.Name] = [
    ExpressionScope.Name("open", kind: .price), ExpressionScope.Name("high", kind: .price),
    ExpressionScope.Name("low", kind: .price), ExpressionScope.Name("close", kind: .price),
    ExpressionScope.Name("volume"),
  ]

  /// What rules may ask of the account.
  static let state: [ExpressionScope.Name] = [
    ExpressionScope.Name("position", isAccountState: true),
    ExpressionScope.Name("entry_price", kind: .price, isAccountState: true),
    ExpressionScope.Name("last_fill", kind: .price, isAccountState: true),
    ExpressionScope.Name("bars_held", kind: .length, isAccountState: true),
    ExpressionScope.Name("high_since", kind: .price, isAccountState: true),
    ExpressionScope.Name("low_since", kind: .price, isAccountState: true),
    ExpressionScope.Name("equity", kind: .money, isAccountState: true),
    ExpressionScope.Name("weight", kind: .fraction, isAccountState: true),
    ExpressionScope.Name("pnl", kind: .fraction, isAccountState: true),
  ]

  /// The names a `series` command may use.
  static let bars = ExpressionScope(
    noun: "series", names: series + [ExpressionScope.Name("n", kind: .length, isScalar: true)],
    functions: ColumnFunction.all, allowsRows: true)

  static func parser(_ text: String, name: String? = nil) -> StatementParser {
    StatementParser(SourceText(text, name: name), signatures: signatures)
  }

  /// The first statement of a text.
  static func statement(_ text: String) -> Statement {
    var parser = parser(text)
    return parser.next()
  }

  /// The first statement of a text, which must be a command.
  static func call(_ text: String) throws -> CommandCall {
    switch statement(text) {
    case .command(let call): return call
    case .invalid(let diagnostic), .incomplete(let diagnostic): throw diagnostic
    case .expectation, .end: throw Diagnostic(.missingArgument, "no command in '\(text)'")
    }
  }

  /// An expression, read as the argument of `filter`.
  static func expression(_ text: String) throws -> ExpressionSyntax {
    guard let expression = try call("filter " + text).expression("rule") else {
      throw Diagnostic(.missingArgument, "no expression in '\(text)'")
    }
    return expression
  }

  /// A strategy block with its braces, checked.
  static func strategy(_ block: String) throws -> StrategyDefinition {
    guard let syntax = try call("strategy t \(block)").block("block") else {
      throw Diagnostic(.missingArgument, "no block in '\(block)'")
    }
    return try compileStrategy(
      syntax, named: "t", series: series, state: state, functions: ColumnFunction.all)
  }

  /// What reading and checking say about the definition of a strategy.
  static func strategyMessage(
    _ text: String, functions: [ColumnFunction] = ColumnFunction.all
  ) -> String {
    message(text) { call throws(Diagnostic) in
      guard let block = call.block("block") else { return }
      _ = try compileStrategy(
        block, named: "t", series: series, state: state, functions: functions)
    }
  }

  /// VALUES, read as the argument of `set x`.
  static func values(_ text: String) throws -> ValuesSyntax {
    guard let values = try call("set x " + text).values("values") else {
      throw Diagnostic(.missingArgument, "no values in '\(text)'")
    }
    return values
  }

  /// What reading, and then `check`, says about a text; empty when nothing is wrong.
  static func message(
    _ text: String, _ check: (CommandCall) throws(Diagnostic) -> Void = { _ throws(Diagnostic) in }
  ) -> String {
    let source = SourceText(text)
    switch statement(text) {
    case .command(let call):
      do throws(Diagnostic) {
        try check(call)
        return ""
      } catch {
        return error.rendered(in: source)
      }
    case .invalid(let diagnostic): return diagnostic.rendered(in: source)
    case .incomplete(let diagnostic): return "incomplete: " + diagnostic.rendered(in: source)
    case .expectation, .end: return ""
    }
  }
}
