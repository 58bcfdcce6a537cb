public import PlateauColumns

/// The prices of one symbol over time: equally long columns, one row a bar, in ascending time.
///
/// A series that exists is sound: times ascend strictly, and every price is finite and above zero.
/// Readers repair or refuse everything else before they create one.
public struct PriceSeries: Sendable {
  /// The symbol, as the user names it.
  public let name: String
  /// The stamp of each bar in UTC, or as its file gives it where nobody names a zone.
  public let times: [Timestamp]
  /// The stamp of each bar on the clocks of its market: those of `zone`.
  ///
  /// `hour`, days, weeks and sessions go by them. The hour that clocks repeat comes twice.
  public let clockTimes: [Timestamp]
  /// The zone of the market's clocks; `nil` where they show `times`.
  public let zone: ClockZone?
  /// Opening prices.
  public let open: [Double]
  /// Highest prices.
  public let high: [Double]
  /// Lowest prices.
  public let low: [Double]
  /// Closing prices.
  public let close: [Double]
  /// Traded volume; zero where the file has none.
  public let volume: [Double]
  /// Cash dividend a share on its ex-date, zero elsewhere; `nil` where the file has none.
  public let dividends: [Double]?
  /// The interval between bars.
  public let interval: BarInterval
  /// Whether Plateau made these prices itself.
  public let isSynthetic: Bool
  /// The digest of times, clocks and prices: equal for equal content, whatever the file's layout.
  public let fingerprint: Fingerprint

  /// Creates a series from sound columns of equal length.
  public init(
    name: String, times: [Timestamp], open: [Double], high: [Double], low: [Double],
    close: [Double], volume: [Double], dividends: [Double]? = nil, interval: BarInterval,
    zone: ClockZone? = nil, isSynthetic: Bool = false
  ) {
    precondition(
      [open, high, low, close, volume].allSatisfy { $0.count == times.count },
      "price columns differ in length")
    self.name = name
    self.times = times
    self.zone = zone
    clockTimes = zone.map { $0.clocks(at: times) } ?? times
    self.open = open
    self.high = high
    self.low = low
    self.close = close
    self.volume = volume
    self.dividends = dividends
    self.interval = interval
    self.isSynthetic = isSynthetic
    fingerprint = Self.fingerprint(
      times: times, clockTimes: zone == nil ? nil : clockTimes,
      columns: [open, high, low, close, volume] + (dividends.map { [$0] } ?? []))
  }

  /// The number of bars.
  public var count: Int { times.count }

  private static func fingerprint(
    times: [Timestamp], clockTimes: [Timestamp]?, columns: [[Double]]
  ) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(Int64(times.count))
    builder.add(Int64(columns.count))
    builder.add(contentsOf: times)
    if let clockTimes { builder.add(contentsOf: clockTimes) }
    for column in columns { builder.add(contentsOf: column) }
    return builder.finish()
  }
}
