import PlateauColumns
import Testing

/// Conditions over several bars: true (1), false (0) or undefined, after Kleene.
@Suite struct ConditionFunctionTests {
  private static let unknown = Double.nan

  /// All pairs of a condition on the bar before and on this one, and what two bars amount to.
  @Test(arguments: [
    (1, 1, any: 1, all: 1, count: 2),
    (1, 0, any: 1, all: 0, count: 1),
    (1, unknown, any: 1, all: unknown, count: unknown),
    (0, 1, any: 1, all: 0, count: 1),
    (0, 0, any: 0, all: 0, count: 0),
    (0, unknown, any: unknown, all: 0, count: unknown),
    (unknown, 1, any: 1, all: unknown, count: unknown),
    (unknown, 0, any: unknown, all: 0, count: unknown),
    (unknown, unknown, any: unknown, all: unknown, count: unknown),
  ])
  func `two bars have three values`(
    before: Double, now: Double, any: Double, all: Double, count: Double
  ) throws {
    let columns = ["c": [before, now]]
    for (text, wanted) in [("any(c, 2)", any), ("all(c, 2)", all), ("count(c, 2)", count)] {
      let found = try IndicatorCall(text).values(on: columns)[1]
      #expect(found == wanted || found.isNaN && wanted.isNaN, "\(text): \(found)")
    }
  }

  @Test func `a window that is not full is undefined unless it is decided`() throws {
    let early: [Double] = [0, 1, 0, 0, 0, 0]
    try expect("any(c, 4)", early, [Self.unknown, 1, 1, 1, 1, 0])
    try expect("all(c, 4)", early.map { 1 - $0 }, [Self.unknown, 0, 0, 0, 0, 1])
    try expect("count(c, 4)", early, [.nan, .nan, .nan, 1, 1, 0])
    try expect("any(c, \(1 << 53))", early, [.nan, 1, 1, 1, 1, 1])
    try expect("all(c, \(1 << 53))", early, [0, 0, 0, 0, 0, 0])
    try expect("count(c, \(1 << 53))", early, [.nan, .nan, .nan, .nan, .nan, .nan])
  }

  @Test func `a window of one bar is that bar`() throws {
    let column = [1, 0, Self.unknown, 1]
    for name in ["any", "all", "count"] { try expect("\(name)(c, 1)", column, column) }
  }

  /// Folds every window with `or`, `and` and `+` of single values, whose tables are above.
  @Test(arguments: [1, 2, 3, 7, 40, 130])
  func `long windows are folds of short ones`(length: Int) throws {
    var random = RandomStream(seed: UInt64(length))
    let column = (0..<120).map { _ in
      let draw = random.uniform()
      return draw < 0.1 ? Self.unknown : (draw < 0.5 ? 0.0 : 1)
    }
    let any = try IndicatorCall("any(c, \(length))").values(on: ["c": column])
    let all = try IndicatorCall("all(c, \(length))").values(on: ["c": column])
    let count = try IndicatorCall("count(c, \(length))").values(on: ["c": column])
    for row in column.indices {
      let window = (0..<length).map { row < $0 ? Self.unknown : column[row - $0] }
      let isKnown = !window.contains(where: \.isNaN)
      let wanted = (
        window.contains(1) ? 1 : isKnown ? 0 : Self.unknown,
        window.contains(0) ? 0 : isKnown ? 1 : Self.unknown,
        isKnown ? window.reduce(0, +) : Self.unknown
      )
      let found = ([any[row], all[row], count[row]], [wanted.0, wanted.1, wanted.2])
      #expect(firstDifference(found.0, found.1) == nil, "row \(row)")
    }
  }

  @Test func `bars are counted since a condition was true`() throws {
    let column = [0, Self.unknown, 1, 0, 0, Self.unknown, 1, 1, 0]
    try expect("barssince(c)", column, [.nan, .nan, 0, 1, 2, 3, 0, 0, 1])
  }

  @Test func `a value is that of the last bar on which a condition was true`() throws {
    let columns = [
      "c": [0, 1, 0, Self.unknown, 1, 0, 1, 0], "x": [10, 11, 12, 13, 14, 15, Self.unknown, 17],
    ]
    let found = try IndicatorCall("valuewhen(c, x)").values(on: columns)
    #expect(firstDifference(found, [.nan, 11, 11, 11, 14, 14, .nan, .nan]) == nil)
    let constant = try IndicatorCall("valuewhen(1, x)").values(on: columns)
    #expect(firstDifference(constant, columns["x"] ?? []) == nil)
  }

  @Test func `rising asks each change, not the distance`() throws {
    // Changes: + + 0 + - + + +
    let column: [Double] = [1, 2, 3, 3, 4, 2, 5, 6, 7]
    try expect("rising(c, 1)", column, [.nan, 1, 1, 0, 1, 0, 1, 1, 1])
    // Row 6 is above both values before it (TradingView's ta.rising is true there), yet row 5 fell.
    try expect("rising(c, 2)", column, [.nan, .nan, 1, 0, 0, 0, 0, 1, 1])
    try expect("rising(c, 3)", column, [.nan, .nan, .nan, 0, 0, 0, 0, 0, 1])
    try expect("falling(c, 2)", column.map { -$0 }, [.nan, .nan, 1, 0, 0, 0, 0, 1, 1])
    try expect("falling(c, 1)", column, [.nan, 0, 0, 0, 0, 1, 0, 0, 0])
  }

  @Test func `a change beside an undefined value is undefined`() throws {
    let column = [1, 2, Self.unknown, 4, 5, 6, 5]
    try expect("rising(c, 1)", column, [.nan, 1, .nan, .nan, 1, 1, 0])
    try expect("rising(c, 2)", column, [.nan, .nan, .nan, .nan, .nan, 1, 0])
    // A fall decides although another change of the window is undefined.
    try expect("rising(c, 4)", column, [.nan, .nan, .nan, .nan, .nan, .nan, 0])
    try expect("falling(c, 4)", column, [.nan, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: ["any", "all", "rising", "falling"])
  func `the result is a condition`(name: String) throws {
    let function = try #require(ColumnFunction.named(name))
    guard case .always(.condition) = function.result else {
      Issue.record("\(function.result)")
      return
    }
  }

  private func expect(_ text: String, _ column: [Double], _ expected: [Double]) throws {
    let difference = firstDifference(try IndicatorCall(text).values(on: ["c": column]), expected)
    #expect(difference == nil, "\(text)")
  }
}
