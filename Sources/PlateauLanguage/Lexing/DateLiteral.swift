public import PlateauColumns

/// A date as it was typed, with or without a time of day: `2020-01-31`, `2020-01-31T09:30Z`.
public struct DateLiteral: Hashable, Sendable {
  /// The text as typed.
  public let text: String
  /// The point in time; midnight where no time was typed.
  ///
  /// A time with a zone is turned into UTC; one without keeps its clock, as prices do.
  public let timestamp: Timestamp
  /// Whether a time of day was typed.
  public let hasTime: Bool

  /// The calendar day.
  public var date: CivilDate { timestamp.date }

  init(text: String, timestamp: Timestamp, hasTime: Bool) {
    self.text = text
    self.timestamp = timestamp
    self.hasTime = hasTime
  }

  /// The literal of a point in time; at midnight it is the day.
  public init(_ timestamp: Timestamp) {
    self.init(
      text: timestamp.description, timestamp: timestamp, hasTime: timestamp.secondOfDay != 0)
  }
}
