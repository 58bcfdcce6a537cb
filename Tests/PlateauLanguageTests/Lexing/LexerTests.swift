import PlateauLanguage
import Testing

@Suite struct LexerTests {
  private func paths(_ text: String) throws -> [String] {
    try Samples.call("load " + text).words("path")
  }

  @Test func `a path needs no quotes unless it holds a space`() throws {
    #expect(
      try paths("BTC-USD prices/a.csv https://x.org/a?b=c#d ~/é.csv \"my file.csv\"")
        == ["BTC-USD", "prices/a.csv", "https://x.org/a?b=c#d", "~/é.csv", "my file.csv"])
  }

  @Test func `a word ends at a comma and at a semicolon`() throws {
    #expect(try paths("a.csv,b.csv;sweep") == ["a.csv", "b.csv"])
  }

  @Test func `a clause word ends a list of words unless it is quoted`() throws {
    let call = try Samples.call("load a.csv as x")
    #expect(call.words("path") == ["a.csv"])
    #expect(call.word("name") == "x")
    #expect(try paths("\"as\"") == ["as"])
    #expect(try paths("assets.csv") == ["assets.csv"])
  }

  @Test func `a name ends before the sign that follows it`() throws {
    let call = try Samples.call("define x=sharpe*2")
    #expect(call.word("name") == "x")
    #expect(call.expression("value")?.text == "sharpe * 2")
    #expect(try Samples.call("strategy a{buy when close>1}").word("name") == "a")
  }

  @Test func `a string may hold quotes, commas and signs`() throws {
    #expect(
      try Samples.call("note \"a \\\"b\\\" \\\\ #c;d\\n\\t\"").text("text")
        == "a \"b\" \\ #c;d\n\t")
  }

  @Test func `a hash opens a comment only after white space`() throws {
    #expect(try paths("a#b.csv # c") == ["a#b.csv"])
    #expect(try Samples.call("top 5 # by sharpe").expression("by") == nil)
  }

  @Test func `a line that ends in an operator, a comma or a backslash goes on`() throws {
    #expect(try Samples.expression("a >\n 1 and # why\n b <\r\n 2").text == "a > 1 and b < 2")
    #expect(try Samples.expression("a \\\n > 1").text == "a > 1")
    #expect(try Samples.expression("not\n a").text == "not a")
    #expect(try Samples.expression("a crosses\n above\n b").text == "a crosses above b")
    #expect(try Samples.values("5,\n 10,\n 20").wordList == nil)
    #expect(try Samples.values("1..\n5").text == "1..5")
    #expect(try paths("a.csv \\\n b.csv\\\n c.csv") == ["a.csv", "b.csv", "c.csv"])
  }

  @Test func `newlines inside brackets are white space`() throws {
    #expect(try Samples.expression("max(\n1\n,\n2\n)[\n1\n]").text == "max(1, 2)[1]")
    #expect(try Samples.values("{\n5\n,\n10\n}").text == "{5, 10}")
  }

  @Test func `a line's end ends a statement outside brackets`() throws {
    #expect(try Samples.expression("a > 1\n and b").text == "a > 1")
  }

  @Test func `names may have dots and letters of any alphabet`() throws {
    #expect(try Samples.expression("risk.max_positions").name == "risk.max_positions")
    #expect(try Samples.expression("größe").name == "größe")
    #expect(try Samples.values("a..b").text == "a..b")
  }

  @Test func `an invisible character is named and replaced`() {
    #expect(
      Samples.message("filter a\u{A0}> 1").hasPrefix(
        "error: an invisible character (U+00A0) means nothing here"))
    #expect(Samples.message("filter a\u{0}").contains("a control character (U+0000)"))
    #expect(Samples.message("load “a.csv”").contains("did you mean '\"a.csv\"'?"))
  }
}
