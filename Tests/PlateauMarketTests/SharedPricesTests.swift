import Foundation
import PlateauColumns
import PlateauMarket
import Testing

/// A real file, and what its README, SOURCES.csv and first and last line say about it.
struct SharedFile: Sendable {
  let path: String
  let name: String
  let interval: BarInterval
  let periodsPerYear: Double
  let bars: Int
  let first: String
  let last: String
  /// Open, high, low, close and volume of the first and the last row, unadjusted.
  let firstRow: [Double]
  let lastRow: [Double]

  static let all: [SharedFile] = [
    SharedFile(
      path: "GOOG_daily.csv", name: "GOOG", interval: .daily, periodsPerYear: 252, bars: 2148,
      first: "2004-08-19", last: "2013-03-01",
      firstRow: [100, 104.06, 95.96, 100.34, 22_351_900],
      lastRow: [797.8, 807.14, 796.15, 806.19, 2_175_400]),
    SharedFile(
      path: "EURUSD_1h.csv", name: "EURUSD", interval: .intraday(seconds: 3600),
      periodsPerYear: 24 * 252, bars: 5000, first: "2017-04-19T09:00:00",
      last: "2018-02-07T15:00:00", firstRow: [1.0716, 1.0722, 1.07083, 1.07219, 1413],
      lastRow: [1.23427, 1.23444, 1.22904, 1.22904, 6143]),
    SharedFile(
      path: "BTCUSD_1mo.csv", name: "BTCUSD", interval: .monthly, periodsPerYear: 12, bars: 156,
      first: "2012-01-31", last: "2024-12-31", firstRow: [4.58, 7.38, 3.8, 5.55, 2012.25343589],
      lastRow: [96515, 108_364, 92092, 93381, 25342.80228337]),
    SharedFile(
      path: "BTC-USD_daily.csv", name: "BTC-USD", interval: .daily, periodsPerYear: 365,
      bars: 3227, first: "2014-09-17", last: "2023-07-19",
      firstRow: [465.864014, 468.174011, 452.421997, 457.334015, 21_056_800],
      lastRow: [29860.626953, 30177.970703, 29824.255859, 29880.810547, 12_351_713_280]),
    SharedFile(
      path: "SPY_daily.csv", name: "SPY", interval: .daily, periodsPerYear: 252, bars: 7672,
      first: "1993-01-29", last: "2023-07-19",
      firstRow: [43.96875, 43.96875, 43.75, 43.9375, 1_003_200],
      lastRow: [455.01001, 456.339996, 454.600006, 455.929993, 23_793_567]),
    SharedFile(
      path: "BTC-PERP_1m.csv", name: "BTC-PERP", interval: .intraday(seconds: 60),
      periodsPerYear: 1440 * 365, bars: 45031, first: "2021-12-31T23:01:00",
      last: "2022-02-01T05:31:00", firstRow: [46319, 46385, 46319, 46377, 2_300_413.7295],
      lastRow: [38525, 38546, 38525, 38544, 685_906.9735]),
  ]

  func load(adjusted: Bool = true) throws -> LoadedPrices {
    let prices = try PriceReader.read(
      path: PackageFolder.sharedData.appending(path: path).path,
      options: LoadOptions(adjusted: adjusted))
    return try #require(prices.first)
  }
}

@Suite(.enabled(if: PackageFolder.hasSharedData, "needs ../shared/data"))
struct SharedPricesTests {
  @Test(arguments: SharedFile.all)
  func `bars, span, interval and prices are those of the file`(file: SharedFile) throws {
    let series = try file.load(adjusted: false).series
    #expect(series.name == file.name)
    #expect(series.count == file.bars)
    #expect(series.times.first?.description == file.first)
    #expect(series.times.last?.description == file.last)
    #expect(series.interval == file.interval)
    #expect(series.periodsPerYear == file.periodsPerYear)
    let columns = [series.open, series.high, series.low, series.close, series.volume]
    #expect(columns.map(\.first) == file.firstRow)
    #expect(columns.map(\.last) == file.lastRow)
  }

