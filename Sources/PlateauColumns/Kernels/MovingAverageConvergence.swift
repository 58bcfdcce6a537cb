extension ColumnFunction {
  /// The difference of a fast and a slow exponential mean.
  static let macd = convergence(
    name: "macd", summary: "difference of a fast and a slow exponential moving average",
    formula: "ema(x, fast) - ema(x, slow)"
  ) { $0.line }

  /// The exponential mean of that difference.
  static let macdSignal = convergence(
    name: "macd_signal", summary: "exponential moving average of macd",
    formula: "ema(macd, signal)"
  ) { $0.signal }

  /// What the difference is above its mean.
  static let macdHistogram = convergence(
    name: "macd_hist", summary: "macd less its signal", formula: "macd - macd_signal"
  ) { zip($0.line, $0.signal).map { $0 - $1 } }

  private static func convergence(
    name: String, summary: String, formula: String,
    column: @escaping @Sendable (MovingAverageConvergence) -> [Double]
  ) -> ColumnFunction {
    ColumnFunction(
      name: name,
      arguments: [
        Argument("series", .series), Argument("fast", .length), Argument("slow", .length),
        Argument("signal", .length),
      ],
      result: .sameAsFirst, summary: summary,
      formula: formula + "; both averages start with value slow (TA-Lib MACD)",
      warmUp: "defined from value slow + signal - 1 on",
      example: "\(name)(close, 12, 26, 9)", talibName: "MACD",
      source: "Appel (1979), The Moving Average Convergence Divergence Trading Method",
      kernel: .column { series, numbers in
        column(
          MovingAverageConvergence(
            of: series, fast: Int(numbers[0]), slow: Int(numbers[1]), signal: Int(numbers[2])))
      })
  }
}

/// The moving average convergence divergence of a column.
struct MovingAverageConvergence {
  /// The fast mean less the slow one, where the signal is defined too.
  let line: [Double]
  /// The exponential mean of the line.
  let signal: [Double]

  /// Computes both.
  ///
  /// - Parameters:
  ///   - series: The column; after an undefined value all means are seeded again.
  ///   - fast: Values in the seed of one mean, at least 1.
  ///   - slow: Values in the seed of the other; the larger of the two counts as the slow one.
  ///   - signal: Values in the seed of the signal, at least 1.
  /// - Complexity: O(rows).
  init(of series: [Double], fast: Int, slow: Int, signal: Int) {
    let (fast, slow) = (Swift.min(fast, slow), Swift.max(fast, slow))
    // The fast mean is seeded with the last values of the slow one's seed.
    let later = Self.skipping(slow - fast, of: series)
    let difference = zip(
      exponentialMean(of: later, length: fast), exponentialMean(of: series, length: slow)
    ).map { ($0 - $1).ifFinite }
    let mean = exponentialMean(of: difference, length: signal)
    line = zip(difference, mean).map { $1.isNaN ? .nan : $0 }
    self.signal = mean
  }

  /// The column without the first values of every run of defined ones.
  private static func skipping(_ count: Int, of series: [Double]) -> [Double] {
    var defined = 0
    return series.map { value in
      defined = value.isNaN ? 0 : defined + 1
      return defined > count ? value : .nan
    }
  }
}
