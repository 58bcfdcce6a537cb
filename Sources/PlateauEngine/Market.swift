public import PlateauColumns
public import PlateauMarket

/// The prices candidates are run on, the part of them that is scored, and what all candidates share.
///
/// Bars before the window serve warm-up only; bars after it are never read by a decision.
public struct Market: Sendable {
  /// The prices.
  public let series: PriceSeries
  /// The bars that are scored, as indices into `series`; never empty.
  public let window: Range<Int>
  /// Bars in a year: 252 for daily bars of a stock exchange.
  public let periodsPerYear: Double
  /// The price columns by the names rules use, with the store of shared indicator columns.
  public let environment: ColumnEnvironment

  /// Creates a market.
  ///
  /// - Parameters:
  ///   - series: The prices.
  ///   - window: The bars to score; all bars when `nil`. It must be a part of the series and not
  ///     be empty.
  ///   - periodsPerYear: Bars in a year, above zero.
  ///   - store: Where indicator columns are kept; it must not be shared with another series.
  public init(
    series: PriceSeries, window: Range<Int>? = nil, periodsPerYear: Double,
    store: ColumnStore = ColumnStore()
  ) {
    let window = window ?? 0..<series.count
    precondition(!window.isEmpty, "a window has at least one bar")
    precondition(
      window.lowerBound >= 0 && window.upperBound <= series.count,
      "a window is a part of its series")
    self.series = series
    self.window = window
    self.periodsPerYear = periodsPerYear
    environment = ColumnEnvironment(
      rowCount: series.count, inputs: Self.inputs(of: series), times: series.clockTimes,
      store: store)
  }

  private init(_ market: Market, window: Range<Int>) {
    series = market.series
    self.window = window
    periodsPerYear = market.periodsPerYear
    environment = market.environment
  }

  /// The same market scored from a later bar on, as `set start common` wants it.
  ///
  /// - Parameter bar: The first bar to score; bars outside the window leave it as it is.
  /// - Returns: The market with the rest of its window.
  public func starting(at bar: Int) -> Market {
    guard window.contains(bar) else { return self }
    return Market(self, window: bar..<window.upperBound)
  }

  /// The environment of one candidate: the price columns and its parameters as numbers.
  func environment(adding parameters: [(name: String, value: Double)]) -> ColumnEnvironment {
    var environment = environment
    for (name, value) in parameters { environment.inputs[name] = .scalar(value) }
    return environment
  }

  private static func inputs(of series: PriceSeries) -> [String: ColumnValue] {
    [
      "open": .column(series.open), "high": .column(series.high), "low": .column(series.low),
      "close": .column(series.close), "volume": .column(series.volume),
    ]
  }
}
