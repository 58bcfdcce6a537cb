import PlateauColumns
import PlateauMarket

/// What any stretch of a window's bars adds up to, so that a trade costs the same however long it
/// is held.
///
/// Sums run from the window's first bar; the sum over bars a+1...b is the difference of two.
/// Returns are counted from their mean, which keeps their spread exact under a large drift.
final class WindowSummaries {
  /// The return that shortfalls are counted from.
  let riskFreePerBar: Double
  /// The mean return of the prices: what sums are counted from.
  let shift: Double
  /// The closes of the window.
  let closes: [Double]
  /// One over each close.
  let inverseCloses: UnsafePointer<Double>
  /// The days of the bars as numbers.
  let days: UnsafePointer<Double>
  /// Lowest and highest closes and deepest falls.
  let ranges: RangeTable
  private let sums: UnsafeMutablePointer<SIMD4<Double>>

  /// Builds the summaries of a window, or `nil` for one too long to keep them.
  ///
  /// - Parameters:
  ///   - market: The prices and the window.
  ///   - riskFreePerBar: What a return falls short of.
  init?(_ market: Market, riskFreePerBar: Double) {
    guard market.window.count <= RangeTable.barLimit else { return nil }
    let closes = Array(market.series.close[market.window])
    self.closes = closes
    self.riskFreePerBar = riskFreePerBar
    let days = UnsafeMutablePointer<Double>.allocate(capacity: closes.count)
    for (bar, index) in market.window.enumerated() {
      days[bar] = market.series.dayCount(at: index)
    }
    self.days = UnsafePointer(days)
    let returns = zip(closes.dropFirst(), closes).map { $0 / $1 - 1 }
    let shift = returns.isEmpty ? 0 : mean(of: returns)
    self.shift = shift
    ranges = RangeTable(closes)
    let inverses = UnsafeMutablePointer<Double>.allocate(capacity: closes.count)
    for (bar, close) in closes.enumerated() { inverses[bar] = 1 / close }
    inverseCloses = UnsafePointer(inverses)
    sums = .allocate(capacity: closes.count)
    var total = CompensatedSums()
    for (bar, close) in closes.enumerated() {
      var added = bar == 0 ? .zero : contribution(of: returns[bar - 1])
      added[3] = close
      total.add(added)
      sums[bar] = total.value
    }
  }

  deinit {
    sums.deallocate()
    inverseCloses.deallocate()
    days.deallocate()
  }

  /// The sums up to a bar of the window, it included: return - shift, its square, the squared
  /// shortfall, and the close.
  @inline(__always)
  func sums(through bar: Int) -> SIMD4<Double> { sums[bar] }

  /// The sums as kernels read them: four numbers a bar.
  var numbers: UnsafePointer<Double> {
    UnsafeRawPointer(sums).assumingMemoryBound(to: Double.self)
  }

  /// What one return adds to the sums; the close is not in it.
  @inline(__always)
  func contribution(of value: Double) -> SIMD4<Double> {
    let (deviation, short) = (value - shift, min(value - riskFreePerBar, 0))
    return SIMD4(deviation, deviation * deviation, short * short, 0)
  }
}

/// Four sums at once, each carried in two numbers.
///
/// - Note: Source: Neumaier (1974), as Kahan's summation with the larger part kept first.
struct CompensatedSums {
  private var high = SIMD4<Double>.zero
  private var low = SIMD4<Double>.zero

  var value: SIMD4<Double> { high + low }

  mutating func add(_ numbers: SIMD4<Double>) {
    let total = high + numbers
    let shadow = total - high
    low += (high - (total - shadow)) + (numbers - shadow)
    high = total
  }
}