  @Test func `nothing in the real files needs a repair`() throws {
    for file in SharedFile.all {
      let findings = try file.load().findings
      #expect(findings.allSatisfy { $0.severity == .warning || $0.severity == .note })
    }
  }

  @Test func `the missing day of Bitcoin is the only gap`() throws {
    let loaded = try SharedFile.all[3].load()
    let gap = try #require(loaded.findings.first)
    #expect(gap.count == 1)
    #expect(gap.message.hasSuffix("the longest from 2023-07-17 to 2023-07-19"))
  }

  @Test func `the files that end on an unfinished day are told from those that do not`() throws {
    let unfinished = try SharedFile.all.filter { file in
      try file.load().findings.contains { $0.kind == .unfinished }
    }
    // The README beside the files: "the last row of the files that end on 2023-07-19".
    #expect(unfinished.map(\.name) == ["BTC-USD", "SPY"])
    for name in ["MSFT", "JNJ", "JPM", "WMT", "GLD"] {
      let path = PackageFolder.sharedData.appending(path: "portfolio/\(name)_daily.csv").path
      let loaded = try #require(try PriceReader.read(path: path).first)
      let found = loaded.findings.first { $0.kind == .unfinished }
      #expect(found?.time?.description == "2023-07-19", "\(name)")
    }
  }

  @Test func `no real price is taken for a split, a stale close or a wrong volume`() throws {
    for file in SharedFile.all {
      let kinds = try file.load().findings.filter { $0.severity == .warning }.map(\.kind)
      #expect(!kinds.contains { [.split, .stale, .volume, .outsideRange].contains($0) })
    }
    // The weekends and Christmas of foreign exchange are no gaps; the week after 2001-09-10 is one.
    #expect(try SharedFile.all[1].load().findings.allSatisfy { $0.severity == .note })
    let gap = try #require(try SharedFile.all[4].load().findings.first { $0.kind == .gap })
    #expect(gap.count == 1 && gap.time?.description == "2001-09-17")
  }

  @Test(arguments: zip(SharedFile.all, [nil, "Sun-Fri", nil, "every day", "Mon-Fri", "every day"]))
  func `the days of the week on which a market trades`(file: SharedFile, days: String?) throws {
    #expect(try file.load().series.marketDays == (file.name == "GOOG" ? "Mon-Fri" : days))
  }

  @Test func `the adjusted close of SPY is the close, and scales the bar`() throws {
    let loaded = try SharedFile.all[4].load()
    #expect(loaded.isAdjusted)
    #expect(loaded.series.close.first == 25.029381)
    // Open and high are 43.96875, low is 43.75, close is 43.9375.
    #expect(loaded.series.open.first == 43.96875 * (25.029381 / 43.9375))
    #expect(loaded.series.high.first == 43.96875 * (25.029381 / 43.9375))
    #expect(loaded.series.low.first == 43.75 * (25.029381 / 43.9375))
    #expect(loaded.series.close.last == 455.929993)
    #expect(loaded.series.open.last == 455.01001)
  }

  @Test func `GOOG is one line of identity`() throws {
    let series = try SharedFile.all[0].load().series
    #expect(
      series.identity
        == "GOOG: 2148 bars, daily, 2004-08-19 to 2013-03-01, fingerprint "
        + series.fingerprint.short)
  }

  @Test func `the five files of the portfolio have the same days`() throws {
    let names = ["MSFT", "JNJ", "JPM", "WMT", "GLD"]
    let series = try names.map { name in
      let path = PackageFolder.sharedData.appending(path: "portfolio/\(name)_daily.csv").path
      return try #require(try PriceReader.read(path: path).first).series
    }
    #expect(series.map(\.name) == names)
    for one in series {
      #expect(one.count == 4697)
      #expect(one.times == series[0].times)
      #expect(one.times.first?.description == "2004-11-18")
    }
  }
}
