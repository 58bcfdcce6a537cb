import CEngineKernels
import PlateauColumns
import PlateauMarket

extension OrderLanes {
  /// Runs the open lanes over the window.
  func runLanes(isFull: Bool) {
    columns.fillUp(from: lanes.count)
    let series = shared.market.series
    series.open.withUnsafeBufferPointer { opens in
      series.close.withUnsafeBufferPointer { closes in
        var run = order_run(
          lanes: columns.kernel(lanes.count, isLimited: false), registers: registers,
          rules: steps.rules, caller: caller, open: fill == .nextOpen ? opens.baseAddress : nil,
          limits: limits, pending: 0)
        order_steps_run(&run, steps.fixed)
        order_steps_run(&run, steps.rules.held)
        let close = closes[firstBar]
        order_ask(&run, UInt32.max >> UInt32(Int(ORDER_LANES) - lanes.count), firstBar, close)
        for lane in lanes.indices {
          columns.begin(
            lane, equity: columns[LANES_CASH, lane] + columns[LANES_UNITS, lane] * close)
        }
        order_lanes_run(
          &run,
          lanes_bars(
            close: closes.baseAddress, reciprocal: nil, begin: firstBar + 1,
            end: shared.market.window.upperBound, margin: 0, is_full: isFull))
      }
    }
  }

  /// What the kernel calls back.
  private var caller: order_caller {
    let load: order_event = { OrderLanes.at($0)?.load($2, $1) }
    return order_caller(
      context: Unmanaged.passUnretained(self).toOpaque(),
      call: { context, index, first, end in
        guard let lanes = OrderLanes.at(context) else { return }
        lanes.plan.calls[Int(index)].run(
          lanes.registers, lanes: first * LaneColumns.width..<end * LaneColumns.width)
      },
      load: plan.readsBars ? load : nil,
      opened: { OrderLanes.at($0)?.open($1, on: $2) },
      closed: { context, mask, bar in
        guard let lanes = OrderLanes.at(context) else { return }
        lanes.forEachLane(of: mask) { lanes.lanes[$0].emptySince = bar }
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> OrderLanes? {
    context.map { Unmanaged<OrderLanes>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Begins the positions of some lanes.
  private func open(_ mask: UInt32, on bar: Int) {
    forEachLane(of: mask) { lane in
      lanes[lane].open(on: bar)
      guard let since = lanes[lane].emptySince else { return }
      lanes[lane].emptyCloses += emptyCloses(since, until: bar)
      lanes[lane].emptySince = nil
    }
  }

  /// Closes without units from a bar on.
  func emptyCloses(_ since: Int, until bar: Int) -> Int { max(0, bar - max(since, firstBar)) }

  private func forEachLane(of mask: UInt32, _ body: (Int) -> Void) {
    var rest = mask
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Brings what prices decide at a close besides it into the registers.
  private func load(_ bar: Int, _ mask: UInt32) {
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
