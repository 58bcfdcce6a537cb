import PlateauWorkbench
import Testing

/// What Tab offers inside a strategy's block, and inside the calls of its rules.
@Suite struct StrategyCompletionTests {
  @Test func `a strategy block offers statements, then series, functions and what it declares`()
    throws
  {
    let desk = try CompletionTests.Desk()
    let block = "strategy mine {\n  param length = 20\n  let base = sma(close, length)\n"
    #expect(desk.words(block + "  re|") == ["reversal"])
    #expect(desk.words(block + "|").prefix(3) == ["param", "let", "buy"])
    #expect(desk.words(block + "  buy |") == ["when"])
    #expect(desk.words(block + "  buy when bas|") == ["base"])
    #expect(desk.words(block + "  buy when close > sma(close, le|") == ["length"])
    #expect(desk.words(block + "  buy when close |") == ["crosses", "and", "or"])
    #expect(desk.words(block + "  stop lo|") == ["low", "log", "lowest"])
    #expect(desk.words(block + "  param other = |") == [])
    #expect(desk.words(block + "  exit after length |") == ["bars", "days"])
    #expect(desk.words(block + "  exit |") == ["after", "at"])
    #expect(desk.words(block + "  exit at session |") == ["end"])
    #expect(desk.words(block + "  size |") == ["all_in", "fraction", "risk", "value", "units"])
    #expect(desk.words(block + "  fill |") == ["close", "next_open"])
    #expect(desk.words(block + "  order 5 |") == ["when"])
    let meanings = [("or", "order"), ("star", "start"), ("fil", "fill"), ("siz", "size")].map {
      (desk.words(block + "  \($0)|"), desk.meaning(of: $1, at: block + "  |"))
    }
    #expect(meanings.map(\.0) == [["order"], ["start"], ["fill"], ["size"]])
    #expect(meanings.allSatisfy { $0.1?.isEmpty == false })
  }

  @Test func `an argument offers what it may be`() throws {
    let desk = try CompletionTests.Desk()
    let block =
      "strategy mine {\n  param length = 20\n  param share = 4%\n  let base = sma(close, length)\n"
      + "  let twice = length * 2\n  let up = close > base\n"
    // A series: names and functions, but no conditions.
    let series = desk.words(block + "  buy when rsi(|")
    #expect(series.prefix(4) == ["length", "share", "base", "twice"])
    #expect(series.contains("close") && series.contains("sma") && !series.contains("up"))
    #expect(desk.words(block + "  buy when rsi(bas|") == ["base"])
    #expect(desk.words(block + "  buy when rsi(close |") == [])
    // A length: parameters that are whole numbers, and usual ones; its own example first.
    let length = desk.words(block + "  buy when rsi(close, |")
    #expect(length == ["length", "twice", "14", "10", "20", "50", "100"])
    #expect(desk.meaning(of: "14", at: block + "  buy when rsi(close, |") == "as in rsi(close, 14)")
    #expect(desk.words("series sma(close, |") == ["20", "10", "50", "100"])
    #expect(desk.words(block + "  let other = sma(close, ma|") == ["max"])
    #expect(desk.offered(block + "  buy when rsi(bas|").map(\.suffix) == [""])
    // A look back: one bar, or a number of the strategy's own.
    #expect(desk.words(block + "  buy when close > base[|") == ["length", "twice", "1"])
    #expect(desk.words("series close[|") == ["1"])
    #expect(desk.words("filter sharpe_ratio[|") == [])
    // Elsewhere a condition may begin with anything.
    #expect(desk.words(block + "  buy when up|") == ["up"])
    #expect(desk.words(block + "  stop |").prefix(2) == ["5%", "length"])
    #expect(desk.words(block + "  exit after |") == ["length", "twice", "5", "10", "20"])
  }

  @Test func `rules offer the account's state, other statements do not`() throws {
    let desk = try CompletionTests.Desk()
    let block = "strategy mine {\n"
    for rule in ["buy when ", "cover when close > ", "let a = ", "order ", "order 5 when "] {
      #expect(desk.words(block + rule + "pn|") == ["pnl"], "\(rule)")
      #expect(desk.words(block + rule + "entry|") == ["entry_price"], "\(rule)")
    }
    #expect(desk.meaning(of: "pnl", at: block + "sell when pn|")?.contains("gain") == true)
    for other in ["stop ", "size value ", "exit after ", "start "] {
      #expect(desk.words(block + other + "entry|").isEmpty, "\(other)")
    }
    #expect(desk.words("series entry|").isEmpty)
    #expect(desk.words("help entr|") == ["entry_price"])
  }
}
