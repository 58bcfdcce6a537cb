/// The usual distance between bars, with what follows from it: bars in a year.
public enum BarInterval: Hashable, Sendable {
  /// Bars of so many seconds, less than a day.
  case intraday(seconds: Int)
  /// A bar a trading day.
  case daily
  /// A bar a week.
  case weekly
  /// A bar a month.
  case monthly
  /// No usual distance.
  case irregular

  /// The interval in words: `daily`, `1h`, `15min`.
  public var description: String {
    switch self {
    case .intraday(let seconds) where seconds % 3600 == 0: "\(seconds / 3600)h"
    case .intraday(let seconds) where seconds % 60 == 0: "\(seconds / 60)min"
    case .intraday(let seconds): "\(seconds)s"
    case .daily: "daily"
    case .weekly: "weekly"
    case .monthly: "monthly"
    case .irregular: "irregular"
    }
  }
}
