import PlateauColumns
import PlateauMarket
import Testing

@Suite struct PriceSpikesTests {
  @Test(arguments: [10, 0.1, 2, 0.5, 1.25])
  func `a price that comes back at once is a spike and nothing else`(factor: Double) throws {
    var bars = CheckedBars.weekdays(60)
    bars.setClose(30, bars.close[30] * factor)
    let found = try bars.warnings
    #expect(found.map(\.kind) == [.spike])
    #expect(found.first?.lines == [32] && found.first?.times == [CheckedBars.day(42)])
    #expect(
      found.first?.message
        == "1 price far from those around that comes back at once at line 32")
  }

  @Test func `two prices on one level that come back are two spikes`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.scale(30..<32, by: 10)
    let found = try bars.warnings
    #expect(found.map(\.kind) == [.spike] && found.first?.lines == [32, 33])
  }

  @Test func `what stays for three bars is no spike`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.scale(30..<33, by: 1.7)
    let found = try bars.warnings
    #expect(found.map(\.kind) == [.outlier] && found.first?.lines == [32, 35])
  }

  @Test func `what comes back half the way is no spike`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.setClose(30, bars.close[30] * 1.4)
    bars.scale(31..<60, by: 1.2)
    #expect(try !bars.kinds.contains(.spike))
  }

  @Test func `a move of twice the usual is no spike`() throws {
    var bars = CheckedBars.weekdays(60)
    bars.setClose(30, bars.close[30] * 1.02)
    #expect(try bars.kinds.isEmpty)
  }

  @Test func `a large move among large moves is no spike`() throws {
    var bars = CheckedBars.weekdays(200)
    // A storm of twenty bars, up and down by a seventh.
    for bar in stride(from: 90, to: 110, by: 2) { bars.setClose(bar, bars.close[bar] * 1.15) }
    #expect(try !bars.kinds.contains(.spike))
  }

  @Test func `a high or a low that stands out alone is a spike`() throws {
    var high = CheckedBars.weekdays(60)
    high.high[30] *= 2
    #expect(try high.warnings.map(\.lines) == [[32]] && high.kinds == [.spike])
    var low = CheckedBars.weekdays(60)
    low.low[30] /= 2
    #expect(try low.kinds == [.spike])
    // The bar before was as high: the price was there.
    high.high[29] *= 1.95
    #expect(try high.kinds.isEmpty)
  }
}
