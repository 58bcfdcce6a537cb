import PlateauColumns
import Testing

@testable import PlateauEngine

/// Blocks of returns against the same stretch of one continuous run.
@Suite struct BlockSummaryTests {
  private func backtest(seed: UInt64) throws -> Backtest {
    var random = RandomStream(seed: seed)
    let market = Market(
      series: RandomCase.series(count: 700, spread: 0.02, decimals: 100, &random),
      periodsPerYear: 252)
    return try RuleStrategy.meanCrossing.backtest(
      [3, 10], settings: ExecutionSettings(), market: market)
  }

  @Test(arguments: [1, 5, 21, 64])
  func `blocks of any window add up to the slice of the run`(barsPerBlock: Int) throws {
    let backtest = try backtest(seed: 11)
    let blocks = backtest.blockSummaries(barsPerBlock: barsPerBlock)
    #expect(blocks.map(\.count).reduce(0, +) == backtest.returns.count)
    var random = RandomStream(seed: 12)
    for _ in 0..<200 {
      // A window that begins and ends inside of blocks: whole blocks, and what is left at its ends.
      let count = backtest.returns.count
      let first = Int(random.uniform() * Double(count - 2))
      let end = first + 2 + Int(random.uniform() * Double(count - first - 2))
      let firstBlock = (first + barsPerBlock - 1) / barsPerBlock
      let endBlock = end / barsPerBlock
      let inside = firstBlock < endBlock
      let head = first..<(inside ? firstBlock * barsPerBlock : end)
      let tail = (inside ? endBlock * barsPerBlock : end)..<end
      let whole = (inside ? blocks[firstBlock..<endBlock] : [])
        .reduce(BlockSummary.empty) { $0.followed(by: $1) }
      let combined = backtest.summary(ofReturns: head).followed(by: whole)
        .followed(by: backtest.summary(ofReturns: tail))
      let slice = Array(backtest.returns[first..<end])
      let equity = slice.reduce(into: [1.0]) { $0.append($0[$0.count - 1] * (1 + $1)) }
      #expect(combined.count == slice.count)
      #expect(isClose(combined.sum, slice.reduce(0, +)))
      #expect(isClose(combined.growth, equity[equity.count - 1]))
      #expect(isClose(combined.deviation, sampleDeviation(of: slice)))
      #expect(combined.lowest == slice.min() && combined.highest == slice.max())
      #expect(isClose(combined.deepestDrawdown, maximumDrawdown(of: equity)))
      #expect(
        isClose(
          combined.sharpeRatio(periodsPerYear: 252), sharpeRatio(of: slice, periodsPerYear: 252)))
    }
  }

  @Test func `any grouping gives the same summary`() throws {
    let blocks = try backtest(seed: 13).blockSummaries(barsPerBlock: 10)
    var random = RandomStream(seed: 14)
    let inOrder = blocks.reduce(BlockSummary.empty) { $0.followed(by: $1) }
    for _ in 0..<50 {
      var parts = blocks
      while parts.count > 1 {
        let place = Int(random.uniform() * Double(parts.count - 1))
        parts[place] = parts[place].followed(by: parts.remove(at: place + 1))
      }
      #expect(isClose(parts[0].squaredDeviations, inOrder.squaredDeviations))
      #expect(isClose(parts[0].growth, inOrder.growth))
      #expect(isClose(parts[0].deepestDrawdown, inOrder.deepestDrawdown))
      #expect(isClose(parts[0].squaredShortfalls, inOrder.squaredShortfalls))
    }
    #expect(BlockSummary.empty.followed(by: inOrder) == inOrder)
    #expect(inOrder.followed(by: BlockSummary.empty) == inOrder)
  }

  @Test func `blocks of a sweep's candidates are those of each run, and failures have none`() throws
  {
    var random = RandomStream(seed: 15)
    let market = Market(
      series: RandomCase.series(count: 100, spread: 0.02, decimals: 100, &random),
      periodsPerYear: 252)
    let backtester = Backtester(
      strategy: RuleStrategy.meanCrossing, markets: [market], settings: ExecutionSettings())
    let candidates = Table([
      Column("fast", kind: .length, values: [2, 3]),
      Column("slow", kind: .length, values: [9, 500]),
    ])
    let blocks = backtester.blockSummaries(of: candidates, barsPerBlock: 30)
    #expect(blocks[0]?.map(\.count) == [30, 30, 30, 9])
    #expect(blocks[1] == nil)
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool {
    a.isNaN || b.isNaN ? a.isNaN && b.isNaN : abs(a - b) <= 1e-12 + 1e-9 * abs(b)
  }
}
