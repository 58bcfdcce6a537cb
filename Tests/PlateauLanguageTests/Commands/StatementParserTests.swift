import PlateauLanguage
import Testing

@Suite struct StatementParserTests {
  /// Every statement of a text, in short.
  private func statements(_ text: String) -> [String] {
    var parser = Samples.parser(text)
    var found: [String] = []
    while true {
      switch parser.next() {
      case .command(let call): found.append(call.text)
      case .expectation(let text, _): found.append("#= \(text)")
      case .invalid: found.append("invalid")
      case .incomplete: found.append("incomplete")
      case .end: return found
      }
    }
  }

  @Test func `statements are separated by newlines and semicolons`() {
    #expect(
      statements("sweep; top 5\n\n;;\nshow best ; quit\n") == [
        "sweep", "top 5", "show best", "quit",
      ])
  }

  @Test func `comments, blank lines, a shebang and a byte order mark are passed over`() {
    #expect(
      statements("\u{FEFF}#!/usr/bin/env plateau\r\n# note\r\n\r\n  # indented\r\nsweep # all\r\n")
        == ["sweep"])
  }

  @Test func `an expectation stands in column 1 only`() {
    #expect(
      statements("#= digest 12ab \r\nsweep\n #= no\n#=x") == ["#= digest 12ab", "sweep", "#= x"])
  }

  @Test func `the text of a command leaves comments out but keeps those of a block`() {
    #expect(statements("filter a > # one\n 1 # two") == ["filter a > \n 1"])
    #expect(
      statements("strategy s {\n  # mine\n  buy when a > 1\n} # end")
        == ["strategy s {\n  # mine\n  buy when a > 1\n}"])
  }

  @Test func `after an error reading goes on at the next statement that can be read`() {
    #expect(statements("bogus; sweep\ntop 5") == ["invalid", "sweep", "top 5"])
    #expect(statements("bogus; sweep; bogus; top 5") == ["invalid", "sweep", "invalid", "top 5"])
    // In what is no text of the language a ';' separates nothing.
    #expect(statements("note “a; b”\ntop 5") == ["invalid", "top 5"])
    #expect(statements("bogus; strategy s {\n buy when a > 1\n}; top 5").count == 3)
    #expect(statements("top x \\\n y z\nsweep") == ["invalid", "sweep"])
    #expect(statements("filter a >\n b c\nsweep") == ["invalid", "sweep"])
    #expect(statements("note \"a\nsweep\nnote \"b\"") == ["invalid", "sweep", "note \"b\""])
  }

  @Test(.timeLimit(.minutes(1)))
  func `after an error in a very long line each of its statements is read once`() {
    let many = String(repeating: "sweep;", count: 2000)
    #expect(statements("bogus; \(many) bogus; top 5").count == 2003)
    #expect(statements(String(repeating: "bogus;", count: 2000)).count == 2000)
    #expect(statements(many).count == 2000)
  }

  @Test func `after an error a whole block is passed over`() {
    #expect(
      statements("strategy s {\n  bogus # }\n  buy when \"}\"\n}\nsweep") == ["invalid", "sweep"])
    #expect(statements("strategy s { bogus\nsweep") == ["invalid", "sweep"])
  }

  @Test func `an unfinished statement can be finished with more lines`() throws {
    let first = "sweep\nfilter (a >"
    var parser = Samples.parser(first)
    _ = parser.next()
    guard case .incomplete(let diagnostic) = parser.next() else {
      Issue.record("not incomplete")
      return
    }
    #expect(diagnostic.range == 13..<14)
    #expect(parser.next() == .end)
    var again = StatementParser(
      SourceText(first + "\n1)\n"), signatures: Samples.signatures, from: parser.offset)
    guard case .command(let call) = again.next() else {
      Issue.record("not a command")
      return
    }
    #expect(call.expression("rule")?.text == "a > 1")
  }

  @Test(arguments: [
    "filter (a", "filter a[1", "set x {1,", "filter a >", "filter a and", "top 5 \\",
    "strategy s {", "strategy s {\n buy when", "strategy s {\n buy when (a >", "filter max(1, 2",
    "filter not", "set x 5..", "set x 5,", "filter a crosses", "load a.csv,", "load a columns x=",
  ]) func `what ends too early is unfinished, not wrong`(text: String) {
    guard case .incomplete(let diagnostic) = Samples.statement(text) else {
      Issue.record("'\(text)' is not unfinished")
      return
    }
    #expect(diagnostic.range != nil)
  }

  @Test func `a string that is being typed is unfinished, elsewhere it ends on its line`() {
    for (text, typed) in [("note \"abc", true), ("note \"abc", false), ("note \"a\nb\"", true)] {
      var parser = StatementParser(
        SourceText(text), signatures: Samples.signatures, stringsRunOn: typed)
      switch parser.next() {
      case .incomplete(let diagnostic): #expect(typed && diagnostic.range == 5..<6)
      case .command(let call): #expect(typed && call.text("text") == "a\nb")
      case .invalid(let diagnostic): #expect(!typed && diagnostic.range == 5..<6)
      default: Issue.record("nothing was read")
      }
    }
  }

  @Test func `a wrong statement in an open block is wrong however the block goes on`() {
    #expect(statements("strategy s { note") == ["invalid"])
  }

  @Test func `a unique beginning of a verb stands for it`() throws {
    let call = try Samples.call("swe")
    #expect(call.verb == "sweep")
    #expect(call.abbreviatedFrom == "swe")
    #expect(try Samples.call("SWEEP").abbreviatedFrom == nil)
    #expect(try Samples.call("exit 3").verb == "quit")
    #expect(throws: Diagnostic.self) { try Samples.call("ex") }
  }

  @Test func `the range of a command holds its own bytes`() throws {
    let text = "sweep;  top 5 by sharpe  # c\n"
    var parser = Samples.parser(text)
    _ = parser.next()
    guard case .command(let call) = parser.next() else {
      Issue.record("no second command")
      return
    }
    #expect(call.range == 8..<23)
    #expect(call.text == "top 5 by sharpe")
    #expect(call.range(of: "by") == 14..<16)
  }
}
