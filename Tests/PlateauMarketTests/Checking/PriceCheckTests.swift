import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceCheckTests {
  /// Daily bars on weekdays from Monday, 2020-01-06, on: close only.
  private func closes(_ values: [Double]) throws -> LoadedPrices {
    var text = "Date,Close,Volume\n"
    for (index, value) in values.enumerated() {
      let day = CivilDate(dayNumber: 18_267 + index / 5 * 7 + index % 5)
      text += "\(day),\(value),1\n"
    }
    return try load(text)
  }

  @Test func `a close outside the bar is warned of, rounding is not`() throws {
    let text = "Date,Open,High,Low,Close,Volume\n"
    let outside = try load(text + "2020-01-06,10,12,9,12.1,1\n2020-01-07,8.9,12,9,11,1\n")
    #expect(
      messages(.warning, of: outside) == [
        "2 bars with the open or close outside low to high, first at line 2"
      ])
    #expect(outside.findings.first?.time?.description == "2020-01-06")
    let rounding = try load(text + "2020-01-06,10,12,9,12.000001,1\n")
    #expect(messages(.warning, of: rounding).isEmpty)
  }

  @Test func `a large return among equally large ones is no outlier`() throws {
    // Returns of 30%, 23%, -25% and -17%: the deviation is as large as the returns.
    let values = (0..<60).map { [100.0, 130, 160, 120][$0 % 4] }
    #expect(try messages(.warning, of: closes(values)).isEmpty)
  }

  @Test(arguments: [(9, 0), (10, 1)])
  func `ten equal closes in a row are stale`(length: Int, warnings: Int) throws {
    var values = (0..<40).map { 100 + Double($0) }
    for bar in 5..<5 + length { values[bar] = 105 }
    let loaded = try closes(values)
    let found = loaded.findings.filter { $0.severity == .warning }
    #expect(found.count == warnings)
    if warnings == 1 { #expect(found.first?.line == 7) }
  }

  @Test func `equal closes up to the last bar are stale too`() throws {
    let loaded = try closes([90, 91] + [Double](repeating: 100, count: 12))
    #expect(
      messages(.warning, of: loaded) == [
        "1 run of 10 or more equal closes at line 4; the longest has 12"
      ])
  }
}
