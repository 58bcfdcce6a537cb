import Testing

/// Values that TA-Lib, plain Python or a pencil gave for made-up bars.
@Suite struct BarFunctionFactTests {
  @Test("a function of bars answers what TA-Lib answers", arguments: TalibBarFacts.all.map(\.call))
  func talib(_ text: String) throws {
    let fact = try #require(TalibBarFacts.all.first { $0.call == text })
    let found = try IndicatorCall(text).values(on: TalibBarFacts.columns)
    #expect(found.firstIndex { !$0.isNaN } == fact.firstRow)
    for (row, wanted) in fact.values {
      // Where nothing moves TA-Lib is left with the roundings of its running sums.
      let floor = wanted.magnitude < 1e-12 ? 1e-12 : 1e-9 * abs(wanted)
      #expect(abs(found[row] - wanted) <= floor, "\(fact.talib) row \(row)")
    }
  }

  @Test func `what TA-Lib refuses at length 1 follows its formula`() throws {
    let bars: [String: [Double]] = [
      "high": [11, 12, 14, 13], "low": [9, 11, 11, 10], "close": [10, 11, 13, 10],
      "volume": [5, 6, 7, 8],
    ]
    // Movements up 1 2 -1, down -2 0 1: DX is 100 where there is a movement at all.
    try expect("adx(1)", bars, [.nan, 100, 100, 100])
    try expect("cci(1)", bars, [0, 0, 0, 0])
    // Typical prices 10, 34/3, 38/3, 11: up, up, down.
    try expect("mfi(1)", bars, [.nan, 100, 100, 0])
    try expect("willr(1)", bars, [-50, -100, -100.0 / 3, -100])
    try expect("aroon_up(1)", bars, [.nan, 100, 100, 0])
    try expect("aroon_down(1)", bars, [.nan, 0, 100, 100])
  }

  /// Plain Python: `sum(tp[j] * v[j] for j in w) / sum(v[j] for j in w)` over `w = range(i-2, i+1)`.
  @Test func `a volume-weighted average is undefined where nothing was traded`() throws {
    let found = try IndicatorCall("vwap(3)").values(on: TalibBarFacts.columns)
    #expect(found.indices.filter { found[$0].isNaN } == [0, 1, 20, 21])
    let expected = [
      2: 51.383620689655174, 15: 50.19583765112263, 19: 50, 22: 50.24333333333334,
      31: 45.97105263157895, 39: 44.318030303030305,
    ]
    for (row, wanted) in expected { #expect(abs(found[row] - wanted) <= 1e-12 * wanted) }
  }

  /// Plain Python: `100 * log10(sum(tr[i-n+1:i+1]) / (max(h[i-n+1:i+1]) - min(l[i-n+1:i+1]))) /
  /// log10(n)`.
  @Test(arguments: [
    (2, [2: 55.56979062159632, 16: 0, 22: 0, 24: 53.2394449917003, 39: 23.606735823352608]),
    (5, [5: 56.47715172854182, 17: 52.47944362919845, 22: 0, 39: 64.1935339059417]),
  ])
  func `choppiness compares the way with the distance`(
    length: Int, expected: [Int: Double]
  ) throws {
    let found = try IndicatorCall("chop(\(length))").values(on: TalibBarFacts.columns)
    #expect(found.firstIndex { !$0.isNaN } == length)
    // Without any range there is nothing to compare with.
    #expect(found[21].isNaN)
    for (row, wanted) in expected { #expect(abs(found[row] - wanted) <= 1e-12 * wanted) }
    let short = try IndicatorCall("chop(1)").values(on: TalibBarFacts.columns)
    #expect(!short.contains { !$0.isNaN })
  }

  @Test func `Supertrend starts above, follows, and turns where the close is beyond`() throws {
    let bars: [String: [Double]] = [
      "high": [11, 12, 13, 17, 18, 18, 14, 13], "low": [9, 10, 11, 13, 16, 15, 11, 11],
      "close": [10, 11, 12, 17, 17, 16, 12, 12],
    ]
    // True ranges from bar 1: 2 2 5 2 3 5 2; with length 1 they are the average.
    // Middles from bar 1: 11 12 15 17 16.5 12.5 12. Multiplier 1:
    // bar 1: bands 9 and 13, falling: 13.           bar 2: 10 and 14; the upper stays 13.
    // bar 3: 10 and 20; the upper stays 13, the close 17 is above: rising, 10.
    // bar 4: 15 and 19 (the close before was above 13): 15.
    // bar 5: 13.5; the lower stays 15.              bar 6: 7.5; it stays 15, the close 12 is below:
    // falling; the upper would be 17.5, min(17.5, 19) as bar 5 left 19: 17.5.
    // bar 7: 14; below 17.5: 14.
    try expect("supertrend(1, 1)", bars, [.nan, 13, 13, 10, 15, 15, 17.5, 14])
  }

  /// Plain Python:
  /// `lo = lo if lo > lo1 or c[i-1] < lo1 else lo1; hi = hi if hi < hi1 or c[i-1] > hi1 else hi1;
  /// up = (not c[i] < lo) if up else c[i] > hi; line = lo if up else hi`, first `up = False`, with
  /// Wilder's average true range about `(h + l) / 2`.
  @Test(arguments: [
    (
      "supertrend(3, 2)",
      [
        3: 54.49333333333333, 15: 51.9230658436214, 21: 50.19269282965913, 22: 49.80730717034087,
        24: 49.80730717034087, 27: 50.97706082455169, 39: 45.71500418887019,
      ]
    ),
    (
      "supertrend(4, 0.7)",
      [
        4: 53.40200000000001, 15: 51.01286401748657, 21: 50.14521231727558, 22: 49.85478768272442,
        24: 50.45244307153249, 27: 49.25419574689793, 39: 44.29501830732388,
      ]
    ),
  ])
  func `Supertrend agrees with plain Python`(_ text: String, expected: [Int: Double]) throws {
    let found = try IndicatorCall(text).values(on: TalibBarFacts.columns)
    #expect(found.firstIndex { !$0.isNaN } == expected.keys.min())
    for (row, wanted) in expected { #expect(abs(found[row] - wanted) <= 1e-12 * wanted) }
  }

  @Test func `Heikin-Ashi bars are averaged bars`() throws {
    let bars: [String: [Double]] = [
      "open": [10, 12, 11], "high": [14, 13, 12], "low": [8, 11, 5], "close": [12, 12, 6],
    ]
    // Closes (10+14+8+12)/4 = 11, 12, 8.5; opens (10+12)/2 = 11, (11+11)/2 = 11, (11+12)/2 = 11.5.
    try expect("heikin_ashi_close()", bars, [11, 12, 8.5])
    try expect("heikin_ashi_open()", bars, [11, 11, 11.5])
    try expect("heikin_ashi_high()", bars, [14, 13, 12])
    try expect("heikin_ashi_low()", bars, [8, 11, 5])
    // A bar that opens far above the one before: the averaged open is the low, then the high.
    let jump: [String: [Double]] = [
      "open": [10, 20, 5], "high": [10, 22, 6], "low": [10, 19, 4], "close": [10, 21, 5],
    ]
    try expect("heikin_ashi_open()", jump, [10, 10, 15.25])
    try expect("heikin_ashi_low()", jump, [10, 10, 4])
    try expect("heikin_ashi_high()", jump, [10, 22, 15.25])
  }

  private func expect(
    _ text: String, _ bars: [String: [Double]], _ expected: [Double]
  ) throws {
    let difference = firstDifference(
      try IndicatorCall(text).values(on: bars), expected, within: 1e-14)
    #expect(difference == nil, "\(text)")
  }
}
