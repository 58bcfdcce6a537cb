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
  /// One sentence.
  public let message: String

  /// Creates a finding.
  public init(
    _ severity: Severity, _ message: String, count: Int = 0, lines: [Int] = [],
    time: Timestamp? = nil
  ) {
    self.severity = severity
    self.count = count
    self.line = lines.first
    self.time = time
    self.lines = lines
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  /// The severity and the sentence.
  public var description: String { "\(severity.rawValue): \(message)" }
}
