import PlateauMarket

/// Prices in a session, with how they came there.
struct Dataset: Equatable, Sendable {
  /// The prices.
  let series: PriceSeries
  /// What was noticed while reading, numbered from 1 by position.
  let findings: [Finding]
  /// Where the prices came from.
  let origin: Origin

  /// Where prices came from: enough to write the command that brings them back.
  enum Origin: Equatable, Sendable {
    /// Read from a file; the path is absolute.
    case file(path: String, options: LoadOptions, format: String)
    /// Made by `generate`; the arguments as written.
    case generated(arguments: String)
    /// Put together by `resample` from other prices of the session.
    indirect case resampled(of: Dataset, to: BarInterval)
  }

  /// How sound the prices are, by what was found.
  var quality: PriceQuality { PriceQuality(of: findings, bars: series.count) }

  /// The same content under the same name counts as equal.
  static func == (left: Dataset, right: Dataset) -> Bool {
    left.series.name == right.series.name
      && left.series.fingerprint == right.series.fingerprint && left.origin == right.origin
  }
}
