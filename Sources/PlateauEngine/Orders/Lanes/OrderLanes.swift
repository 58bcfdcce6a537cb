import CEngineKernels
import PlateauColumns
import PlateauMarket

/// Runs the candidates of an order strategy side by side on one market.
///
/// The kernel carries every lane from one close outside its band to the next and asks the rules
/// there as they are written, for all lanes of the bar at once. Orders, fills and accounts have the
/// bits that the plain backtest gives; only sums over closes are taken in another order.
final class OrderLanes: CandidateLanes {
  let plan: OrderPlan
  let shared: LaneMarket
  let steps: OrderSteps
  let columns = LaneColumns(capacity: Int(ORDER_LANES))
  let registers: UnsafeMutablePointer<Double>
  var lanes: [OrderLane] = []
  /// When the orders of this run fill, and what cuts them in some lane.
  var fill = ExecutionSettings.FillTime.nextOpen
  var limits = order_limits()
  private var cache: OrderSeriesCache
  private var waiting: [WaitingOrders] = []
  private var values: [Double] = []
  private var scratch: [Double] = []
  /// Whether the bands hold on this market, which needs prices above zero.
  private let isUsable: Bool

  /// Prepares lanes for a strategy on a market.
  init(_ plan: OrderPlan, market: Market) {
    self.plan = plan
    shared = LaneMarket(market)
    steps = OrderSteps(plan)
    cache = OrderSeriesCache(plan, market: market)
    isUsable = market.window.count >= 8 && market.series.close[market.window].allSatisfy { $0 > 0 }
    let count = plan.registerCount * Int(ORDER_LANES)
    registers = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: 64
    ).initializeMemory(as: Double.self, repeating: 0, count: count)
    for (value, register) in plan.numbers { set(register, to: value) }
  }

  deinit { registers.deallocate() }

  /// The first bar whose close counts as equity.
  var firstBar: Int { shared.market.window.lowerBound + (plan.rules.start == nil ? 0 : 1) }

  func add(
    _ parameters: [Double], settings: ExecutionSettings, row: Int
  ) throws(CandidateFailure) {
    let window = shared.market.window
    let first = try cache.find(parameters)
    let share = try plan.rules.startShare(
      { program throws(CandidateFailure) in
        guard let start = plan.start else { return try cache.evaluate(program, parameters) }
        return .scalar(start.evaluate(parameters, registers: &scratch))
      }, on: window.lowerBound)
    guard first != nil, plan.conditionParameters.allSatisfy({ !parameters[$0].isNaN }) else {
      throw .neverDefined
    }
    if share != nil, window.count == 1 { throw .onlyStartingMix }
    waiting.append(
      WaitingOrders(
        row: row, key: plan.ordering.map { parameters[$0] } ?? 0, parameters: values.count,
        startShare: share ?? .nan, series: cache.current, settings: settings))
    values += parameters
  }

  func run(isFull: Bool, _ give: (Int, PerformanceSummary?) -> Void) {
    if !zip(waiting, waiting.dropFirst()).allSatisfy({ $0.key <= $1.key }) {
      waiting.sort { $0.key == $1.key ? $0.row < $1.row : $0.key < $1.key }
    }
    var start = 0
    while start < waiting.count {
      guard isUsable else {
        give(waiting[start].row, nil)
        start += 1
        continue
      }
      fill = plan.rules.fillTime(waiting[start].settings)
      limits = order_limits()
      lanes.removeAll(keepingCapacity: true)
      var end = start
      while end < waiting.count, lanes.count < Int(ORDER_LANES),
        plan.rules.fillTime(waiting[end].settings) == fill
      {
        begin(waiting[end])
        end += 1
      }
      runLanes(isFull: isFull)
      for lane in lanes.indices { give(waiting[start + lane].row, finish(lane)) }
      start = end
    }
    waiting.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    cache.clear()
  }

  /// Puts a candidate in the next lane.
  private func begin(_ candidate: WaitingOrders) {
    let (lane, settings) = (lanes.count, candidate.settings)
    let bar = shared.market.window.lowerBound
    for (index, register) in plan.parameters {
      self[register, lane] = values[candidate.parameters + index]
    }
    self[ORDER_COMMISSION, lane] = settings.commission
    self[ORDER_FIXED, lane] = settings.commissionFixed
    self[ORDER_BUYING, lane] = 1 + settings.slippage
    self[ORDER_SELLING, lane] = 1 - settings.slippage
    self[ORDER_LOT, lane] = settings.lot
    let largest = settings.maximumPositionValue
    self[ORDER_LARGEST, lane] = largest.isNaN ? .infinity : largest
    if settings.lot > 0 { limits.has_lots = true }
    if !largest.isNaN { limits.has_largest = true }

    var account = OrderAccount(cash: settings.cash)
    if !candidate.startShare.isNaN {
      account.start(with: candidate.startShare, at: shared.market.series.close[bar], on: bar)
    }
    self[ORDER_CASH, lane] = account.cash
    self[ORDER_UNITS, lane] = account.units
    self[ORDER_PER_UNIT, lane] = 1 / account.units
    self[ORDER_LAST_FILL, lane] = account.lastFill
    self[ORDER_ENTRY_PRICE, lane] = account.entry?.price ?? .nan
    for register in [ORDER_TRADED, ORDER_FEES, ORDER_FILLS] { self[register, lane] = 0 }
    columns[LANES_CASH, lane] = account.cash
    columns[LANES_UNITS, lane] = account.units
    columns[LANES_BAND_LOW, lane] = .infinity
    columns[LANES_BAND_HIGH, lane] = -.infinity
    var opened = OrderLane(candidate, on: shared.market)
    opened.emptySince = account.units == 0 ? bar : nil
    opened.open(on: bar)
    columns[LANES_RISK_FREE, lane] = opened.riskFreePerBar
    lanes.append(opened)
  }
}

extension OrderLanes {
  /// A number of a lane.
  subscript(register: Int, lane: Int) -> Double {
    get { registers[register * Int(ORDER_LANES) + lane] }
    set { registers[register * Int(ORDER_LANES) + lane] = newValue }
  }

  /// A number that every account has.
  subscript(register: order_register, lane: Int) -> Double {
    get { self[Int(register.rawValue), lane] }
    set { self[Int(register.rawValue), lane] = newValue }
  }

  /// Sets a register of all lanes.
  func set(_ register: Int, to value: Double) {
    for lane in 0..<Int(ORDER_LANES) { self[register, lane] = value }
  }
}
