public import PlateauColumns

// Windows are ranges of bar indices. Spans count back from the last bar, never from the clock.
extension PriceSeries {
  /// The bars from one point in time through another, both included; `nil` is open-ended.
  ///
  /// The range is empty where no bar lies between.
  ///
  /// - Parameters:
  ///   - start: The first point in time.
  ///   - end: The last point in time.
  ///   - isWholeDay: Whether an `end` at midnight is a date, whose bars all belong to the range.
  /// - Returns: Indices of bars.
  /// - Complexity: O(log bars).
  public func bars(
    from start: Timestamp?, through end: Timestamp?, isWholeDay: Bool = true
  ) -> Range<Int> {
    let lower = start.map { firstBar(atOrAfter: $0.seconds) } ?? 0
    let upper =
      end.map { end in
        firstBar(atOrAfter: end.seconds + (isWholeDay && end.secondOfDay == 0 ? 86_400 : 1))
      } ?? count
    return lower..<max(lower, upper)
  }

  /// The last `count` bars, or all where there are fewer.
  public func bars(last count: Int) -> Range<Int> {
    max(0, self.count - max(0, count))..<self.count
  }

  /// The bars later than the last one's date `months` calendar months before.
  ///
  /// Twelve months of monthly bars are twelve bars: the bar exactly a year before is not in.
  public func bars(lastMonths months: Int) -> Range<Int> {
    guard let last = times.last else { return 0..<0 }
    let start = Timestamp(last.date.subtracting(months: months), secondOfDay: last.secondOfDay)
    return firstBar(atOrAfter: start.seconds + 1)..<count
  }

  /// The bars of the last `days` calendar days, the last bar's included.
  public func bars(lastDays days: Int) -> Range<Int> {
    bars(lastSeconds: days.multipliedReportingOverflow(by: 86_400).overflow ? .max : days * 86_400)
  }

  /// The bars later than `seconds` before the last bar.
  public func bars(lastSeconds seconds: Int) -> Range<Int> {
    guard let last = times.last else { return 0..<0 }
    let (start, overflows) = last.seconds.subtractingReportingOverflow(Int64(max(0, seconds)))
    return overflows ? 0..<count : firstBar(atOrAfter: start + 1)..<count
  }

  /// The last bars that make up a share of all (0.2 is a fifth), rounded to whole bars.
  public func bars(lastShare share: Double) -> Range<Int> {
    let wanted = (Double(count) * min(1, max(0, share.isNaN ? 0 : share))).rounded()
    return bars(last: Int(wanted))
  }

  private func firstBar(atOrAfter seconds: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].seconds < seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
