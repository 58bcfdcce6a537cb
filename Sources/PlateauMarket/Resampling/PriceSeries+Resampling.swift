import PlateauColumns

extension PriceSeries {
  /// Puts bars together into longer ones: first open, highest high, lowest low, last close, sums
  /// of volume and dividends.
  ///
  /// Bars within the day carry the stamp at which they begin, and hold what was stamped from there
  /// to before the next: `resample(label="left", closed="left")` of pandas. Where the market is
  /// open round the clock they are counted from midnight, and from the beginning of each
  /// session otherwise (`MarketSessions`), so that none crosses the end of one. Days, weeks from
  /// Monday to Sunday and months carry the date of their first bar. A stretch without bars has
  /// none.
  ///
  /// - Parameters:
  ///   - target: The longer interval.
  ///   - name: What the result is called.
  /// - Returns: The longer bars.
  /// - Throws: `ResamplingError` where the bars do not fit into the interval.
  /// - Complexity: O(bars).
  public func resampled(
    to target: BarInterval, as name: String
  ) throws(ResamplingError) -> PriceSeries {
    try interval.requireResampling(to: target)
    var bars = LongerBars(hasDividends: dividends != nil)
    var periods = ResamplingPeriods(of: self, target)
    // The clocks of the market part its days; only bars within the day have times in a zone.
    var keptZone: ClockZone?
    if case .intraday = target { keptZone = zone }
    for bar in 0..<count {
      let stamp = periods.stamp(of: clockTimes[bar])
      let ahead = keptZone == nil ? 0 : clockTimes[bar].seconds - times[bar].seconds
      bars.add(bar, of: self, beginning: Timestamp(seconds: stamp.seconds - ahead))
    }
    return bars.series(named: name, interval: target, zone: keptZone, isSynthetic: isSynthetic)
  }
}

/// Columns of bars that grow by shorter bars.
private struct LongerBars {
  private var times: [Timestamp] = []
  private var open: [Double] = []
  private var high: [Double] = []
  private var low: [Double] = []
  private var close: [Double] = []
  private var volume: [Double] = []
  private var dividends: [Double] = []
  /// What the last sum of volume lost by rounding.
  private var lost = 0.0
  private let hasDividends: Bool

  init(hasDividends: Bool) {
    self.hasDividends = hasDividends
  }

  /// Adds a bar to the last longer one, or begins the next.
  mutating func add(_ bar: Int, of series: PriceSeries, beginning stamp: Timestamp) {
    guard stamp == times.last, let last = times.indices.last else {
      times.append(stamp)
      open.append(series.open[bar])
      high.append(series.high[bar])
      low.append(series.low[bar])
      close.append(series.close[bar])
      volume.append(series.volume[bar])
      if hasDividends { dividends.append(series.dividends?[bar] ?? 0) }
      lost = 0
      return
    }
    high[last] = max(high[last], series.high[bar])
    low[last] = min(low[last], series.low[bar])
    close[last] = series.close[bar]
    // Compensated, after Kahan: sums of fractions of a unit do not drift.
    let term = series.volume[bar] - lost
    let sum = volume[last] + term
    lost = (sum - volume[last]) - term
    volume[last] = sum
    if hasDividends { dividends[last] += series.dividends?[bar] ?? 0 }
  }

  func series(
    named name: String, interval: BarInterval, zone: ClockZone?, isSynthetic: Bool
  ) -> PriceSeries {
    PriceSeries(
      name: name, times: times, open: open, high: high, low: low, close: close, volume: volume,
      dividends: hasDividends ? dividends : nil, interval: interval, zone: zone,
      isSynthetic: isSynthetic)
  }
}
