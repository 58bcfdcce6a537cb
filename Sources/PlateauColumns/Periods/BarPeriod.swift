/// A stretch of the calendar whose bars are put together into one.
///
/// The raw value is the name of the function that looks at such bars.
public enum BarPeriod: String, Hashable, Sendable, CaseIterable {
  /// Monday to Sunday (ISO 8601).
  case weekly
  /// A month of the calendar.
  case monthly

  /// The number of the period that a day lies in; equal for the days of one period, and ascending.
  func number(of date: CivilDate) -> Int {
    switch self {
    case .weekly: return date.dayNumber - date.weekday
    case .monthly:
      let (year, month, _) = date.parts
      return year * 12 + month
    }
  }
}
