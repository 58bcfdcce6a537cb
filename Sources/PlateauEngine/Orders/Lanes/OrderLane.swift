/// A candidate whose order rules wait for a lane.
struct WaitingOrders {
  let row: Int
  /// Candidates that share this tend to trade together.
  let key: Double
  /// Where its parameters begin among those of all that wait.
  let parameters: Int
  /// The share of cash put in stock at the first close, `nan` for none.
  let startShare: Double
  /// Its series, where they differ from candidate to candidate.
  let series: [OrderSeries]
  let settings: ExecutionSettings
}

/// A candidate while its orders run: what registers do not say.
struct OrderLane {
  /// Opening cash.
  let cash: Double
  let periodsPerYear: Double
  let riskFreePerBar: Double
  let series: [OrderSeries]
  /// The bar since which nothing has been held, `nil` while something is.
  var emptySince: Int?
  /// Closes without units before that.
  var emptyCloses = 0
  /// The bar of the fill that opened the position.
  var entryBar = 0
  /// The last bar that `high` and `low` cover.
  var seenBar = 0
  var high = -Double.infinity
  var low = Double.infinity

  init(_ candidate: WaitingOrders, on market: Market) {
    let settings = candidate.settings
    cash = settings.cash
    periodsPerYear =
      settings.periodsPerYear.isNaN ? market.periodsPerYear : settings.periodsPerYear
    riskFreePerBar = settings.riskFree / periodsPerYear
    series = candidate.series
  }

  /// Begins a position.
  mutating func open(on bar: Int) {
    (entryBar, seenBar, high, low) = (bar, bar - 1, -.infinity, .infinity)
  }
}
