/// The bars of each week or month, and which of them is complete when a shorter bar has closed.
///
/// A period has its first bar's open, the highest high, the lowest low, its last bar's close and
/// the sum of the volumes; whatever else a bar carries is that of the period's last bar. A period
/// without bars does not exist. That a period is complete is known when a bar of a later one has
/// come, never before: the last one of a series is seen by no bar.
struct PeriodBars: Sendable {
  /// The periods as rows.
  let environment: ColumnEnvironment
  /// The place of each bar's own period.
  private let places: [Int]

  /// Puts the bars of an environment together; `nil` where its rows are no bars.
  ///
  /// - Complexity: O(bars).
  init?(_ bars: ColumnEnvironment, by period: BarPeriod, store: ColumnStore?) {
    guard let times = bars.times else { return nil }
    var places: [Int] = []
    var ends: [Int] = []
    places.reserveCapacity(times.count)
    var current: Int?
    for (row, time) in times.enumerated() {
      let number = period.number(of: time.date)
      if number == current {
        ends[ends.count - 1] = row
      } else {
        ends.append(row)
      }
      current = number
      places.append(ends.count - 1)
    }
    self.places = places
    var inputs: [String: ColumnValue] = [:]
    for (name, value) in bars.inputs {
      guard case .column(let values) = value else { continue }
      inputs[name] = .column(Self.aggregated(values, as: BarColumn(rawValue: name), ends: ends))
    }
    environment = ColumnEnvironment(
      rowCount: ends.count, inputs: inputs, times: ends.map { times[$0] }, store: store)
  }

  /// One value a period, given the last bar of each.
  private static func aggregated(_ values: [Double], as bar: BarColumn?, ends: [Int]) -> [Double] {
    var start = 0
    return ends.map { end in
      defer { start = end + 1 }
      let period = values[start...end]
      return switch bar {
      case .open: period[start]
      case .high: period.reduce(period[start]) { Swift.max($0, $1) }
      case .low: period.reduce(period[start]) { Swift.min($0, $1) }
      case .volume: period.reduce(0, +)
      case .close, nil: period[end]
      }
    }
  }

  /// The value of the last complete period on every bar, `nan` while there is none.
  ///
  /// - Parameter value: A value a period.
  /// - Returns: A value a bar.
  /// - Complexity: O(bars).
  func completed(_ value: ColumnValue) -> [Double] {
    places.map { $0 == 0 ? .nan : value[$0 - 1] }
  }
}
