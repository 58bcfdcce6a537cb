import PlateauColumns
import Testing

@testable import PlateauMarket

@Suite struct DecimalNumberTests {
  private func parse(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer {
      DecimalNumber.parse($0, Cell(start: 0, end: $0.count))
    }
  }

  @Test(arguments: [
    "0", "1", "100.34", "0.1", "0.30000000000000004", "1.23427", "29860.626953", "1e22", "1e23",
    "9007199254740992", "9007199254740993", "9007199254740993.0", "123456789012345678901234567890",
    "0.1234567890123456789", "2.2250738585072014e-308", "2.2250738585072011e-308", "5e-324",
    "1.7976931348623157e308", "8.41e+3", "8.41E-3", "0.000000000000000000000000000001",
    "7.2057594037927933e+16", "5708990770823839524233143877797980545530986496.0", "00012.50",
  ])
  func `literals become the nearest double`(text: String) {
    // The compiler's own conversion is correctly rounded, so it is the reference.
    #expect(parse(text) == Double(text))
    #expect(parse("-" + text) == Double("-" + text))
  }

  @Test func `random decimals of every length become the nearest double`() {
    var random = RandomStream(seed: 3)
    for _ in 0..<20_000 {
      let digits = 1 + Int(random.next() % 25)
      let point = Int(random.next() % UInt64(digits))
      var text = ""
      for position in 0..<digits {
        if position == point, position > 0 { text += "." }
        text += String(random.next() % 10)
      }
      if random.next() % 4 == 0 { text += "e\(Int(random.next() % 61) - 30)" }
      #expect(parse(text) == Double(text), "\(text)")
    }
  }

  @Test func `shortest decimals read back to the last bit`() {
    var random = RandomStream(seed: 4)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(parse(value.description) == value)
    }
  }

  @Test(arguments: [".5", "5.", "+5"])
  func `a point at either end and a plus are taken`(text: String) {
    #expect(parse(text) == (text == ".5" ? 0.5 : 5))
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "1_000", "nan", "inf", "-inf", "infinity",
    "0x10", "1e999", "--1", "1 2", "12a", "1e5.5", "١٢", "1e99999999999999999999",
  ])
  func `anything else is no number`(text: String) {
    #expect(parse(text) == nil)
  }
}
