import Foundation
import PlateauColumns
import PlateauEngine
import PlateauMarket

/// How fast candidates are evaluated, on the workloads that other tools have been measured on.
enum EngineSpeed {
  /// Measures all workloads, each on one thread.
  ///
  /// With the folder of real prices beside the checkout the short ones run on GOOG, else on as many
  /// synthetic bars.
  static func measure(_ benchmark: inout Benchmark) throws {
    let short = try googDaily() ?? SyntheticPrices.generate(name: "B", bars: 2148, seed: 1)
    let long = try SyntheticPrices.generate(name: "L", bars: 10_000, seed: 1)
    try benchmark.measure(
      AveragePairs.pairs(
        fast: 2...100, slow: 3...101, commissions: [0.001], on: short,
        name: "W1, 4,950 average pairs"))
    try benchmark.measure(
      AveragePairs.pairs(
        fast: 2...1000, slow: 3...1002, commissions: [0.0005, 0.001], on: long,
        name: "W2, a million average pairs"))
    try benchmark.measure(
      AveragePairs.swings(
        stops: (1...12).map { Double($0) / 100 }, targets: (1...12).map { Double($0) / 50 },
        on: short, name: "W3, 2,304 stops and targets"))
    try benchmark.measure(
      AveragePairs.swings(
        stops: (1...48).map { Double($0) / 200 }, targets: (1...48).map { Double($0) / 100 },
        on: long, name: "W3L, 36,864 stops and targets"))
    try benchmark.measure(
      ThresholdRebalancing.grid(on: short, name: "W4, 20,720 rebalancing rules"))
    try benchmark.measure(
      ThresholdRebalancing.grid(on: long, name: "W4L, 20,720 rebalancing rules"))
    BalancingOrders.measure(
      &benchmark, on: short, name: "W4, 20,720 volatility balancing rules")
    BalancingOrders.measure(
      &benchmark, on: long, name: "W4L, 20,720 volatility balancing rules")
  }

  private static func googDaily() throws -> PriceSeries? {
    let path = "../shared/data/GOOG_daily.csv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try PriceReader.read(path: path)[0].series
  }
}
