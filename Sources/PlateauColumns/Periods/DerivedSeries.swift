/// A series that follows from the bars, worked out when something reads it.
///
/// Times of day are those of the bar's own stamp, as tables show it.
public enum DerivedSeries: String, Hashable, Sendable, CaseIterable {
  /// The middle of the bar's range.
  case hl2
  /// The typical price.
  case hlc3
  /// The mean of the bar's four prices.
  case ohlc4
  /// Day of the week, from 1 for Monday to 7 for Sunday (ISO 8601).
  case dayofweek
  /// Hour of the bar's stamp, 0 to 23.
  case hour
  /// Minute of the bar's stamp, 0 to 59.
  case minute
  /// Month of the bar's date, 1 to 12.
  case month

  /// The series of an environment, or `nil` where its rows are no bars.
  ///
  /// - Complexity: O(bars).
  func column(in environment: ColumnEnvironment) -> [Double]? {
    guard let times = environment.times else { return nil }
    func mean(_ columns: [BarColumn]) -> [Double]? {
      let inputs = columns.compactMap { environment.inputs[$0.rawValue] }
      guard inputs.count == columns.count else { return nil }
      return (0..<environment.rowCount).map { row in
        inputs.reduce(0) { $0 + $1[row] } / Double(inputs.count)
      }
    }
    return switch self {
    case .hl2: mean([.high, .low])
    case .hlc3: mean([.high, .low, .close])
    case .ohlc4: mean([.open, .high, .low, .close])
    case .dayofweek: times.map { Double($0.date.weekday) }
    case .hour: times.map { Double($0.secondOfDay / 3600) }
    case .minute: times.map { Double($0.secondOfDay / 60 % 60) }
    case .month: times.map { Double($0.date.parts.month) }
    }
  }
}
