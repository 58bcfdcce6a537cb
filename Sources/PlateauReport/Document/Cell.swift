public import PlateauColumns

/// One value in a table or a field, with its meaning.
public enum Cell: Hashable, Sendable {
  /// A word or a sentence.
  case text(String)
  /// A number of a kind; `nan` is undefined.
  case number(Double, ValueKind)
  /// A point in time.
  case time(Timestamp)
  /// Yes or no.
  case flag(Bool)
  /// No value.
  case undefined
}
