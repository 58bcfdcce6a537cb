import PlateauMarket

/// Where sessions begin and end, as masks of bars.
struct SessionMasks {
  /// The first bars of dates.
  let first: BarMask
  /// The last bars of sessions.
  let last: BarMask

  /// Finds the sessions of a series.
  init(_ series: PriceSeries) {
    let calendar = SessionCalendar(series)
    first = BarMask(calendar.isFirst)
    last = BarMask(calendar.isLast)
  }

  /// Where a position is closed because its session is over.
  struct Exit {
    let bar: Int
    /// Whether the session ended early, so that the next one's first open closes the position.
    let isAtOpen: Bool
  }

  /// The end of a position's session.
  ///
  /// - Parameters:
  ///   - entryBar: The bar of its entry fill.
  ///   - firstBar: The first bar whose close finds it held.
  ///   - end: The bar after the last.
  /// - Returns: `nil` where no session ends before.
  func exit(entryBar: Int, from firstBar: Int, before end: Int) -> Exit? {
    let close = last.first(in: firstBar..<max(firstBar, end))
    let open = first.first(in: entryBar + 1..<max(entryBar + 1, min(end, (close ?? end) + 1)))
    return open.map { Exit(bar: $0, isAtOpen: true) }
      ?? close.map { Exit(bar: $0, isAtOpen: false) }
  }
}

extension BarMask {
  /// Creates a mask from a truth value a bar.
  fileprivate init(_ values: [Bool]) {
    self.init(count: values.count)
    for (bar, value) in values.enumerated() where value { self[bar] = true }
  }
}
