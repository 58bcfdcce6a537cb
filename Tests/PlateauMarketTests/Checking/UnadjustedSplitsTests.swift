import PlateauColumns
import PlateauMarket
import Testing

@Suite struct UnadjustedSplitsTests {
  /// New shares for old ones, as a split is announced.
  static let announced = [
    "2:1", "3:1", "4:1", "5:1", "10:1", "20:1", "3:2", "1:2", "1:10", "2:3",
  ]

  @Test(arguments: announced)
  func `a jump by the ratio of a split is named with its date`(text: String) throws {
    let shares = text.split(separator: ":").compactMap { Double($0) }
    let ratio = shares[0] / shares[1]
    var bars = CheckedBars.weekdays(60)
    bars.scale(30..<60, by: 1 / ratio)
    let found = try bars.warnings
    #expect(found.map(\.kind) == [.split])
    // Bar 30 is the Monday of the seventh week, on line 32.
    #expect(
      found.first?.message
        == "1 jump as of a split at line 32: \(text) on 2020-02-17; "
        + "are the prices not adjusted for it?")
    #expect(found.first?.times == [CheckedBars.day(42)])
  }

  @Test func `two splits are both found`() throws {
    var bars = CheckedBars.weekdays(80)
    bars.scale(30..<80, by: 1 / 2)
    bars.scale(50..<80, by: 1 / 3)
    let found = try bars.warnings
    #expect(found.map(\.kind) == [.split] && found.first?.lines == [32, 52])
  }

  @Test func `a fall within the bar is an outlier and no split`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.scale(31..<60, by: 1 / 2)
    bars.setClose(30, bars.close[30] / 2)
    #expect(try bars.kinds == [.outlier])
  }

  @Test func `a fall by another ratio is an outlier and no split`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.scale(30..<60, by: 0.55)
    #expect(try bars.kinds == [.outlier])
  }

  @Test func `half the price for three bars is no split`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.scale(30..<33, by: 1 / 2)
    let kinds = try bars.kinds
    #expect(kinds == [.outlier])
  }

  @Test func `returns as large as the usual are no splits`() throws {
    var bars = CheckedBars.weekdays(60)
    // Up by half and down by a third every four bars, at the open.
    for start in stride(from: 0, to: 60, by: 8) { bars.scale(start..<min(60, start + 4), by: 1.5) }
    for bar in 0..<60 where bar % 2 == 0 { bars.scale(bar..<bar + 1, by: 1.1) }
    #expect(try !bars.kinds.contains(.split))
  }
}
