import CEngineKernels
import PlateauMarket

extension ProtectedGroup {
  /// Runs the candidates of the same positions, four at a time.
  ///
  /// A grid of stops and targets is worth a way of its own: a trade costs 4 ns this way, 10 with
  /// the figures of trades, and 35 one by one.
  ///
  /// - Parameters:
  ///   - records: Memory for the ends of trades.
  ///   - context: Prices, sums and settings.
  ///   - prices: The prices of the series.
  ///   - market: The prices and the window.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - results: Receives a summary for each row.
  func runMembers(
    _ records: ExitRecords, in context: TradeContext, _ prices: PriceView, on market: Market,
    countsTrades: Bool, into results: inout BatchResults
  ) {
    guard let trades = shared.trades else { return }
    let (stopLevels, stopPlaces) = Self.levels(of: members.map(\.stop))
    let (targetLevels, targetPlaces) = Self.levels(of: members.map(\.target))
    let variesTarget = targetLevels.count >= stopLevels.count
    let sides = (
      stop: ExitRecords.Levels(fractions: stopLevels, isStop: true),
      target: ExitRecords.Levels(fractions: targetLevels, isStop: false)
    )
    records.fill(
      trades, shared: variesTarget ? sides.stop : sides.target,
      varied: variesTarget ? sides.target : sides.stop, countsTrades: countsTrades, in: context)
    var start = compounding_account()
    start.cash = shared.settings.cash
    start.level = 1
    start.lowest_level = 1
    var accounts = [compounding_account](repeating: start, count: 4)
    let (common, varied) = variesTarget ? (stopPlaces, targetPlaces) : (targetPlaces, stopPlaces)
    var booked = (common: -1, lane: -1)
    var summary = shared.start
    for member in Self.order(common, varied) {
      let place = (common: common[member], lane: varied[member] / 4)
      if place != booked {
        records.book(
          sharedLevel: place.common, lane: place.lane, start: start,
          barCount: market.window.count, countsTrades: countsTrades, into: &accounts)
        for lane in accounts.indices { complete(&accounts[lane], tradeCount: trades.count) }
        booked = place
      }
      // What is not taken from the account is the same for all.
      let isExact = summary.complete(
        accounts[varied[member] % 4], closingAt: shared.summaries, shared.settings.commission)
      let row = members[member].row
      if isExact {
        results.set(summary, row: row)
      } else {
        let (stop, target) = (members[member].stop, members[member].target)
        results.set(marked(.constant(stop), .constant(target), prices, market), row: row)
        summary = shared.start
      }
    }
  }

  /// Does what the kernel leaves to be done.
  private func complete(_ account: inout compounding_account, tradeCount: Int) {
    // A trade's return is on its value at the entry, not on what it cost.
    account.returns *= 1 + shared.settings.commission
    let isOpen = Int(account.trade_count) < tradeCount
    account.open_units = isOpen ? account.cash / (shared.summaries.closes.last ?? .nan) : 0
  }

  /// The distinct fractions, ascending with undefined last, and the place of each member's.
  private static func levels(of fractions: [Double]) -> (levels: [Double], places: [Int]) {
    var seen: Set<UInt64> = []
    var levels: [Double] = []
    for fraction in fractions {
      // A sweep has few levels, which come again and again.
      if let last = levels.last, last.bitPattern == fraction.bitPattern { continue }
      if levels.count <= 64 {
        if levels.contains(where: { $0.bitPattern == fraction.bitPattern }) { continue }
        seen.insert(fraction.bitPattern)
      } else if !seen.insert(fraction.bitPattern).inserted {
        continue
      }
      levels.append(fraction)
    }
    levels.sort { $1.isNaN ? !$0.isNaN : $0 < $1 }
    let placeOf = Dictionary(
      uniqueKeysWithValues: levels.enumerated().map { ($1.bitPattern, $0) })
    var places: [Int] = []
    places.reserveCapacity(fractions.count)
    var place = 0
    for fraction in fractions {
      let bits = fraction.bitPattern
      // Mostly the same as before, or the next one.
      if levels[place].bitPattern != bits {
        let next = place + 1 < levels.count ? place + 1 : 0
        place = levels[next].bitPattern == bits ? next : placeOf[bits] ?? 0
      }
      places.append(place)
    }
    return (levels, places)
  }

  /// The members with those of one lane together.
  private static func order(_ common: [Int], _ varied: [Int]) -> [Int] {
    let members = Array(common.indices)
    func place(_ member: Int) -> Int { common[member] << 32 | varied[member] / 4 }
    for member in members.dropFirst() where place(member - 1) > place(member) {
      return members.sorted { (place($0), $0) < (place($1), $1) }
    }
    return members
  }
}
