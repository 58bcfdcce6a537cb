import CEngineKernels
import PlateauColumns
import PlateauMarket

extension LaneActor {
  /// Runs the open lanes over the window.
  func run(isFull: Bool, isLimited: Bool) {
    let kernel = columns.kernel(lanes.count, isLimited: isLimited)
    let window = shared.market.window
    for vector in 0..<kernel.vectors { lanes_set_bands(kernel, vector, 15) }
    if firstBar > window.lowerBound { actOutsideBands(on: firstBar, kernel) }
    let close = shared.market.series.close[firstBar]
    for lane in lanes.indices {
      columns.begin(
        lane, equity: columns[LANES_CASH, lane] + columns[LANES_UNITS, lane] * close)
    }
    columns.fillUp(from: lanes.count)

    var bar = firstBar + 1
    for dividendBar in shared.dividendBars where dividendBar >= bar {
      run(kernel, bar..<dividendBar, isFull: isFull)
      dividend = shared.dividend(on: dividendBar)
      let shares = lanes.indices.map { columns.suspend($0) }
      run(kernel, dividendBar..<dividendBar + 1, isFull: isFull)
      for (lane, share) in shares.enumerated() { columns[LANES_MOST_SHARE, lane] = share }
      dividend = 0
      bar = dividendBar + 1
    }
    run(kernel, bar..<window.upperBound, isFull: isFull)
  }

  /// Lets the rules act where a close is outside the band, or pays a dividend.
  private func actOutsideBands(on bar: Int, _ kernel: lanes) {
    dividend = shared.dividend(on: bar)
    let close = shared.market.series.close[bar]
    for lane in lanes.indices
    where dividend > 0 || close >= columns[LANES_BAND_HIGH, lane]
      || close <= columns[LANES_BAND_LOW, lane]
    {
      act(lane: lane, bar: bar)
      lanes_set_bands(kernel, lane / LaneColumns.width, 1 << UInt32(lane % LaneColumns.width))
    }
    dividend = 0
  }

  /// What the kernel calls back with.
  private struct Turn {
    let actor: Unmanaged<LaneActor>
    let kernel: lanes
  }

  private func run(_ kernel: lanes, _ bars: Range<Int>, isFull: Bool) {
    guard !bars.isEmpty else { return }
    var turn = Turn(actor: .passUnretained(self), kernel: kernel)
    shared.market.series.close.withUnsafeBufferPointer { closes in
      shared.reciprocals.withUnsafeBufferPointer { reciprocals in
        lanes_run(
          kernel,
          lanes_bars(
            close: closes.baseAddress, reciprocal: reciprocals.baseAddress,
            begin: bars.lowerBound, end: bars.upperBound, margin: 3 * shared.margin,
            is_full: isFull),
          { context, vector, mask, bar in
            guard let turn = context?.assumingMemoryBound(to: Turn.self) else { return }
            let actor = turn.pointee.actor.takeUnretainedValue()
            for place in 0..<LaneColumns.width where mask & (1 << UInt32(place)) != 0 {
              actor.act(lane: vector * LaneColumns.width + place, bar: bar)
            }
            lanes_set_bands(turn.pointee.kernel, vector, mask)
          }, &turn)
      }
    }
  }

  /// Runs one lane by its own rule; its band is to be set after it.
  private func act(lane: Int, bar: Int) {
    let day = shared.days[bar]
    if lanes[lane].day != day { (lanes[lane].day, lanes[lane].ordersToday) = (day, 0) }
    let before = columns.account(lane)
    var account = before
    act(
      lanes[lane].rule, at: shared.market.series.close[bar], dividend: dividend,
      ordersToday: lanes[lane].ordersToday, on: &account)
    guard account != before else { return }
    let stock = account.units * shared.market.series.close[bar]
    let nothing = LANES_CLEAR * (account.cash + stock)
    if abs(account.cash) < nothing { lanes[lane].isDelicate = true }
    if account.units != 0, abs(stock) < nothing { lanes[lane].isDelicate = true }
    lanes[lane].ordersToday += account.fillCount - before.fillCount
    if account.units == 0, before.units != 0 { lanes[lane].emptySince = bar }
    if account.units != 0, let since = lanes[lane].emptySince {
      lanes[lane].emptyCloses += emptyCloses(since, until: bar)
      lanes[lane].emptySince = nil
    }
    columns.set(lane, to: account)
  }
}
