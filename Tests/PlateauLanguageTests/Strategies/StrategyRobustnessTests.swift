import PlateauColumns
import PlateauLanguage
import Testing

/// Blocks that no person types; each is answered, with a place where it is refused.
@Suite struct StrategyRobustnessTests {
  private func failure(_ block: String) -> Diagnostic? {
    do {
      _ = try Samples.strategy(block).impossibleRules
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  @Test(arguments: ["x", "9", "close > 1 and ", "(", "-", "max(1, ", "max(1, 1) + ", "\u{201C}"])
  func `a megabyte in one rule is refused at its place`(part: String) {
    let text = String(repeating: part, count: 1_000_000 / part.utf8.count)
    let failure = failure("{ buy when \(text)close > 1 }")
    #expect(failure?.range != nil)
  }

  @Test(arguments: ["param", "let", "size", "exit", "fill", "order", ""])
  func `a word of a megabyte is refused at its place`(statement: String) {
    let word = String(repeating: "x", count: 1_000_000)
    let source = SourceText("strategy t { \(statement) \(word) }")
    var parser = StatementParser(source, signatures: Samples.signatures)
    switch parser.next() {
    case .invalid(let diagnostic), .incomplete(let diagnostic):
      #expect(diagnostic.range != nil)
      #expect(diagnostic.rendered(in: source).utf8.count < 3000)
    default:
      Issue.record("\(statement) is accepted")
    }
  }

  @Test func `a call of many arguments is refused`() {
    let text = String(repeating: "1, ", count: 300_000)
    #expect(failure("{ buy when max(\(text)1) > 1 }")?.message.contains("100 arguments") == true)
  }

  @Test func `ten thousand parentheses and choices are refused`() {
    let parentheses = String(repeating: "(", count: 10_000)
    let closing = String(repeating: ")", count: 10_000)
    #expect(
      failure("{ buy when \(parentheses)close\(closing) > 1 }")?.message.contains("deep") == true)
    let choices = String(repeating: "max(1, ", count: 500)
    #expect(
      failure("{ buy when \(choices)close\(closing.prefix(500)) > 1 }")?.message.contains("deep")
        == true)
  }

  @Test func `a thousand parameters are read`() throws {
    let declared = lines(1000) { "param p\($0) = \($0 + 1)\nlet l\($0) = sma(close, p\($0))" }
    let definition = try Samples.strategy("{ \(declared)\nbuy when close > l999 }")
    #expect(definition.parameters.count == 1000)
    #expect(definition.parameters.allSatisfy { $0.kind == .length })
    #expect(definition.buy?.inputs == ["close", "p999"])
  }

  @Test func `ten thousand lets are read`() throws {
    let lets = lines(10_000) { "let l\($0) = close + \($0)" }
    #expect(try Samples.strategy("{ \(lets)\nbuy when open > l17 }").buy?.instructions.count == 5)
  }

  @Test func `a chain of lets is as long as it is, however often each is used`() throws {
    let doubling = lines(60) { "let l\($0 + 1) = l\($0) + l\($0)" }
    let definition = try Samples.strategy("{ let l0 = close\n\(doubling)\nbuy when l60 > 1 }")
    // The close, sixty sums, a number and a comparison.
    #expect(definition.buy?.instructions.count == 63)
    let chain = lines(10_000) { "let l\($0 + 1) = l\($0) + 1" }
    let failure = failure("{ let l0 = close\n\(chain)\nbuy when l10000 > 1 }")
    #expect(failure?.message.contains("2000 steps") == true)
    #expect(failure?.range != nil)
  }

  @Test func `a chain of lets may count bars`() throws {
    let chain = lines(10_000) { "let l\($0 + 1) = l\($0)" }
    let definition = try Samples.strategy(
      "{ param n = 5; let l0 = n\n\(chain)\nbuy when close > sma(close, l10000) }")
    #expect(definition.parameters.map(\.kind) == [.length])
  }

  @Test(arguments: [1, 2, 3, 1000])
  func `lets that go round in a circle are refused`(count: Int) {
    let circle = lines(count) { "let l\($0) = l\(($0 + 1) % count) + 1" }
    let failure = failure("{ \(circle)\nbuy when close > sma(close, l0) }")
    #expect(failure?.kind == .strategyRules)
    #expect(failure?.range != nil)
  }

  @Test func `conditions that share their parts are judged once`() throws {
    let shared = lines(60) { "let c\($0 + 1) = c\($0) and c\($0)[1]" }
    let definition = try Samples.strategy("{ let c0 = close > high\n\(shared)\nbuy when c60 }")
    #expect(definition.impossibleRules.count == 1)
  }

  @Test func `ten thousand orders are read`() throws {
    let orders = lines(10_000) { "order \($0 + 1) when close > \($0)" }
    let definition = try Samples.strategy("{ \(orders) }")
    #expect(definition.orders.count == 10_000)
    #expect(definition.impossibleRules.isEmpty)
  }

  @Test func `any statements are answered`() {
    let parts = [
      "param", "let", "buy", "sell", "when", "stop", "exit", "after", "at", "session", "end",
      "size", "all_in", "fraction", "risk", "units", "order", "start", "fill", "close",
      "next_open", "pnl", "entry_price", "position", "sma(close, 3)", "5", "5%", "=", ">", "and",
      "crosses above", "[1]", ";", ";", "\n", "bars", "x", "-", "in", "..", "(", ")",
    ]
    var random = RandomStream(seed: 5)
    for _ in 0..<20_000 {
      var block = "{ "
      for _ in 0..<Int(1 + random.next() % 14) {
        block += parts[Int(random.next() % UInt64(parts.count))] + " "
      }
      if let failure = failure(block + "}") {
        #expect(failure.range != nil || failure.kind == .missingArgument, "\(block)")
      }
    }
  }
}
