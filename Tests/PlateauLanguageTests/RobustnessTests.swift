import PlateauColumns
import PlateauLanguage
import Testing

/// Inputs that no person types; none may crash or hang, and each must be answered.
@Suite struct RobustnessTests {
  private func diagnostic(_ statement: Statement) -> Diagnostic? {
    switch statement {
    case .invalid(let diagnostic), .incomplete(let diagnostic): diagnostic
    default: nil
    }
  }

  @Test(arguments: ["(", "-", "not ", "2^", "f(", "a[", "+", "(-", "a and (", "max(1,"])
  func `ten thousand of anything that nests is an error`(opener: String) {
    let text = "filter " + String(repeating: opener, count: 10_000) + "1"
    #expect(diagnostic(Samples.statement(text))?.message.contains("deep") == true)
  }

  @Test(arguments: [" + 1", " and a", " * a", " - 1", "[1]", " or a > 1"])
  func `a very long chain is an error`(link: String) {
    let text = "filter a" + String(repeating: link, count: 100_000)
    #expect(diagnostic(Samples.statement(text)) != nil)
  }

  @Test func `as many steps as are allowed can be read, printed and compiled`() throws {
    let text = "close" + String(repeating: " + 1", count: 198)
    let nested = String(repeating: "(1 + ", count: 60) + text + String(repeating: ")", count: 60)
    #expect(throws: Diagnostic.self) { try Samples.expression(nested + " + 1") }
    let syntax = try Samples.expression(text)
    #expect(syntax.text == text)
    #expect(try compile(syntax, in: Samples.bars).program.inputs == ["close"])
  }

  @Test func `a line of a megabyte is read`() throws {
    let items = (0..<150_000).map(String.init).joined(separator: ",")
    let values = try Samples.values("{\(items)}")
    #expect(try resolve(values, kind: .length, name: "x").values.count == 150_000)
    #expect(try Samples.call("note \"\(items)\"").text("text") == items)
    #expect(diagnostic(Samples.statement("filter " + items)) != nil)
    #expect(diagnostic(Samples.statement(String(repeating: "x", count: 1_000_000))) != nil)
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(
      diagnostic(Samples.statement("filter a > \(digits)"))?.message.contains("large") == true)
  }

  @Test func `a script of a hundred thousand lines is read`() {
    let text = String(repeating: "top 5 by sharpe\n", count: 100_000)
    var parser = Samples.parser(text)
    var count = 0
    while case .command = parser.next() { count += 1 }
    #expect(count == 100_000)
  }

  @Test func `bytes that are no text are named where they stand`() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x00], [0x1B], [0x80, 0x80]] {
      for prefix in ["", "filter ", "load a", "note \"", "set x ", "strategy s { "] {
        let source = SourceText(bytes: Array(prefix.utf8) + bytes + Array("\" }\nsweep".utf8))
        var parser = StatementParser(source, signatures: Samples.signatures)
        guard let diagnostic = diagnostic(parser.next()) else {
          Issue.record("\(bytes) after '\(prefix)' was accepted")
          continue
        }
        #expect(diagnostic.range != nil)
        #expect(!diagnostic.rendered(in: source).isEmpty)
      }
    }
  }

  @Test func `any bytes are answered, and reading always comes to an end`() {
    let alphabet = Array("ab1.5%{}()[]\"\\#;,=<>+-*/^ \n\t\r_:é“".utf8) + [0, 0xFF]
    let verbs = ["filter ", "set x ", "load ", "strategy s { ", "show ", "window ", "top ", ""]
    var random = RandomStream(seed: 1)
    for round in 0..<4000 {
      var bytes = Array(verbs[round % verbs.count].utf8)
      for _ in 0..<Int(random.next() % 40) {
        bytes.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
      }
      let source = SourceText(bytes: bytes)
      var parser = StatementParser(source, signatures: Samples.signatures)
      var count = 0
      while count <= bytes.count + 1 {
        let statement = parser.next()
        if let diagnostic = diagnostic(statement) { _ = diagnostic.rendered(in: source) }
        if case .end = statement { break }
        count += 1
      }
      #expect(count <= bytes.count + 1)
    }
  }

  @Test func `any values are counted or refused`() throws {
    let parts = ["1", "0", "-5", "1e30", "5%", "0.1", "1e-30", "2d", "3bp", "9e99", "x", "1e308"]
    for low in parts {
      for high in parts {
        for tail in [
          "", " step 1", " step 0.1%", " count 3", " log count 3", " log step 2", " step 1e-40",
        ] {
          guard let values = try? Samples.values("\(low)..\(high)\(tail)") else { continue }
          for kind: ValueKind in [.number, .length, .fraction, .days, .text] {
            guard let resolved = try? resolve(values, kind: kind, name: "x") else { continue }
            let isCounted = resolved.values.allSatisfy { $0.isFinite }
            #expect(isCounted)
          }
        }
      }
    }
  }
}
