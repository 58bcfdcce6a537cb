public import PlateauColumns

/// How the bars of two series of one symbol differ.
public struct SeriesDifference: Hashable, Sendable {
  /// A bar that both have, with other prices, another volume or another dividend.
  public struct Change: Hashable, Sendable {
    /// The stamp of the bar.
    public let time: Timestamp
    /// The close in the first series.
    public let firstClose: Double
    /// The close in the second series.
    public let secondClose: Double
  }

  /// Bars that one series alone has.
  public struct Extra: Hashable, Sendable {
    /// How many there are.
    public fileprivate(set) var count = 0
    /// The first of them.
    public fileprivate(set) var first: Timestamp?

    fileprivate mutating func add(_ time: Timestamp) {
      count += 1
      first = first ?? time
    }
  }

  /// Bars of both that differ.
  public private(set) var changedCount = 0
  /// The first of them.
  public private(set) var firstChange: Change?
  /// Bars that only the first series has.
  public private(set) var onlyInFirst = Extra()
  /// Bars that only the second series has.
  public private(set) var onlyInSecond = Extra()

  /// Compares two series stamp by stamp.
  ///
  /// - Complexity: O(bars of both).
  public init(_ first: PriceSeries, _ second: PriceSeries) {
    var (left, right) = (0, 0)
    while left < first.count || right < second.count {
      if right == second.count || (left < first.count && first.times[left] < second.times[right]) {
        onlyInFirst.add(first.times[left])
        left += 1
      } else if left == first.count || second.times[right] < first.times[left] {
        onlyInSecond.add(second.times[right])
        right += 1
      } else {
        if !first.hasBar(left, equalTo: right, of: second) {
          changedCount += 1
          firstChange =
            firstChange
            ?? Change(
              time: first.times[left], firstClose: first.close[left],
              secondClose: second.close[right])
        }
        left += 1
        right += 1
      }
    }
  }
}

extension PriceSeries {
  fileprivate func hasBar(_ bar: Int, equalTo other: Int, of series: PriceSeries) -> Bool {
    open[bar] == series.open[other] && high[bar] == series.high[other]
      && low[bar] == series.low[other] && close[bar] == series.close[other]
      && volume[bar] == series.volume[other]
      && dividends?[bar] ?? 0 == series.dividends?[other] ?? 0
  }
}
