/// The order of the parts of dates whose year comes last, or that are said to be in an order.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// `31.01.2020`
  case dayFirst = "dmy"
  /// `01/31/2020`
  case monthFirst = "mdy"
  /// `2020-01-31`
  case yearFirst = "ymd"
}
