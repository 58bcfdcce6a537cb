import PlateauLanguage
import Testing

@Suite struct DecimalNumberTests {
  @Test func `a sum of decimals is exact where doubles are not`() {
    let sum = DecimalNumber(1, exponent: -1).adding(DecimalNumber(2, exponent: -1))
    #expect(sum == DecimalNumber(3, exponent: -1))
    #expect(sum?.value == 0.3)
    #expect(0.1 + 0.2 != 0.3)
  }

  @Test(arguments: [
    0.1, -2.5, 1e-300, 1.7976931348623157e308, 2.2250738585072014e-308, 123456789.125, 0, 1e22,
  ])
  func `every double comes back from its shortest decimal`(value: Double) {
    #expect(DecimalNumber(shortest: value)?.value == value)
  }

  @Test func `what is not finite is no decimal`() {
    #expect(DecimalNumber(shortest: .nan) == nil)
    #expect(DecimalNumber(shortest: .infinity) == nil)
  }

  @Test func `trailing zeros do not make numbers differ`() {
    #expect(DecimalNumber(1500, exponent: -2) == DecimalNumber(15))
  }

  @Test func `results with too many digits are refused, not wrong`() {
    let large = DecimalNumber(Int128(1) << 100 + 1)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.adding(DecimalNumber(1, exponent: -30)) == nil)
    let edge = DecimalNumber(-(Int128(1) << 64)).multiplied(by: DecimalNumber(Int128(1) << 63))
    #expect(edge == nil)
  }

  @Test(arguments: [
    (15, -3, "0.015"), (-15, -3, "-0.015"), (15, 2, "1500"), (0, 5, "0"), (1, -25, "1e-25"),
  ]) func `numbers print as they are typed`(mantissa: Int128, exponent: Int, text: String) {
    #expect(DecimalNumber(mantissa, exponent: exponent).description == text)
  }
}
