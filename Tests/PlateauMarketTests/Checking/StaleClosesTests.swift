import PlateauColumns
import PlateauMarket
import Testing

@Suite struct StaleClosesTests {
  private func stale(_ closes: [Double], volume: (Int) -> Double = { _ in 1001 }) throws -> Finding?
  {
    var bars = CheckedBars.weekdays(closes.count)
    (bars.open, bars.high, bars.low, bars.close) = (closes, closes, closes, closes)
    bars.volume = closes.indices.map(volume)
    return try bars.warnings.first { $0.kind == .stale }
  }

  @Test func `where closes often repeat more of them in a row are needed`() throws {
    // Runs of two: half of all closes repeat. In 400 bars, 400 / 2^(n - 1) runs of n are expected,
    // less than a thousandth from n = 20 on.
    let usual = (0..<400).map { 100 + Double($0 / 2 % 7) }
    let with = { (length: Int) in
      usual.enumerated().map { $0 >= 100 && $0 < 100 + length ? 99 : $1 }
    }
    #expect(try stale(with(18)) == nil)
    let found = try #require(try stale(with(24)))
    #expect(found.line == 102)
    #expect(
      found.message
        == "1 run of 20 or more equal closes at line 102; the longest has 24")
  }

  @Test func `bars in which nothing was traded do not count`() throws {
    let closes = (0..<60).map { bar in (20..<35).contains(bar) ? 100 : 101 + Double(bar % 9) }
    #expect(try stale(closes)?.line == 22)
    // Six of the 15 had volume.
    #expect(try stale(closes) { (20..<29).contains($0) ? 0 : 1001 } == nil)
    // In a file without volume all count.
    #expect(try stale(closes) { _ in 0 }?.line == 22)
  }
}
