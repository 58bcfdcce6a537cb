/// The prices of a file, with all that was noticed on the way.
public struct LoadedPrices: Sendable {
  /// The prices.
  public let series: PriceSeries
  /// What reading and checking found: repairs first, then warnings, then notes.
  public let findings: [Finding]
  /// The layout in one phrase: `comma separated, Date Open High Low Close Volume`.
  public let format: String
  /// Whether an adjusted close was used.
  public let isAdjusted: Bool

  /// The findings in one line: `2 repairs, 1 warning, 1 note`, or `no findings`.
  public var findingsLine: String {
    let parts = Finding.Severity.allCases.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
