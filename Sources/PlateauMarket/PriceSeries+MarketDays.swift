import PlateauColumns

extension PriceSeries {
  /// The days of the week that bars of a day or less mostly have, in words: `Mon-Fri`, `Sun-Fri`,
  /// `every day`; `nil` for longer bars.
  ///
  /// A day counts if half of its dates between the first and the last bar have a bar.
  ///
  /// - Complexity: O(bars).
  public var marketDays: String? {
    switch interval {
    case .weekly, .monthly, .irregular: return nil
    case .daily, .intraday: break
    }
    let days = tradingDays
    guard let first = days.first, let last = days.last else { return nil }
    var counts = [Int](repeating: 0, count: 8)
    for day in days { counts[day.weekday] += 1 }
    let usual = (1...7).filter { weekday in
      let start = first.dayNumber + (weekday - first.weekday + 7) % 7
      let possible = start > last.dayNumber ? 0 : (last.dayNumber - start) / 7 + 1
      return possible > 0 && 2 * counts[weekday] >= possible
    }
    return Self.words(ofWeekdays: usual)
  }

  /// A run of weekdays as its first and last, any others one by one.
  private static func words(ofWeekdays days: [Int]) -> String {
    let names = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    guard days.count < 7 else { return "every day" }
    // The day after which a week's run begins: one without bars before one with.
    let begins = days.filter { !days.contains($0 == 1 ? 7 : $0 - 1) }
    guard days.count > 2, begins.count == 1, let first = begins.first else {
      return days.map { names[$0] }.joined(separator: ", ")
    }
    let last = (first + days.count - 2) % 7 + 1
    return "\(names[first])-\(names[last])"
  }
}
