public import PlateauColumns

/// One thing that reading or checking a price file found: what, how often, and where first.
///
/// Findings of one file come in a fixed order, so that a number names one of them.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The prices cannot be trusted.
    case error
    /// Rows were changed, moved or left out.
    case repair
    /// Rows were kept but look wrong.
    case warning
    /// How the file was understood.
    case note
  }

  /// What a finding is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Rows that were not in ascending time.
    case unsorted
    /// A file whose newest row came first.
    case descending
    /// Rows that stand twice.
    case repeatedRow = "repeated row"
    /// Stamps that stand twice, with other prices.
    case duplicateStamp = "duplicate stamp"
    /// Rows without a price.
    case missingPrice = "missing price"
    /// Rows without a volume.
    case missingVolume = "missing volume"
    /// Rows with an open or close outside low to high.
    case outsideRange = "outside range"
    /// Holes against the market's calendar.
    case gap
    /// Prices far from those around them that come back at once.
    case spike
    /// Returns far outside the usual.
    case outlier
    /// Closes that do not change.
    case stale
    /// Volumes far outside the usual, or none where there was always some.
    case volume
    /// Jumps by the ratio of a split that the prices were not adjusted for.
    case split
    /// A last bar that may not be over.
    case unfinished
    /// What time zone the stamps are in.
    case zone
    /// An hour that clocks repeat or leave out.
    case clockChange = "clock change"
    /// How the text was understood.
    case layout
    /// Which columns the file has.
    case columns
    /// What was done with an adjusted close.
    case adjusted
    /// Rows that are no bars: events, totals, remarks.
    case otherRow = "other row"
  }

  /// What it is about.
  public let kind: Kind
  /// How much it matters.
  public let severity: Severity
  /// How many rows it concerns; zero where it concerns the file as a whole.
  public let count: Int
  /// The first line it concerns, counted from 1 with the header.
  public let line: Int?
  /// The first bar it concerns.
  public let time: Timestamp?
  /// The lines it concerns, in the order found, at most 20 of them.
  public let lines: [Int]
  /// The bars it concerns, in the order found, at most 20 of them; empty where rows are not dated.
  public let times: [Timestamp]
  /// One sentence.
  public let message: String

  /// Creates a finding.
  public init(
    _ severity: Severity, _ kind: Kind, _ message: String, count: Int = 0, lines: [Int] = [],
    time: Timestamp? = nil, times: [Timestamp] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.count = count
    self.line = lines.first
    self.time = time ?? times.first
    self.lines = lines
    self.times = times.isEmpty ? time.map { [$0] } ?? [] : times
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  /// The severity and the sentence.
  public var description: String { "\(severity.rawValue): \(message)" }
}
