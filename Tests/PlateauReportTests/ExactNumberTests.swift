import PlateauColumns
import PlateauReport
import Testing

@Suite struct ExactNumberTests {
  @Test(arguments: [
    (0.1, "0.1"), (-12.5, "-12.5"), (100_000, "100000"), (-0.0, "0"), (1e-5, "0.00001"),
    (1e-7, "0.0000001"), (1.5e-8, "1.5e-8"), (1e20, "100000000000000000000"), (1e21, "1e+21"),
    (123_456_789_012_345_680, "123456789012345680"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func `a number is as short as it reads back`(value: Double, text: String) {
    #expect(ExactNumber.text(value) == text)
  }

  @Test func `undefined and infinite have no exact text`() {
    #expect(ExactNumber.text(.nan) == nil)
    #expect(ExactNumber.text(-.infinity) == nil)
  }

  @Test func `any bits read back to the same bits`() {
    var random = RandomStream(seed: 7)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(ExactNumber.text(value).flatMap { Double($0) } == value)
      let fraction = random.uniform()
      #expect(ExactNumber.text(fraction).flatMap { Double($0) } == fraction)
    }
  }
}
