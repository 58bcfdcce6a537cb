import CEngineKernels
import PlateauColumns
import PlateauMarket

extension OrderLanes {
  /// Runs the open lanes over the window.
  func runLanes(isFull: Bool) {
    let kernel = columns.kernel(lanes.count, isLimited: false)
    let all = 0..<kernel.vectors
    columns.fillUp(from: lanes.count)
    pending = 0
    plan.fixed.run(registers, vectors: all)
    plan.held.run(registers, vectors: all)
    let everyLane = UInt32.max >> UInt32(Int(ORDER_LANES) - lanes.count)
    look(at: firstBar, everyLane, kernel)
    let close = close[firstBar]
    for lane in lanes.indices {
      columns.begin(
        lane, equity: columns[LANES_CASH, lane] + columns[LANES_UNITS, lane] * close)
    }
    run(kernel, firstBar + 1..<shared.market.window.upperBound, isFull: isFull)
  }

  /// What the kernel calls back with.
  private struct Turn {
    let lanes: Unmanaged<OrderLanes>
    let kernel: lanes
  }

  private func run(_ kernel: lanes, _ bars: Range<Int>, isFull: Bool) {
    var turn = Turn(lanes: .passUnretained(self), kernel: kernel)
    shared.market.series.close.withUnsafeBufferPointer { closes in
      order_lanes_run(
        kernel,
        lanes_bars(
          close: closes.baseAddress, reciprocal: nil, begin: bars.lowerBound,
          end: bars.upperBound, margin: 0, is_full: isFull),
        { context, mask, bar in
          guard let turn = context?.assumingMemoryBound(to: Turn.self) else { return }
          turn.pointee.lanes.takeUnretainedValue().look(at: bar, mask, turn.pointee.kernel)
        }, &turn)
    }
  }

  /// Fills what waits for a bar's open, asks the rules at its close, and sets the bands anew.
  private func look(at bar: Int, _ mask: UInt32, _ kernel: lanes) {
    let due = pending & mask
    if due != 0 {
      trade(due, at: open[bar], on: bar, kernel)
      pending &= ~due
    }
    load(bar, mask)
    let decided = decide(mask)
    if decided != 0 {
      switch fill {
      case .close: trade(decided, at: close[bar], on: bar, kernel)
      case .nextOpen: pending |= decided
      }
    }
    guard let band = plan.band else { return }
    band.steps.run(registers, vectors: vectors(of: mask))
    order_set_bands(registers, kernel, Int32(band.register), mask)
    forEachLane(of: decided & pending) { lane in
      columns[LANES_BAND_LOW, lane] = .infinity
      columns[LANES_BAND_HIGH, lane] = -.infinity
    }
  }

  /// Asks the orders of some lanes, one order after another.
  ///
  /// - Returns: The lanes with units to fill.
  private func decide(_ mask: UInt32) -> UInt32 {
    var (open, decided): (UInt32, UInt32) = (mask, 0)
    for order in plan.orders where open != 0 {
      var fired = open
      for part in order.condition where fired != 0 {
        part.steps.run(registers, vectors: vectors(of: fired))
        fired = order_holding(registers, Int32(part.register), fired, part.isWhole)
      }
      guard fired != 0 else { continue }
      open &= ~fired
      order.units.run(registers, vectors: vectors(of: fired))
      decided |= order_take(registers, Int32(order.wanted), fired)
    }
    return decided
  }

  private func trade(_ mask: UInt32, at price: Double, on bar: Int, _ kernel: lanes) {
    let fills = order_fill(registers, kernel, mask, price, hasLots)
    guard fills.traded != 0 else { return }
    plan.held.run(registers, vectors: vectors(of: fills.traded))
    forEachLane(of: fills.opened) { lane in
      lanes[lane].open(on: bar)
      guard let since = lanes[lane].emptySince else { return }
      lanes[lane].emptyCloses += emptyCloses(since, until: bar)
      lanes[lane].emptySince = nil
    }
    forEachLane(of: fills.closed) { lane in lanes[lane].emptySince = bar }
  }

  /// Closes without units from a bar on.
  func emptyCloses(_ since: Int, until bar: Int) -> Int { max(0, bar - max(since, firstBar)) }

  /// The vectors that hold some lanes, and those between them.
  private func vectors(of mask: UInt32) -> Range<Int> {
    let first = mask.trailingZeroBitCount / LaneColumns.width
    let last = (UInt32.bitWidth - 1 - mask.leadingZeroBitCount) / LaneColumns.width
    return first..<last + 1
  }

  private func forEachLane(of mask: UInt32, _ body: (Int) -> Void) {
    var rest = mask
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Brings what prices alone decide at a close into the registers.
  private func load(_ bar: Int, _ mask: UInt32) {
    // Every lane's, which is quicker than to look who needs it.
    (registers + Int(ORDER_CLOSE.rawValue) * Int(ORDER_LANES)).update(
      repeating: close[bar], count: Int(ORDER_LANES))
    for (index, wanted) in plan.series.enumerated() {
      guard let register = wanted.register else { continue }
      forEachLane(of: mask) { lane in
        self[register, lane] = lanes[lane].series[index].values[bar]
      }
    }
    if plan.barsHeld == nil, plan.highSince == nil, plan.lowSince == nil { return }
    let (highs, lows) = (shared.market.series.high, shared.market.series.low)
    forEachLane(of: mask) { lane in
      let isFlat = columns[LANES_UNITS, lane] == 0
      if let register = plan.barsHeld {
        self[register, lane] = isFlat ? .nan : Double(bar - lanes[lane].entryBar)
      }
      guard plan.highSince != nil || plan.lowSince != nil else { return }
      while lanes[lane].seenBar < bar {
        lanes[lane].seenBar += 1
        lanes[lane].high = max(lanes[lane].high, highs[lanes[lane].seenBar])
        lanes[lane].low = min(lanes[lane].low, lows[lanes[lane].seenBar])
      }
      if let register = plan.highSince { self[register, lane] = isFlat ? .nan : lanes[lane].high }
      if let register = plan.lowSince { self[register, lane] = isFlat ? .nan : lanes[lane].low }
    }
  }
}
