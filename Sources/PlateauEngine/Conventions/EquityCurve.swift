public import PlateauColumns
import PlateauMarket

/// What the statistics of a backtest are computed from, apart from how it came about.
public struct EquityCurve: Sendable {
  /// Money at the start.
  public let openingCash: Double
  /// Equity at each close, never empty.
  public let equity: [Double]
  /// Returns between consecutive closes.
  public let returns: [Double]
  /// The moment of each close.
  public let times: [Timestamp]
  /// The prices at those closes.
  public let closes: [Double]
  /// Closed trades; their bars count from the first close.
  public let trades: [Trade]
  /// Whether the strategy makes trades at all: one that rebalances an account has none.
  public let hasTrades: Bool
  /// Bars in a year.
  public let periodsPerYear: Double

  /// Creates a curve.
  ///
  /// - Parameters:
  ///   - openingCash: Money at the start.
  ///   - equity: Equity at each close, never empty.
  ///   - returns: Returns between consecutive closes; computed from `equity` unless given.
  ///   - times: The moment of each close.
  ///   - closes: The prices at those closes.
  ///   - trades: Closed trades; their bars count from the first close.
  ///   - hasTrades: Whether the strategy makes trades at all.
  ///   - periodsPerYear: Bars in a year.
  public init(
    openingCash: Double, equity: [Double], returns: [Double]? = nil, times: [Timestamp],
    closes: [Double], trades: [Trade] = [], hasTrades: Bool = true, periodsPerYear: Double
  ) {
    precondition(
      !equity.isEmpty && equity.count == times.count && equity.count == closes.count,
      "a moment and a price for each value")
    self.openingCash = openingCash
    self.equity = equity
    self.returns = returns ?? zip(equity.dropFirst(), equity).map { $0 / $1 - 1 }
    self.times = times
    self.closes = closes
    self.trades = trades
    self.hasTrades = hasTrades
    self.periodsPerYear = periodsPerYear
  }

  /// The curve of a backtest.
  public init(_ backtest: Backtest) {
    let (series, bars) = (backtest.market.series, backtest.bars)
    self.init(
      openingCash: backtest.openingCash, equity: backtest.equity, returns: backtest.returns,
      times: Array(series.times[bars]), closes: Array(series.close[bars]),
      trades: backtest.trades.map { $0.moved(by: -backtest.firstBar) },
      hasTrades: backtest.fills == nil, periodsPerYear: backtest.periodsPerYear)
  }

  /// Days from one close to another, parts of days included.
  func days(from first: Int, to last: Int) -> Double {
    Double(times[last].seconds - times[first].seconds) / 86_400
  }

  /// The usual distance of two closes in days: the median of the last hundred.
  var barDays: Double {
    let first = max(0, times.count - 101)
    let distances = (first..<times.count - 1).map { days(from: $0, to: $0 + 1) }.sorted()
    return quantile(0.5, ofSorted: distances)
  }

  /// How far each close lies below the running peak, as a positive fraction of the peak.
  var drawdowns: [Double] {
    var peak = equity[0]
    return equity.map { value in
      peak = max(peak, value)
      return 1 - value / peak
    }
  }
}

extension Trade {
  /// The same trade with its bars counted from elsewhere.
  fileprivate func moved(by bars: Int) -> Trade {
    Trade(
      isLong: isLong, units: units, entryBar: entryBar + bars, exitBar: exitBar + bars,
      entryPrice: entryPrice, exitPrice: exitPrice, fees: fees, borrowing: borrowing, days: days,
      exitReason: exitReason, isAmbiguous: isAmbiguous)
  }
}

extension [Double] {
  /// The sum of the values above zero, and of those below without their sign.
  var gainsAndLosses: (gains: Double, losses: Double) {
    reduce(into: (0, 0)) { sums, value in
      if value > 0 { sums.0 += value } else { sums.1 -= value }
    }
  }

  /// The mean of the values above zero over that of those below; undefined without either.
  var meanGainOverMeanLoss: Double {
    ratio(mean(of: filter { $0 > 0 }), -mean(of: filter { $0 < 0 }))
  }
}
