import PlateauColumns
import PlateauMarket

/// Where prices first reach a level, from any bar on.
///
/// Every bar knows the next one that reaches farther, so a search passes over all that do not.
/// Neither signals nor entries have to do with it: one chain a side serves all candidates.
///
/// - Complexity: O(bars) to make, 12 bytes a bar; a search takes as many steps as there are bars
///   that reach farther than all before them.
final class ReachedBars {
  /// How far each bar reaches, times -1 on the upper side: lower is farther.
  private let reach: UnsafeMutablePointer<Double>
  private let next: UnsafeMutablePointer<Int32>
  private let sign: Double
  private let count: Int

  /// Links the bars of a window.
  ///
  /// - Parameters:
  ///   - isBelow: Whether levels lie below prices, as a stop's, or above, as a target's.
  ///   - protection: Which prices of a bar count besides its open.
  ///   - market: The prices and the window.
  init(isBelow: Bool, _ protection: ExecutionSettings.Protection, market: Market) {
    let (series, window) = (market.series, market.window)
    let far = protection == .close ? series.close : isBelow ? series.low : series.high
    sign = isBelow ? 1 : -1
    count = window.count
    reach = .allocate(capacity: count)
    next = .allocate(capacity: count)
    for (place, bar) in window.enumerated() {
      (reach + place).initialize(to: min(sign * series.open[bar], sign * far[bar]))
    }
    for bar in (0..<count).reversed() {
      var farther = bar + 1
      while farther < count, reach[farther] >= reach[bar] { farther = Int(next[farther]) }
      (next + bar).initialize(to: Int32(farther))
    }
  }

  deinit {
    reach.deallocate()
    next.deallocate()
  }

  /// The first bar from one on that reaches a level, or the number of bars.
  func first(at level: Double, from first: Int) -> Int {
    let level = sign * level
    var bar = first
    while bar < count, reach[bar] > level { bar = Int(next[bar]) }
    return bar
  }
}
