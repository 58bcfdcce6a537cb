import CEngineKernels
import PlateauMarket

/// Candidates that differ in nothing but their stop and target, gathered to be run together.
struct ProtectedGroup {
  /// What the candidates have in common.
  struct Shared {
    /// Which masks and limit they have.
    let signals: Int
    let limitPlace: Int
    /// How their orders are executed, but for stop and target.
    let settings: ExecutionSettings
    /// The settings in a form that can be compared.
    let comparable: ExecutionSettings
    let masks: SignalMasks
    let limit: HoldingRule?
    let trades: [SignalTrade]
    let summaries: WindowSummaries
    /// The summary of each before its trades.
    let start: PerformanceSummary
  }

  let shared: Shared
  /// The number of the settings of the latest member, which spares a comparison.
  var settingsVersion: Int
  /// The parameters of the first member, of which the others have all but those of the slots.
  private let parameters: [Double]
  /// The parameters that are the stop and the target themselves; negative where settings are.
  private let slots: (stop: Int, target: Int)
  private var members: [Member] = []

  /// A candidate: its row in the batch, and its fractions.
  private struct Member {
    let row: Int
    let stop: Double
    let target: Double
  }

  init(
    _ shared: Shared, settingsVersion: Int, parameters: [Double], slots: (stop: Int, target: Int)?
  ) {
    self.shared = shared
    self.settingsVersion = settingsVersion
    self.parameters = slots == nil ? [] : parameters
    self.slots = slots ?? (-1, -1)
  }

  /// Adds a candidate by its row in the batch.
  mutating func add(row: Int, stop: Double, target: Double) {
    members.append(Member(row: row, stop: stop, target: target))
  }

  /// Adds a candidate if a glance shows that it belongs here.
  ///
  /// - Returns: Whether it was added; if not, it may belong here all the same.
  @inline(__always)
  mutating func addIfAlike(
    _ candidate: [Double], _ settings: ExecutionSettings, settingsVersion: Int, row: Int
  ) -> Bool {
    guard self.settingsVersion == settingsVersion, candidate.count == parameters.count else {
      return false
    }
    for slot in candidate.indices where slot != slots.stop && slot != slots.target {
      if candidate[slot].bitPattern != parameters[slot].bitPattern { return false }
    }
    add(
      row: row, stop: slots.stop < 0 ? settings.stop : candidate[slots.stop],
      target: slots.target < 0 ? settings.target : candidate[slots.target])
    return true
  }

  /// Runs all candidates.
  ///
  /// - Parameters:
  ///   - records: Memory for their trades' ends.
  ///   - market: The prices and the window.
  ///   - countsTrades: Whether anyone wants more of trades than their number.
  ///   - results: Receives a summary for each row.
  ///   - fallback: Runs a stop and a target close by close, where sums would not be exact.
  func run(
    _ records: ExitRecords, on market: Market, countsTrades: Bool,
    into results: inout BatchResults,
    fallback: (_ stop: Double, _ target: Double) -> PerformanceSummary
  ) {
    let (stopLevels, stopPlaces) = Self.levels(of: members.map(\.stop))
    let (targetLevels, targetPlaces) = Self.levels(of: members.map(\.target))
    let variesTarget = targetLevels.count >= stopLevels.count
    let sides = (
      stop: ExitRecords.Levels(fractions: stopLevels, isStop: true),
      target: ExitRecords.Levels(fractions: targetLevels, isStop: false)
    )
    PriceView.with(market.series) { prices in
      records.fill(
        shared.trades, shared: variesTarget ? sides.stop : sides.target,
        varied: variesTarget ? sides.target : sides.stop, countsTrades: countsTrades,
        in: TradeContext(prices, shared.summaries, shared.settings, window: market.window))
    }
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
        for lane in accounts.indices { complete(&accounts[lane]) }
        booked = place
      }
      // What is not taken from the account is the same for all.
      let isExact = summary.complete(
        accounts[varied[member] % 4], closingAt: shared.summaries, shared.settings.commission)
      let (row, stop, target) = (
        members[member].row, members[member].stop, members[member].target
      )
      if isExact {
        results.set(summary, row: row)
      } else {
        results.set(fallback(stop, target), row: row)
        summary = shared.start
      }
    }
  }

  /// Does what the kernel leaves to be done.
  private func complete(_ account: inout compounding_account) {
    // A trade's return is on its value at the entry, not on what it cost.
    account.returns *= 1 + shared.settings.commission
    let isOpen = Int(account.trade_count) < shared.trades.count
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
