/// How a price file is to be understood where its header and its name do not say.
public struct LoadOptions: Hashable, Sendable {
  /// The symbol; by default the file's name without its ending and interval.
  public var name: String?
  /// Whether an adjusted close, where the file has one, replaces the close and scales the rest.
  public var isAdjusted: Bool
  /// Seconds east of UTC of stamps that carry a time of day but no zone; `nil` reads them as UTC.
  public var timeZoneOffset: Int?
  /// The header names of columns the reader would not find: `["date": "A", "close": "B"]`.
  public var columns: [String: String]

  /// Creates options.
  public init(
    name: String? = nil, adjusted: Bool = true, timeZoneOffset: Int? = nil,
    columns: [String: String] = [:]
  ) {
    self.name = name
    isAdjusted = adjusted
    self.timeZoneOffset = timeZoneOffset
    self.columns = columns
  }
}
