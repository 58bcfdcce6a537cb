import Testing

/// Values that TA-Lib, plain Python or a pencil gave for made-up prices.
@Suite struct IndicatorFactTests {
  private static let columns = ["a": TalibFacts.a, "b": TalibFacts.b]

  @Test("a function answers what TA-Lib answers", arguments: TalibFacts.all.map(\.call))
  func talib(_ text: String) throws {
    let fact = try #require(TalibFacts.all.first { $0.call == text })
    let found = try IndicatorCall(text).values(on: Self.columns)
    #expect(found.firstIndex { !$0.isNaN } == fact.firstRow)
    for (row, wanted) in fact.values {
      // Where nothing moves TA-Lib is left with the roundings of its running sums.
      let floor = wanted.magnitude < 1e-6 ? 1e-6 : 1e-9 * abs(wanted)
      #expect(abs(found[row] - wanted) <= floor, "\(fact.talib) row \(row)")
    }
  }

  /// Plain Python, the formula written out: `wma([2*p - q for p, q in zip(wma(a, n//2 or 1),
  /// wma(a, n))], isqrt(n))` with `wma = sum((k+1)*v for k, v in enumerate(w)) / (n*(n+1)/2)`.
  @Test(arguments: [
    (1, [0: 52.4, 22: 42.84, 31: 43.33, 39: 41.2]),
    (2, [1: 54.28, 22: 42.84, 31: 42.73, 39: 41.41666666666667]),
    (9, [10: 51.91025925925927, 22: 42.15277777777778, 31: 45.37255555555555]),
    (16, [18: 46.03638153594772, 22: 42.40678921568627, 39: 42.08570261437907]),
  ])
  func `the Hull average is the weighted mean of weighted means`(
    length: Int, expected: [Int: Double]
  ) throws {
    let found = try call("hma(x, \(length))", TalibFacts.a)
    #expect(found.firstIndex { !$0.isNaN } == expected.keys.min())
    for (row, wanted) in expected { #expect(abs(found[row] - wanted) <= 1e-12 * wanted) }
  }

  @Test func `a percent rank counts the previous values that are not above`() throws {
    // 3 against 5 1 3 2: three of four; 5 against 1 3 2 3: all; 2 against 3 2 3 5: one.
    let found = try call("percentrank(x, 4)", [5, 1, 3, 2, 3, 5, 2])
    #expect(firstDifference(found, [.nan, .nan, .nan, .nan, 75, 100, 25]) == nil)
    // Plain Python: 100 * sum(v <= a[i] for v in a[i-15:i]) / 15
    let long = try call("percentrank(x, 15)", TalibFacts.a)
    #expect(long[14].isNaN && long[15] == 0)
    #expect(abs(long[22] - 100 * 2 / 15.0) < 1e-12 && abs(long[31] - 100 * 7 / 15.0) < 1e-12)
  }

  @Test func `a z-score divides by the population deviation`() throws {
    // 1 3 5 7: mean 4, variance (9 + 1 + 1 + 9) / 4 = 5; 3 5 7 1: (1 - 4) / sqrt(5)
    let found = try call("zscore(x, 4)", [1, 3, 5, 7, 1])
    let root = 5.0.squareRoot()
    #expect(firstDifference(found, [.nan, .nan, .nan, 3 / root, -3 / root], within: 1e-15) == nil)
    // Plain Python: (a[14] - numpy.mean(a[6:15])) / numpy.std(a[6:15])
    #expect(abs(try call("zscore(x, 9)", TalibFacts.a)[14] + 1.5842912650852927) < 1e-12)
  }

  @Test func `Keltner's bands are true ranges away from the exponential mean`() throws {
    let bars: [String: [Double]] = [
      "high": [11, 12, 14, 13, 13], "low": [9, 10, 11, 10, 12], "close": [10, 11, 12, 12, 12.5],
    ]
    // Mean of 3 closes: 11, 11.5, 12. True ranges from bar 1: 2, 3, 3, 1; Wilder's mean of 2:
    // 2.5 on bar 2, (2.5 + 3) / 2 = 2.75, (2.75 + 1) / 2 = 1.875.
    let upper = try IndicatorCall("keltner_upper(3, 2, 2)").values(on: bars)
    #expect(firstDifference(upper, [.nan, .nan, 16, 17, 15.75]) == nil)
    let lower = try IndicatorCall("keltner_lower(3, 2, 2)").values(on: bars)
    #expect(firstDifference(lower, [.nan, .nan, 6, 6, 8.25]) == nil)
    let late = try IndicatorCall("keltner_lower(1, 3, 0)").values(on: bars)
    #expect(firstDifference(late, [.nan, .nan, .nan, 12, 12.5]) == nil)
  }

  @Test func `Donchian's bands include the present bar`() throws {
    let bars: [String: [Double]] = ["high": [5, 9, 6, 7, 8], "low": [4, 3, 5, 2, 6]]
    let upper = try IndicatorCall("donchian_upper(3)").values(on: bars)
    #expect(firstDifference(upper, [.nan, .nan, 9, 9, 8]) == nil)
    let lower = try IndicatorCall("donchian_lower(3)").values(on: bars)
    #expect(firstDifference(lower, [.nan, .nan, 3, 2, 2]) == nil)
  }

  @Test func `changes are from the value so many rows back`() throws {
    let found = try call("change(x, 2)", [1, 2, 4, 8, 3])
    #expect(firstDifference(found, [.nan, .nan, 3, 6, -1]) == nil)
    let percent = try call("roc(x, 1)", [2, 0, 5, -4, -3])
    #expect(firstDifference(percent, [.nan, -100, .nan, -180, -25]) == nil)
  }

  @Test func `roots and logarithms are undefined where they are no finite numbers`() throws {
    let values = [-1, 0, 1, 4, .nan]
    #expect(firstDifference(try call("sqrt(x)", values), [.nan, 0, 1, 2, .nan]) == nil)
    let logarithms = try call("log(x)", values)
    #expect(firstDifference(logarithms, [.nan, .nan, 0, 1.3862943611198906, .nan]) == nil)
    let powers = try call("exp(x)", [0, 1, -800, 800, .nan])
    #expect(firstDifference(powers, [1, 2.718281828459045, 0, .nan, .nan], within: 1e-15) == nil)
  }

  @Test func `a choice is undefined where its condition is`() throws {
    let columns = [
      "c": [1, 0, .nan, 1, 0], "a": [10, 11, 12, .nan, 14], "b": [20, 21, 22, 23, .nan],
    ]
    let found = try IndicatorCall("if(c, a, b)").values(on: columns)
    #expect(firstDifference(found, [10, 21, .nan, .nan, .nan]) == nil)
    #expect(
      firstDifference(
        try IndicatorCall("if(c, 1, b)").values(on: columns),
        [1, 21, .nan, 1, .nan]) == nil)
  }
}
