import PlateauColumns
import Testing

@testable import PlateauReport

@Suite struct NumberStyleTests {
  let style = NumberStyle()

  @Test(arguments: [
    (0.1234, ValueKind.fraction, "12.34%"), (0.07, .fraction, "7%"), (0.0025, .fraction, "0.25%"),
    // Two significant digits where two decimals would show none.
    (0.0000512, .fraction, "0.0051%"), (-0.123456, .fraction, "-12.35%"),
    (100_000, .money, "100,000"), (1234.5, .money, "1,234.50"), (-999.999, .money, "-1,000.00"),
    (101.5, .price, "101.50"), (43_210.123456, .price, "43210.12"),
    (0.00001234, .price, "0.00001234"),
    (1.23456, .number, "1.235"), (12.3456, .number, "12.35"), (0.123456, .number, "0.1235"),
    (1234.5678, .number, "1234.57"), (30, .number, "30"), (1e20, .number, "1e+20"),
    (0.000001234567, .number, "1.235e-6"), (0.00000812, .price, "0.00000812"),
    (15, .length, "15"), (1, .days, "1 day"), (12.345, .days, "12.3 days"),
    (1, .condition, "yes"), (0, .condition, "no"), (.nan, .condition, "–"),
    (.nan, .fraction, "–"), (.infinity, .number, "–"), (-0.0, .fraction, "0%"),
    (-0.00000001, .money, "0.00"),
  ])
  func `a number alone reads as its kind asks`(value: Double, kind: ValueKind, text: String) {
    #expect(style.text(value, kind) == text)
  }

  @Test func `numbers of a column share their decimals and leave the unit to the heading`() {
    #expect(style.texts([0.5, 0.1234, .nan], .fraction) == ["50.00", "12.34", "–"])
    #expect(style.texts([10, 20], .number) == ["10", "20"])
    #expect(style.texts([0.3, 0.4], .number) == ["0.3", "0.4"])
    #expect(style.texts([1, 2.5], .money) == ["1.00", "2.50"])
  }

  @Test func `very small and very large numbers show their digits, and zero stays zero`() {
    #expect(style.texts([0, -2.5e-9], .number) == ["0", "-2.5e-9"])
    #expect(style.texts([0, 123_456e20], .money) == ["0", "1.235e+25"])
  }

  @Test func `rounding is that of decimals, ties away from zero`() {
    // In binary 2.675 is below the tie and 0.07 * 100 above 7; on paper neither is.
    #expect(DecimalDigits(2.675)?.rounded(to: 2).plain() == "2.68")
    #expect(DecimalDigits(-0.125)?.rounded(to: 2).plain() == "-0.13")
    #expect(DecimalDigits(0.07)?.shifted(by: 2).plain() == "7")
    #expect(DecimalDigits(99.96)?.rounded(to: 1).plain() == "100")
    #expect(DecimalDigits(0.06)?.rounded(to: 1).plain() == "0.1")
    #expect(DecimalDigits(0.04)?.rounded(to: 1).plain(decimals: 1) == "0.0")
    #expect(DecimalDigits(0.004)?.rounded(to: 1).plain() == "0")
  }

  @Test
  func `a number that stands for itself looks alike in every view, and given ones keep all digits`()
  {
    let ratios = [0.092248, 2.5636]
    #expect(style.texts(ratios, .number) == ["0.092", "2.564"])
    #expect(ratios.map { style.text($0, .number) } == ["0.09225", "2.564"])
    // Two commissions that a person swept must not look the same.
    #expect(style.texts([0.001, 0.001001], .fraction, digits: .all) == ["0.1000", "0.1001"])
  }

  @Test func `plain marks stay within ASCII`() {
    #expect(NumberStyle(unicode: false).text(.nan, .price) == "-")
  }
}
