/// What a number means: decides which comparisons make sense and how it is shown.
public enum ValueKind: String, Hashable, Sendable {
  /// A plain number: a ratio, a multiple.
  case number
  /// A fraction of one, shown in per cent: 0.15 is 15%.
  case fraction
  /// A whole number of bars or things.
  case length
  /// A price in the currency of the data.
  case price
  /// An amount of money.
  case money
  /// A number of calendar days.
  case days
  /// True, false or undefined.
  case condition
  /// One of a few words.
  case text

  /// The kind in words, for messages.
  public var name: String {
    switch self {
    case .fraction: "percent"
    case .length: "whole number"
    case .days: "number of days"
    case .money: "amount of money"
    default: rawValue
    }
  }
}
