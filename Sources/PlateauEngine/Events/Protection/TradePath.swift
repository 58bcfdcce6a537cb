import CEngineKernels

/// One trade of all equity, from its entry to wherever it may end.
///
/// Bars count from the window's first.
struct TradePath {
  /// The bar of the entry's fill.
  let entryBar: Int
  private let context: TradeContext
  /// What stops and targets are fractions of.
  private let basis: Double
  private let entryPrice: Double
  private let costInverse: Double
  /// Sums of the entry bar's return, less those up to it; less closes before it.
  private let entrySums: SIMD4<Double>
  /// The bars on which protection may end the trade.
  private let protected: Range<Int>
  /// The bar on which the rules end it, the number of bars where they do not.
  private let signalBar: Int

  /// An end of the trade.
  struct End {
    let record: exit_record
    /// Sums of returns and closes, of which the record has a part.
    fileprivate let sums: SIMD4<Double>
    fileprivate let bar: Int
    fileprivate let price: Double
  }

  /// What may happen on one bar, in the order in which it counts.
  private enum Order: Double {
    case signalAtOpen = 0
    case stopAtOpen = 1
    case targetAtOpen = 2
    case first = 4
    case second = 5
    case signalAtClose = 7
  }

  /// Keys of one bar are below the next bar's.
  static let keysPerBar = 8.0

  init(_ trade: SignalTrade, in context: TradeContext) {
    self.context = context
    let decision = trade.entryDecision - context.firstBar
    let wait = context.fillsAtClose ? 0 : 1
    entryBar = decision + wait
    let raw = context.fillsAtClose ? context.close[entryBar] : context.open[entryBar]
    entryPrice = raw * context.slip.bought
    basis = context.countsFromFill ? entryPrice : context.close[decision]
    costInverse = 1 / (entryPrice * (1 + context.commission))
    let first = entryBar + 1 - wait
    let exit = trade.exitDecision.map { $0 - context.firstBar }
    protected = first..<max(first, (exit ?? context.barCount - 1) + 1)
    signalBar = exit.map { $0 + wait } ?? context.barCount
    let close = context.close[entryBar]
    var sums = entryBar == 0 ? .zero : context.contribution(of: close * costInverse - 1)
    sums -= context.sums(through: entryBar)
    sums[3] += close
    entrySums = sums
  }

  /// Finds the end at every level of a side.
  ///
  /// - Parameters:
  ///   - levels: The side.
  ///   - body: Called with each level's place and the end there.
  /// - Complexity: O(bars until the farthest level or the signal + levels).
  @inline(__always)
  func end(at levels: ExitRecords.Levels, _ body: (Int, End) -> Void) {
    levels.fractions.withUnsafeBufferPointer { fractions in
      levels.isStop
        ? end(at: fractions, isStop: true, body) : end(at: fractions, isStop: false, body)
    }
  }

  @inline(__always)
  private func end(
    at fractions: UnsafeBufferPointer<Double>, isStop: Bool, _ body: (Int, End) -> Void
  ) {
    let far = isStop ? context.low : context.high
    let reach = context.protection == .close ? context.close : far
    var held = HeldCloses()
    for bar in entryBar..<protected.lowerBound { add(bar, to: &held) }
    var next = 0
    var level = self.level(fractions[0], isStop: isStop)
    var bar = protected.lowerBound
    while bar < protected.upperBound, !level.isNaN {
      let (open, farthest) = (context.open[bar], reach[bar])
      while isStop ? min(open, farthest) <= level : max(open, farthest) >= level {
        body(next, end(on: bar, at: level, isStop: isStop, open, farthest, held))
        next += 1
        guard next < fractions.count else { return }
        level = self.level(fractions[next], isStop: isStop)
      }
      add(bar, to: &held)
      bar += 1
    }
    let signal = signalEnd
    while next < fractions.count {
      body(next, signal)
      next += 1
    }
  }

