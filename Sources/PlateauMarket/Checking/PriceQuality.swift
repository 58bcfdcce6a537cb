/// How sound a series is: 100 where nothing was found, less for every finding.
///
/// A finding takes its severity's points and as many more for each percent of the bars it concerns:
///
/// | severity | points | more for each percent of bars |
/// |---|---|---|
/// | error | 20 | 10 |
/// | repair | 2 | 2 |
/// | warning | 1 | 1 |
/// | note | 0 | 0 |
///
/// What is left of 100 is rounded down, and not below 0. One more finding, or one that concerns
/// more bars, never raises it.
public struct PriceQuality: Hashable, Sendable {
  /// The points that are left: 0 to 100.
  public let score: Int

  /// Judges a series by its findings.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - bars: The number of bars.
  public init(of findings: [Finding], bars: Int) {
    let taken = findings.reduce(0.0) { taken, finding in
      let percent = min(100, 100 * Double(finding.count) / Double(max(1, bars)))
      return taken + finding.severity.points + finding.severity.pointsByPercent * percent
    }
    score = Int(max(0, 100 - taken).rounded(.down))
  }
}

extension Finding.Severity {
  /// The points that a finding takes.
  fileprivate var points: Double {
    switch self {
    case .error: 20
    case .repair: 2
    case .warning: 1
    case .note: 0
    }
  }

  /// The points that it takes for each percent of the bars.
  fileprivate var pointsByPercent: Double {
    switch self {
    case .error: 10
    case .repair: 2
    case .warning: 1
    case .note: 0
    }
  }
}

extension LoadedPrices {
  /// How sound the prices are.
  public var quality: PriceQuality { PriceQuality(of: findings, bars: series.count) }

  /// The first thing that had to be repaired, or `nil`: what `load … strict` refuses.
  public var firstRepair: Finding? { findings.first { $0.severity == .repair } }
}
