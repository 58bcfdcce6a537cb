import PlateauLanguage
import Testing

@Suite struct ValuesSyntaxTests {
  @Test(arguments: [
    "5", "-5..5", "5..50 step 5", "0.3..2.0 step 0.1", "1..1000 log count 4", "{5, 10, 20}",
    "5, 10, 20", "none", "next_open, close", "fraction 50%", "fraction {50%, 100%}", "risk 1%",
    "+omega_ratio, +sqn", "uniform(0, 1)", "10 * 2..50", "1%..10% step 50bp", "\"a b\"",
  ]) func `values read back from their own text`(text: String) throws {
    #expect(try Samples.values(text).text == text)
  }

  @Test func `a word directly before a value is a mode`() throws {
    let values = try Samples.values("fraction {50%, 100%}")
    #expect(values.mode == "fraction")
    #expect(values.modeRange == 6..<14)
    #expect(try Samples.values("all_in").mode == nil)
    #expect(try Samples.values("all_in").singleWord == "all_in")
  }

  @Test func `a list of words keeps its plus signs`() throws {
    #expect(try Samples.values("+sqn, +skew").wordList == ["+sqn", "+skew"])
    #expect(try Samples.values("default").wordList == ["default"])
    #expect(try Samples.values("a, 5").wordList == nil)
  }

  @Test func `keywords of ranges ignore case`() throws {
    #expect(try Samples.values("1..8 LOG Step 2").text == "1..8 log step 2")
  }
}
