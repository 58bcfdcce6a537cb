import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct StrategyCompilerTests {
  private func strategy(_ block: String) throws -> StrategyDefinition {
    guard let syntax = try Samples.call("strategy s \(block)").block("block") else {
      throw Diagnostic(.missingArgument, "no block")
    }
    return try compileStrategy(
      syntax, named: "s", series: Samples.series, functions: ColumnFunction.all)
  }

  private let pullback = """
    {
      param trend = 100          # bars
      param dip = 5 in 2..10 step 2
      param stop_pct = 4%
      let base = sma(close, trend)
      buy  when close > base and
        rsi(close, dip) < 30
      sell when rsi(close, dip) > 55
      stop stop_pct
    }
    """

  @Test func `the contract's example compiles`() throws {
    let definition = try strategy(pullback)
    #expect(definition.parameters.map(\.name) == ["trend", "dip", "stop_pct"])
    #expect(definition.parameters.map(\.kind) == [.length, .length, .fraction])
    #expect(definition.parameters.map(\.defaultValue) == [100, 5, 0.04])
    #expect(definition.parameters.map(\.defaultText) == ["100", "5", "4%"])
    #expect(definition.parameters.map(\.minimum) == [1, 1, -.infinity])
    #expect(definition.parameters[1].values?.values == [2, 4, 6, 8, 10])
    #expect(definition.text == pullback)
    #expect(definition.stop == ColumnProgram(input: "stop_pct"))
    #expect(definition.buy?.inputs == ["close", "trend", "dip"])
    #expect(definition.sell != nil)
    #expect(definition.short == nil)
    #expect(definition.target == nil)
    #expect(definition.reversal)
  }

  @Test func `a rule runs with its parameters as single numbers`() throws {
    let definition = try strategy("{ param n = 2; buy when close > sma(close, n)[1] }")
    let buy = try #require(definition.buy)
    let bars = ColumnEnvironment(
      rowCount: 4, inputs: ["close": .column([1, 3, 2, 1]), "n": .scalar(2)])
    let values = try buy.evaluate(in: bars).column(rowCount: 4)
    // Means of two are -, 2, 2.5, 1.5; one bar later they meet closes 2 and 1.
    #expect(values[1].isNaN)
    #expect(Array(values.dropFirst(2)) == [0, 0])
  }

  @Test func `every statement has its place`() throws {
    let definition = try strategy(
      """
      { param hold = 15; param trailing = 5% in {3%, 5%}
        buy when close > open; sell when close < open
        short when close < low[1]; cover when close > high[1]
        stop 3%; target 6%; trail trailing
        exit after hold days; reversal off }
      """)
    #expect(definition.short != nil && definition.cover != nil)
    #expect(definition.target == ColumnProgram(constant: 0.06))
    #expect(definition.trail == ColumnProgram(input: "trailing"))
    #expect(
      definition.exitAfter == HoldingLimit(count: ColumnProgram(input: "hold"), period: .days))
    #expect(definition.parameters.map(\.kind) == [.length, .fraction])
    #expect(!definition.reversal)
  }

  @Test func `a parameter is a length wherever it counts bars`() throws {
    let kinds = try strategy(
      """
      { param a = 3; param b = 4; param c = 5; param d = 6; param level = 30
        let twice = a * 2
        buy when sma(close, twice) > close[b] and close[c + 1] > level
        exit after d bars }
      """
    ).parameters
    #expect(kinds.map(\.kind) == [.length, .length, .length, .length, .number])
  }

  @Test func `definitions build on those above them`() throws {
    let definition = try strategy(
      "{ let a = close - open; let b = a * 2; buy when b > a }")
    let bars = ColumnEnvironment(
      rowCount: 2, inputs: ["close": .column([2, 1]), "open": .column([1, 2])])
    #expect(try definition.buy?.evaluate(in: bars).column(rowCount: 2) == [1, 0])
  }

  @Test func `a definition may be a condition`() throws {
    let definition = try strategy("{ let up = close > open; buy when up and not up[1] }")
    let bars = ColumnEnvironment(
      rowCount: 3, inputs: ["close": .column([1, 2, 3]), "open": .column([2, 1, 1])])
    // Undefined on the first bar only: up is 0, 1, 1.
    #expect(try definition.buy?.evaluate(in: bars)[1] == 1)
    #expect(try definition.buy?.evaluate(in: bars)[2] == 0)
  }

  @Test func `a stop may change from bar to bar`() throws {
    let definition = try strategy("{ buy when close > 1; stop 2 * (high - low) / close }")
    #expect(definition.stop?.inputs == ["high", "low", "close"])
  }

  @Test func `an error points into the line of the block`() throws {
    let text = "strategy s {\n  buy when close >\n    foo(3)\n}"
    let rendered = Samples.message(text) { call throws(Diagnostic) in
      guard let block = call.block("block") else { return }
      _ = try compileStrategy(
        block, named: "s", series: Samples.series, functions: ColumnFunction.all)
    }
    #expect(
      rendered == """
        error: there is no function 'foo'
              foo(3)
              ^~~
          'help unknown-function' tells more
        """)
  }
}
