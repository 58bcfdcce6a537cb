import PlateauLanguage
import Testing

@Suite struct CommandCallTests {
  @Test func `clauses come in any order`() throws {
    let call = try Samples.call("sweep random 100 threads 2 background seed 7")
    #expect(call.count("samples") == 100)
    #expect(call.count("seed") == 7)
    #expect(call.count("threads") == 2)
    #expect(call.flag("background"))
    #expect(!call.flag("grid"))
    #expect(try !Samples.call("sweep").flag("background"))
  }

  @Test func `the first alternative that fits is taken`() throws {
    #expect(try Samples.call("unset filter 2").count("number") == 2)
    #expect(try Samples.call("unset fast").word("name") == "fast")
    #expect(try Samples.call("unset \"filter\"").word("name") == "filter")
  }

  @Test func `a number keeps its unit`() throws {
    let call = try Samples.call("walkforward test 6mo train 2y")
    #expect(call.number("train") == 2)
    #expect(call.literal("test")?.unit == .months)
    #expect(try Samples.call("walkforward train -15%").number("train") == -0.15)
  }

  @Test func `the rest of a line ends at a semicolon outside strings and braces`() throws {
    #expect(
      try Samples.call("explain set x \"a;b\" {1;2} # c").text("command")
        == "set x \"a;b\" {1;2}")
    #expect(try Samples.call("explain sweep; top").text("command") == "sweep")
  }

  @Test func `arguments that are not there are nil`() throws {
    let call = try Samples.call("top")
    #expect(call.count("rows") == nil)
    #expect(call.expression("by") == nil)
    #expect(call.arguments.isEmpty)
  }

  @Test func `a word that may be left out is not one of the choices after it`() throws {
    let call = try Samples.call("heatmap fast slow best")
    #expect(call.word("metric") == nil)
    #expect(call.choice("share") == "best")
    #expect(try Samples.call("heatmap fast slow sharpe mean").word("metric") == "sharpe")
  }

  @Test func `choices are spelt as the signature spells them`() throws {
    #expect(try Samples.call("load a.csv adjusted OFF").choice("adjusted") == "off")
  }

  @Test func `a strategy block is an argument with its own text`() throws {
    let call = try Samples.call("strategy s { buy when a > 1; sell when a < 1 }")
    #expect(call.block("block")?.statements.count == 2)
    #expect(call.block("block")?.text == "{ buy when a > 1; sell when a < 1 }")
  }
}
