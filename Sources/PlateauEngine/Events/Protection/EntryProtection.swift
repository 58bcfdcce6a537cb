import PlateauColumns
import PlateauMarket

/// What prices and time do to the positions of one candidate.
struct EntryProtection {
  let terms: EntryTerms
  let mode: ExecutionSettings.Protection

  /// The first bar in a range whose close finds the position held for the limit.
  func limitBar(entryBar: Int, from first: Int, before end: Int, _ prices: PriceView) -> Int? {
    guard let limit = terms.limit, first < end else { return nil }
    guard case .scalar(let length) = limit.value else {
      return (first..<end).first { bar in
        held(limit.unit, from: entryBar, to: bar, prices) >= limit.value[bar]
      }
    }
    // Time held only grows, so the bar is found by halving.
    var (low, high) = (first, end)
    while low < high {
      let middle = (low + high) / 2
      if held(limit.unit, from: entryBar, to: middle, prices) >= length {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low < end ? low : nil
  }

  private func held(
    _ unit: HoldingLimit.Unit, from entryBar: Int, to bar: Int, _ prices: PriceView
  ) -> Double {
    switch unit {
    case .bars: Double(bar - entryBar)
    case .days: Double(prices.series.calendarDays(from: entryBar, to: bar))
    }
  }

  /// The first exit that prices force between two bars, both included.
  func exit(
    _ exits: ProtectiveExits, from first: Int, through last: Int, _ prices: PriceView
  ) -> (bar: Int, price: Double, reason: ExitReason)? {
    guard exits.isActive, first <= last else { return nil }
    var exits = exits
    for bar in first...last {
      let (high, low, close) = (prices.high[bar], prices.low[bar], prices.close[bar])
      if let exit = exits.exit(
        open: prices.open[bar], high: high, low: low, close: close, by: mode)
      {
        return (bar, exit.price, exit.reason)
      }
      exits.follow(high: high, low: low, close: close, by: mode)
    }
    return nil
  }
}

extension ProtectiveExits {
  /// Whether there is any price that would close the position.
  var isActive: Bool { !stopLevel.isNaN || !targetLevel.isNaN || !trailDistance.isNaN }
}