  @inline(__always)
  private func level(_ fraction: Double, isStop: Bool) -> Double {
    basis * (isStop ? 1 - fraction : 1 + fraction)
  }

  @inline(__always)
  private func add(_ bar: Int, to held: inout HeldCloses) {
    held.add(context.close[bar], inverse: context.inverseClose[bar])
  }

  /// The end at a level that a bar reaches.
  @inline(__always)
  private func end(
    on bar: Int, at level: Double, isStop: Bool, _ open: Double, _ farthest: Double,
    _ held: HeldCloses
  ) -> End {
    let price = context.protection == .close ? farthest : level
    let isBest = context.protection == .best
    if isStop {
      if open <= level { return end(on: bar, at: open * context.slip.sold, .stopAtOpen, held) }
      return end(on: bar, at: price * context.slip.sold, isBest ? .second : .first, held)
    }
    if open >= level { return end(on: bar, at: open, .targetAtOpen, held) }
    return end(on: bar, at: price, isBest ? .first : .second, held)
  }

  /// The end by the rules, or at the last close where they never end it.
  private var signalEnd: End {
    let held = context.held(entryBar, through: signalBar - 1)
    guard signalBar < context.barCount else { return openEnd(held) }
    let raw = context.fillsAtClose ? context.close[signalBar] : context.open[signalBar]
    return end(
      on: signalBar, at: raw * context.slip.sold,
      context.fillsAtClose ? .signalAtClose : .signalAtOpen, held)
  }

  /// The trade ended on a bar before whose close nothing but `held` was held.
  @inline(__always)
  private func end(on bar: Int, at price: Double, _ order: Order, _ held: HeldCloses) -> End {
    let proceeds = price * (1 - context.commission)
    let growth = proceeds * costInverse
    var sums: SIMD4<Double>
    if bar == entryBar {
      sums = context.contribution(of: growth - 1)
    } else {
      sums = entrySums + context.sums(through: bar - 1)
      sums += context.contribution(of: proceeds * context.inverseClose[bar - 1] - 1)
    }
    return End(
      record: exit_record(
        key: Double(bar) * Self.keysPerBar + order.rawValue, growth: growth,
        low: costInverse * held.low, from_high: min(1, proceeds * held.inverseHigh),
        ratio: held.ratio, returns: sums[0], squares: sums[1],
        counted: Double(bar - entryBar + (entryBar == 0 ? 0 : 1))),
      sums: sums, bar: bar, price: price)
  }

  /// What only figures of closed trades need of an end.
  @inline(__always)
  func details(of end: End) -> exit_details {
    let (shortfalls, closes) = (end.sums[2], costInverse * end.sums[3])
    guard end.bar < context.barCount else {
      // An open position has bought, and neither sold nor gained.
      return exit_details(
        shortfalls: shortfalls, closes: closes, bar: Double(end.bar), days: 0, gain: 0,
        traded: costInverse * entryPrice)
    }
    let traded = entryPrice + end.price
    let gain = (end.price - entryPrice) - context.commission * traded
    return exit_details(
      shortfalls: shortfalls, closes: closes, bar: Double(end.bar),
      days: context.day[end.bar] - context.day[entryBar], gain: costInverse * gain,
      traded: costInverse * traded)
  }

  /// The trade still open at the last close.
  private func openEnd(_ held: HeldCloses) -> End {
    let count = context.barCount
    let close = context.close[count - 1]
    let sums = entrySums + context.sums(through: count - 1)
    return End(
      record: exit_record(
        key: Double(count) * Self.keysPerBar, growth: close * costInverse,
        low: costInverse * held.low, from_high: min(1, close * held.inverseHigh),
        ratio: held.ratio, returns: sums[0], squares: sums[1],
        counted: Double(count - entryBar - (entryBar == 0 ? 1 : 0))),
      sums: sums, bar: count, price: close)
  }
}
