import CEngineKernels
import PlateauMarket

/// How every trade of a candidate ends at each of several stops and targets.
///
/// All stops share one look at the bars of a trade, and so do all targets: prices pass the near
/// levels first. A candidate is then a stop and a target, and each of its trades ends with
/// whichever comes first.
final class ExitRecords {
  /// A side of protection.
  struct Levels {
    /// Fractions of the basis, ascending; undefined is none, and last.
    var fractions: [Double]
    let isStop: Bool
  }

  private var tradeCount = 0
  private var entryBars: [Double] = []
  /// Of the side whose level four candidates share: a record a level and trade, trades together.
  private var shared = KernelBuffer<exit_record>()
  private var sharedDetails = KernelBuffer<exit_details>()
  /// Of the side on which each of the four has its own level: four levels side by side.
  private var varied = KernelBuffer<exit_record_lanes>()
  private var variedDetails = KernelBuffer<exit_details_lanes>()

  /// Works out the ends of all trades.
  ///
  /// - Parameters:
  ///   - trades: The positions of the rules alone.
  ///   - sharedLevels: The side whose level four candidates share.
  ///   - variedLevels: The side on which each of the four has its own.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - context: Prices, sums and settings.
  /// - Complexity: O(bars held + trades · levels).
  func fill(
    _ trades: [SignalTrade], shared sharedLevels: Levels, varied variedLevels: Levels,
    countsTrades: Bool, in context: TradeContext
  ) {
    tradeCount = trades.count
    entryBars = []
    let laneCount = (variedLevels.fractions.count + 3) / 4
    var variedLevels = variedLevels
    // Four at a time need as many levels.
    if let last = variedLevels.fractions.last {
      while variedLevels.fractions.count < laneCount * 4 { variedLevels.fractions.append(last) }
    }
    let records = shared.reserve(sharedLevels.fractions.count * trades.count)
    let details = sharedDetails.reserve(sharedLevels.fractions.count * trades.count)
    let lanes = UnsafeMutableRawPointer(varied.reserve(laneCount * trades.count))
      .assumingMemoryBound(to: Double.self)
    let laneDetails = UnsafeMutableRawPointer(variedDetails.reserve(laneCount * trades.count))
      .assumingMemoryBound(to: Double.self)
    for (index, trade) in trades.enumerated() {
      let path = TradePath(trade, in: context)
      entryBars.append(Double(path.entryBar))
      path.end(at: sharedLevels) { level, end in
        records[level * trades.count + index] = end.record
        if countsTrades { details[level * trades.count + index] = path.details(of: end) }
      }
      path.end(at: variedLevels) { level, end in
        let place = (level / 4) * trades.count + index
        end.record.store(in: lanes + place * 32 + level % 4)
        if countsTrades {
          path.details(of: end).store(in: laneDetails + place * 24 + level % 4)
        }
      }
    }
  }

  /// Books the trades of four candidates.
  ///
  /// - Parameters:
  ///   - sharedLevel: Their place among the shared levels.
  ///   - lane: Their places among the varied ones, by four.
  ///   - start: An account before the first trade.
  ///   - barCount: Bars in the window.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - accounts: Receives four accounts.
  /// - Complexity: O(trades).
  func book(
    sharedLevel: Int, lane: Int, start: compounding_account, barCount: Int, countsTrades: Bool,
    into accounts: inout [compounding_account]
  ) {
    guard let shared = shared.start, let sharedDetails = sharedDetails.start,
      let varied = varied.start, let variedDetails = variedDetails.start
    else { return }
    accounts[0] = start
    if let first = entryBars.first, first == 0 { accounts[0].level = .infinity }
    exit_lanes_book(
      Int64(tradeCount), shared + sharedLevel * tradeCount, varied + lane * tradeCount,
      sharedDetails + sharedLevel * tradeCount, variedDetails + lane * tradeCount, entryBars,
      Double(barCount) * TradePath.keysPerBar, Int64(barCount), countsTrades, &accounts)
  }
}

/// Memory for a kernel, kept for the next time.
final class KernelBuffer<Element> {
  private(set) var start: UnsafeMutablePointer<Element>?
  private var capacity = 0

  /// Makes room for so many elements; what was there is lost.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
    if let start, capacity >= count { return start }
    start?.deallocate()
    capacity = max(64, count * 2)
    let made = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: capacity)
    start = made
    return made
  }

  deinit { start?.deallocate() }
}

extension exit_record {
  /// Stores the numbers with three places between them, for other levels.
  @inline(__always)
  fileprivate func store(in place: UnsafeMutablePointer<Double>) {
    place[0] = key
    place[4] = growth
    place[8] = low
    place[12] = from_high
    place[16] = ratio
    place[20] = returns
    place[24] = squares
    place[28] = counted
  }
}

extension exit_details {
  /// Stores the numbers with three places between them, for other levels.
  @inline(__always)
  fileprivate func store(in place: UnsafeMutablePointer<Double>) {
    place[0] = shortfalls
    place[4] = closes
    place[8] = bar
    place[12] = days
    place[16] = gain
    place[20] = traded
  }
}
