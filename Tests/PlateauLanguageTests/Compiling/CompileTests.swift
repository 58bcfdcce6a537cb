import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct CompileTests {
  /// Five bars: closes 1 to 5, and an opening price that is undefined on the first.
  private let bars = ColumnEnvironment(
    rowCount: 5,
    inputs: [
      "close": .column([1, 2, 3, 4, 5]), "open": .column([.nan, 3, 3, 3, 3]),
      "high": .column([2, 2, 4, 4, 6]), "low": .column([0, 0, 0, 0, 0]), "volume": .scalar(7),
      "n": .scalar(2),
    ])

  /// The value on every bar; `-1` stands for undefined, so that rows can be compared.
  private func values(_ text: String) throws -> [Double] {
    let compiled = try compile(Samples.expression(text), in: Samples.bars, allowsConditions: true)
    return try compiled.program.evaluate(in: bars).column(rowCount: 5).map { $0.isNaN ? -1 : $0 }
  }

  private static let formulas: [(String, [Double])] = [
    ("close + 1", [2, 3, 4, 5, 6]), ("close[1]", [-1, 1, 2, 3, 4]),
    ("close[n]", [-1, -1, 1, 2, 3]), ("close[0]", [1, 2, 3, 4, 5]),
    // Means of two: (1 + 2) / 2 and so on.
    ("sma(close, 2)", [-1, 1.5, 2.5, 3.5, 4.5]), ("SMA(Close, n)", [-1, 1.5, 2.5, 3.5, 4.5]),
    ("sma(close, 2)[1] * 2", [-1, -1, 3, 5, 7]), ("highest(high, 3)", [-1, -1, 4, 4, 6]),
    ("close - close", [0, 0, 0, 0, 0]), ("10 * 2", [20, 20, 20, 20, 20]),
    ("max(close, 3)", [3, 3, 3, 4, 5]),
    ("50% * close * 100", [50, 100, 150, 200, 250]),
    ("close / (close - 3)", [-0.5, -2, -1, 4, 2.5]),
  ]

  @Test(arguments: formulas)
  func `programs give what the formula says`(text: String, expected: [Double]) throws {
    #expect(try values(text) == expected)
  }

  private static let conditions: [(String, [Double])] = [
    // open is undefined on bar 0, then 3: close is above from bar 3.
    ("close > open", [-1, 0, 0, 1, 1]), ("not (close > open)", [-1, 1, 1, 0, 0]),
    ("not close > open", [-1, 1, 1, 0, 0]),
    // Kleene: false decides `and`, true decides `or`, also beside undefined.
    ("close > open and close > 2", [0, 0, 0, 1, 1]),
    ("close > open or close < 2", [1, 0, 0, 1, 1]),
    // A touch counts: close equals open on bar 2 and passes it on bar 3.
    ("close crosses above open", [-1, -1, 0, 1, 0]),
    ("open crosses below close", [-1, -1, 0, 1, 0]),
    ("close = 3", [0, 0, 1, 0, 0]), ("close == 3 or false", [0, 0, 1, 0, 0]),
    ("close != 3 and true", [1, 1, 0, 1, 1]), ("(close > 2) = (close > 3)", [1, 1, 0, 1, 1]),
  ]

  @Test(arguments: conditions)
  func `conditions are 1, 0 or undefined`(text: String, expected: [Double]) throws {
    #expect(try values(text) == expected)
  }

  private static let constants: [(String, Double)] = [
    ("10 * 2", 20), ("-2 ^ 2", -4), ("2 ^ 3 ^ 2", 512), ("7 - 2 - 1", 4), ("abs(-3)", 3),
    ("max(2, 1 + 4)", 5), ("25bp", 0.0025), ("1 < 2", 1), ("not 1 < 2", 0), ("0.5 / 2", 0.25),
  ]

  @Test(arguments: constants)
  func `what needs no column is one number`(text: String, expected: Double) throws {
    let compiled = try compile(
      Samples.expression(text), in: Samples.bars, allowsConditions: true)
    #expect(compiled.program == ColumnProgram(constant: expected))
    #expect(compiled.isScalar)
  }

  @Test func `division by zero is undefined`() throws {
    let compiled = try compile(Samples.expression("1 / 0"), in: Samples.bars)
    #expect(compiled.program.constantValue?.isNaN == true)
  }

  @Test func `equal parts are computed once`() throws {
    let compiled = try compile(
      Samples.expression("sma(close, 2) + SMA(close, 2)"), in: Samples.bars)
    #expect(
      compiled.program.instructions == [
        .input("close"), .constant(2), .call("sma", [0, 1]), .binary(.add, 2, 2),
      ])
  }

  @Test func `a definition is put in where its name stands`() throws {
    let spread = try compile(Samples.expression("high - low"), in: Samples.bars)
    let scope = ExpressionScope(
      noun: "series", names: Samples.series, functions: ColumnFunction.all, allowsRows: true,
      definitions: ["spread": spread])
    let whole = try compile(Samples.expression("Spread / spread[1] + low"), in: scope)
    // high - low is 2, 2, 4, 4, 6: ratios 1, 2, 1, 1.5.
    let values = try whole.program.evaluate(in: bars).column(rowCount: 5)
    #expect(Array(values.dropFirst()) == [1, 2, 1, 1.5])
    // The result is the last step also where that step existed before.
    let alone = try compile(Samples.expression("max(spread, low)"), in: scope)
    #expect(try alone.program.evaluate(in: bars)[4] == 6)
    #expect(try compile(Samples.expression("spread"), in: scope).program == spread.program)
  }

  @Test(arguments: [
    ("close", ValueKind.price), ("close + open", .price), ("close * 2", .price),
    ("close / open", .number), ("close - 1", .price), ("sma(close, 2)", .price),
    ("rsi(close, 2)", .number), ("5%", .fraction), ("5% + 25bp", .fraction), ("5% * 100", .number),
    ("close > 1", .condition), ("2 * n", .number), ("n + n", .length), ("-close", .price),
    ("3d", .days),
  ]) func `every expression knows what it means`(text: String, kind: ValueKind) throws {
    let compiled = try compile(
      Samples.expression(text), in: Samples.bars, allowsConditions: true)
    #expect(compiled.kind == kind)
  }

  @Test func `a condition is no number unless a definition takes either`() throws {
    let syntax = try Samples.expression("close > 1")
    #expect(throws: Diagnostic.self) { try compile(syntax, in: Samples.bars) }
    #expect(try compile(syntax, in: Samples.bars, allowsConditions: true).kind == .condition)
  }

  @Test func `names, aliases and labels read the input they stand for`() throws {
    func inputs(_ text: String) throws -> [String] {
      try compile(Samples.expression(text), in: Samples.metrics).program.inputs
    }
    #expect(try inputs("SHARPE") == ["sharpe_ratio"])
    #expect(try inputs("sharpe[Bear]") == ["sharpe_ratio[bear]"])
    #expect(try inputs("dd") == ["max_drawdown"])
  }

  @Test func `a word is compared by its place among the words`() throws {
    for text in ["fill = close", "fill = \"CLOSE\"", "close = fill"] {
      let program = try compile(
        Samples.expression(text), in: Samples.metrics, expecting: .condition
      ).program
      let row = ColumnEnvironment(rowCount: 2, inputs: ["fill": .column([0, 1])])
      #expect(try program.evaluate(in: row).column(rowCount: 2) == [0, 1])
    }
  }

  @Test func `a percentage may be compared with a fraction and with its multiple`() throws {
    for text in ["dd < 15%", "dd < 0.15", "dd < 1", "dd * 100 < 15", "avg_trade_duration > 2w"] {
      _ = try compile(Samples.expression(text), in: Samples.metrics, expecting: .condition)
    }
  }
}
