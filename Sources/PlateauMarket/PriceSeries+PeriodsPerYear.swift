import PlateauColumns

extension PriceSeries {
  /// Bars in a year, for annualised figures: 252, 365, 52, 12 or bars a day times 252 or 365.
  ///
  /// Days with bars decide between 252 (an exchange) and 365 (a market open on Saturdays and
  /// Sundays); bars a day are their median over all days. Bars without a usual interval are counted
  /// against the calendar (365.25 days a year); a single bar has no such count: `nan`.
  ///
  /// - Complexity: O(bars) on every call.
  public var periodsPerYear: Double {
    switch interval {
    case .daily: return TradingWeek(days: tradingDays).daysPerYear
    case .weekly: return 52
    case .monthly: return 12
    case .intraday:
      return medianBarsPerDay * TradingWeek(days: tradingDays).daysPerYear
    case .irregular:
      guard let first = times.first, let last = times.last, last > first else { return .nan }
      let years = Double(last.seconds - first.seconds) / (365.25 * 86_400)
      return Double(count - 1) / years
    }
  }

  /// The median number of bars on a day that has any.
  private var medianBarsPerDay: Double {
    var counts: [Int] = []
    var current: CivilDate?
    for day in times.lazy.map(\.date) {
      if day == current {
        counts[counts.count - 1] += 1
      } else {
        counts.append(1)
        current = day
      }
    }
    counts.sort()
    return Double(counts[(counts.count - 1) / 2])
  }
}
