import PlateauColumns
import PlateauMarket
import Testing

@Suite struct SeriesDifferenceTests {
  private func series(_ days: [Int], _ closes: [Double], volume: Double = 1) -> PriceSeries {
    PriceSeries(
      name: "S", times: days.map { CheckedBars.day($0) }, open: closes, high: closes, low: closes,
      close: closes, volume: closes.map { _ in volume }, interval: .daily)
  }

  @Test func `changed, missing and added bars are told apart`() {
    let difference = SeriesDifference(
      series([0, 1, 2, 3, 4], [1, 2, 3, 4, 5]), series([1, 2, 4, 7, 8], [2, 3.5, 5.5, 7, 8]))
    #expect(difference.changedCount == 2)
    #expect(difference.firstChange?.time == CheckedBars.day(2))
    #expect(difference.firstChange?.firstClose == 3)
    #expect(difference.firstChange?.secondClose == 3.5)
    #expect(difference.onlyInFirst.count == 2)
    #expect(difference.onlyInFirst.first == CheckedBars.day(0))
    #expect(difference.onlyInSecond.count == 2)
    #expect(difference.onlyInSecond.first == CheckedBars.day(7))
  }

  @Test func `another volume is a change too, the same bars are none`() {
    let (first, second) = (series([0, 1], [1, 2]), series([0, 1], [1, 2], volume: 2))
    #expect(SeriesDifference(first, second).changedCount == 2)
    #expect(SeriesDifference(first, first).firstChange == nil)
  }
}
