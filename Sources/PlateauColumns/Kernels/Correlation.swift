extension ColumnFunction {
  /// Pearson's correlation.
  static let correl = ColumnFunction(
    name: "correl",
    arguments: [Argument("a", .series), Argument("b", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "correlation of the last values of two series, -1 to 1",
    formula: "covariance(a, b) / (stddev(a) * stddev(b)) over the last n values (TA-Lib CORREL); "
      + "0 where either has not moved",
    warmUp: "defined from the n-th value on",
    example: "correl(high, low, 30)", talibName: "CORREL",
    source: "Pearson (1895), Notes on regression and inheritance",
    bounds: -1...1,
    kernel: .columns(reads: []) { inputs in
      rollingPairs(of: inputs.series[0], inputs.series[1], length: inputs.length(0)) { spreads in
        let both = spreads.first.squareRoot() * spreads.second.squareRoot()
        if both == 0 || spreads.first <= 0 || spreads.second <= 0 { return 0 }
        let correlation = spreads.both / both
        return correlation.isNaN ? .nan : Swift.min(Swift.max(correlation, -1), 1)
      }
    })

  /// The slope of one series' returns on another's.
  static let beta = ColumnFunction(
    name: "beta",
    arguments: [Argument("a", .series), Argument("b", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "how much b returns for each 1% that a returns: a is the market, b the asset",
    formula: "covariance(ra, rb) / variance(ra) over the last n returns, r = x / x[1] - 1 "
      + "(TA-Lib BETA); 0 where a has not moved, undefined after a 0",
    warmUp: "defined from value n + 1 on",
    example: "beta(close, volume, 20)", talibName: "BETA",
    kernel: .columns(reads: []) { inputs in
      let returns = inputs.series.map { percentChange(of: $0, length: 1) }
      return rollingPairs(of: returns[0], returns[1], length: inputs.length(0)) { spreads in
        spreads.first <= 0 ? 0 : spreads.both / spreads.first
      }
    })
}
