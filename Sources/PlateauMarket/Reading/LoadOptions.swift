/// How a price file is to be understood where its text and its name do not say.
public struct LoadOptions: Hashable, Sendable {
  /// The symbol; by default the file's own, or its name without its ending and interval.
  public var name: String?
  /// Whether an adjusted close, where the file has one, replaces the close and scales the rest.
  public var isAdjusted: Bool
  /// The zone of stamps that carry a time of day but no zone; `nil` reads them as UTC.
  public var zone: ClockZone?
  /// The names, or the numbers from 1, of columns: `["date": "A", "close": "5"]`.
  public var columns: [String: String]
  /// What stands between cells; `nil` finds out.
  public var delimiter: Delimiter?
  /// The order of the parts of dates; `nil` finds out.
  public var dates: DateOrder?
  /// The table of a database.
  public var table: String?
  /// Whether numbers have a decimal comma; `nil` finds out.
  public var hasDecimalComma: Bool?

  /// Creates options.
  public init(
    name: String? = nil, adjusted: Bool = true, zone: ClockZone? = nil,
    columns: [String: String] = [:], delimiter: Delimiter? = nil, dates: DateOrder? = nil,
    decimalComma: Bool? = nil, table: String? = nil
  ) {
    self.name = name
    isAdjusted = adjusted
    self.zone = zone
    self.columns = columns
    self.delimiter = delimiter
    self.dates = dates
    hasDecimalComma = decimalComma
    self.table = table
  }
}
