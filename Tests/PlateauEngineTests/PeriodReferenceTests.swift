import PlateauColumns
import PlateauEngine
import PlateauMarket
import Testing

/// The last complete week and month of GOOG, against pandas.
///
/// Facts of `resample('W-SUN')` and `resample('ME')` with first, max, min, last and sum (pandas),
/// each bar taking the period before its own.
@Suite(.enabled(if: SharedFiles.present, "needs ../shared"))
struct PeriodReferenceTests {
  /// 2004-08-19, 08-20, 08-27, 08-30, 11-02, 12-20, 12-21, 2006-08-14, 2008-09-11, 09-12,
  /// 2010-08-04, 2012-07-27 and 2013-03-01.
  private static let bars = [0, 1, 6, 7, 52, 85, 86, 500, 1023, 1024, 1500, 2000, 2147]

  struct Fact: Sendable {
    var period: BarPeriod
    var series: String
    var mean: Int?
    var back: Int?
    /// At `bars`; `nil` is undefined.
    var values: [Double?]
    var undefined: Int
    var sum: Double
  }

  private static let facts = [
    Fact(
      period: .weekly, series: "open",
      values: [
        nil, nil, 100, 110.75, 176.4, 172.17, 172.17, 371.5, 476.77, 476.77, 489.09, 576.37, 795.99,
      ], undefined: 2, sum: 1_015_927.15),
    Fact(
      period: .weekly, series: "high",
      values: [
        nil, nil, 109.08, 113.48, 199.95, 180.69, 180.69, 384.68, 482.18, 482.18, 497.5, 612.94,
        808.97,
      ], undefined: 2, sum: 1_047_018.63),
    Fact(
      period: .weekly, series: "low",
      values: [
        nil, nil, 95.96, 103.57, 172.55, 169.45, 169.45, 368, 440.08, 440.08, 479.14, 568.4, 791.22,
      ], undefined: 2, sum: 987_526.6),
    Fact(
      period: .weekly, series: "close",
      values: [
        nil, nil, 108.31, 106.15, 190.64, 180.08, 180.08, 368.5, 444.25, 444.25, 484.85, 610.82,
        799.71,
      ], undefined: 2, sum: 1_019_282.65),
    Fact(
      period: .weekly, series: "volume",
      values: [
        nil, nil, 33_780_500, 28_027_400, 104_437_100, 43_337_000, 43_337_000, 22_029_500,
        19_808_900, 19_808_900, 11_762_000, 15_829_300, 11_256_300,
      ], undefined: 2, sum: 57_221_892_200),
    Fact(
      period: .weekly, series: "close", mean: 10,
      values: [
        nil, nil, nil, nil, 132.63, 173.945, 173.945, 394.599, 491.525, 491.525, 478.412, 583.274,
        750.535,
      ], undefined: 46, sum: 999_593.522),
    Fact(
      period: .monthly, series: "close",
      values: [
        nil, nil, nil, nil, 190.64, 181.98, 181.98, 386.6, 463.29, 463.29, 484.85, 580.07, 801.2,
      ], undefined: 9, sum: 1_013_079.25),
    Fact(
      period: .monthly, series: "high", back: 1,
      values: [
        nil, nil, nil, nil, 135.02, 199.95, 199.95, 419.33, 555.68, 555.68, 509.25, 637.85, 760.95,
      ], undefined: 30, sum: 1_058_592),
    Fact(
      period: .monthly, series: "volume", mean: 3,
      values: [
        nil, nil, nil, nil, 143_430_800, 213_672_066.666_666_66, 213_672_066.666_666_66,
        148_614_100, 88_895_000, 88_895_000, 70_244_800, 54_685_100, 46_813_666.666_666_664,
      ], undefined: 51, sum: 244_865_054_600),
  ]

  @Test(arguments: facts)
  func `weeks and months are those of pandas`(fact: Fact) throws {
    var inner = ColumnProgram()
    let series = inner.append(.input(fact.series))
    if let mean = fact.mean {
      inner.append(.call("sma", [series, inner.append(.constant(Double(mean)))]))
    }
    if let back = fact.back {
      inner.append(.lag(series: series, rows: inner.append(.constant(Double(back)))))
    }
    var program = ColumnProgram()
    program.append(.completed(fact.period, inner))
    let environment = try ReferencePrices.market("GOOG").environment
    let found = try program.evaluate(in: environment).column(rowCount: environment.rowCount)
    #expect(found.count == 2148)
    for (bar, wanted) in zip(Self.bars, fact.values) {
      #expect(agree(found[bar], wanted ?? .nan, within: 1e-14), "bar \(bar): \(found[bar])")
    }
    #expect(found.count(where: \.isNaN) == fact.undefined)
    #expect(agree(found.reduce(0) { $1.isNaN ? $0 : $0 + $1 }, fact.sum, within: 1e-12))
  }

  @Test func `the calendar of GOOG is that of pandas`() throws {
    let environment = try ReferencePrices.market("GOOG").environment
    func column(_ name: String) throws -> [Double] {
      try ColumnProgram(input: name).evaluate(in: environment).column(
        rowCount: environment.rowCount)
    }
    let (days, months) = (try column("dayofweek"), try column("month"))
    #expect(Self.bars.map { days[$0] } == [4, 5, 5, 1, 2, 1, 2, 1, 4, 5, 3, 5, 5])
    #expect(Self.bars.map { months[$0] } == [8, 8, 8, 8, 11, 12, 12, 8, 9, 9, 8, 7, 3])
    #expect(days.reduce(0, +) == 6505 && months.reduce(0, +) == 14_205)
    #expect(try column("hour").allSatisfy { $0 == 0 })
  }
}
