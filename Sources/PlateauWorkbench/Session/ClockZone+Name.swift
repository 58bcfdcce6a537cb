import Foundation
import PlateauColumns
import PlateauMarket

extension ClockZone {
  /// The zone of a name (`America/New_York`), of an offset (`+01:00`, `-0530`) or UTC (`Z`).
  ///
  /// - Parameter text: The name; its case does not matter.
  /// - Returns: `nil` where there is no such zone.
  static func named(_ text: String) -> ClockZone? {
    if ["z", "utc", "gmt"].contains(text.lowercased()) { return .utc }
    if let seconds = secondsEast(of: text) {
      return ClockZone(name: offsetName(seconds), offset: seconds)
    }
    guard text.contains("/"),
      let name = names.first(where: { $0.lowercased() == text.lowercased() }),
      let zone = TimeZone(identifier: name)
    else { return nil }
    return ClockZone(
      name: name, offset: zone.secondsFromGMT(for: first), changes: changes(of: zone))
  }

  /// The names of zones that are nearest to a text.
  static func nearest(to text: String) -> [String] { nearestNames(to: text, among: names) }

  private static var names: [String] { TimeZone.knownTimeZoneIdentifiers }

  // Prices with a time of day lie between these years.
  private static let first = Date(timeIntervalSince1970: -2_208_988_800)
  private static let last = Date(timeIntervalSince1970: 4_102_444_800)

  private static func changes(of zone: TimeZone) -> [Change] {
    var changes: [Change] = []
    var time = first
    while let next = zone.nextDaylightSavingTimeTransition(after: time), next > time, next < last {
      changes.append(
        Change(
          time: Int64(next.timeIntervalSince1970), offset: zone.secondsFromGMT(for: next)))
      time = next
    }
    return changes
  }

  /// Seconds east of UTC of `+01:00` or `-0530`.
  private static func secondsEast(of zone: String) -> Int? {
    guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number % 100 < 60, number <= 1400
    else { return nil }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }

  private static func offsetName(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(seconds < 0 ? "-" : "+")\(digits(minutes / 60)):\(digits(minutes % 60))"
  }
}
