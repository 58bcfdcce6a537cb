import PlateauLanguage
import Testing

@Suite struct NumberLiteralTests {
  private func literal(_ text: String) throws -> NumberLiteral {
    guard case .number(let literal) = try Samples.expression(text).kind else {
      throw Diagnostic(.numberForm, "'\(text)' is no number")
    }
    return literal
  }

  @Test(arguments: [
    ("15%", 0.15), ("25bp", 0.0025), ("1.5%", 0.015), ("7%", 0.07), ("1_000", 1000),
    ("1e3", 1000), ("2.5e-3", 0.0025), ("1E+2", 100), ("2w", 14), ("3d", 3), ("12h", 0.5),
    ("0.1", 0.1), ("00012", 12), ("1__0", 10),
  ]) func `a number is rounded once, with its unit`(text: String, value: Double) throws {
    #expect(try literal(text).value == value)
    #expect(try literal(text).text == text)
  }

  @Test func `the quantity leaves the unit out`() throws {
    #expect(try literal("1_5min").quantity == 15)
    #expect(try literal("6mo").quantity == 6)
    #expect(try literal("6mo").unit == .months)
  }

  @Test func `a number of many digits is the nearest double`() throws {
    let digits = "0." + String(repeating: "3", count: 60)
    #expect(try literal(digits).value == 1.0 / 3)
    let huge = "1" + String(repeating: "0", count: 300)
    #expect(try literal(huge).value == 1e300)
  }

  @Test(arguments: ["5x", "5Min", "5%%", "5e", "1.5.2", "5bps", "5d3", "12_3x"])
  func `any other letter glued to a number is an error`(text: String) {
    #expect(throws: Diagnostic.self) { try literal(text) }
  }

  @Test func `a point counts only before a digit`() throws {
    let bounds = try Samples.values("0.5..1 step 0.1")
    #expect(bounds.text == "0.5..1 step 0.1")
    #expect(try Samples.values("5..50").text == "5..50")
  }
}
