/// How many digits of a number are shown for reading; formats for programs always have all.
public enum ShownDigits: Hashable, Sendable {
  /// As its kind asks, with the same decimals in the whole column: one quantity, many rows.
  case alike
  /// As its kind asks, each number for itself: every row is another quantity.
  case own
  /// All there are, with the same decimals in the whole column: values that a person gave, of which
  /// two must not look the same.
  case all
}
