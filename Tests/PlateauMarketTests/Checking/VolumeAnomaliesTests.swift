import PlateauColumns
import PlateauMarket
import Testing

@Suite struct VolumeAnomaliesTests {
  @Test func `no volume where there always is some is told`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.volume[30] = 0
    #expect(
      try bars.warnings.map(\.message) == [
        "1 volume out of the ordinary at line 32: 1 without any"
      ])
    // Two of 60 are more than one in 50: this market has such days.
    bars.volume[20] = 0
    #expect(try bars.kinds.isEmpty)
  }

  @Test func `a volume far above the usual that stands alone is told`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.volume[30] = 80_000
    #expect(
      try bars.warnings.map(\.message) == [
        "1 volume out of the ordinary at line 32: 1 of more than 50 times the usual"
      ])
    // News: the next bar has more than a twentieth of it.
    bars.volume[31] = 5_000
    #expect(try bars.kinds.isEmpty)
  }

  @Test func `forty times the usual volume is not told`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.volume[30] = 40_000
    #expect(try bars.kinds.isEmpty)
  }

  @Test func `a file without any volume has no anomalies`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.volume = bars.volume.map { _ in 0 }
    #expect(try bars.kinds.isEmpty)
  }
}
