extension ColumnFunction {
  /// The share of upward movement.
  static let plusDI = ColumnFunction(
    name: "plus_di", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "plus directional indicator after Wilder, 0 to 100",
    formula: "100 * upward movement / true range, both sums s = s - s/n + x; 0 without any range;"
      + " plus_di(1) is not times 100 (TA-Lib PLUS_DI)",
    warmUp: "defined from bar n + 1 on",
    example: "plus_di(14)", talibName: "PLUS_DI",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      directionalIndicator(of: bars, length: bars.length(0)) { $0.plus }
    })

  /// The share of downward movement.
  static let minusDI = ColumnFunction(
    name: "minus_di", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "minus directional indicator after Wilder, 0 to 100",
    formula: "100 * downward movement / true range, both sums s = s - s/n + x; 0 without any range;"
      + " minus_di(1) is not times 100 (TA-Lib MINUS_DI)",
    warmUp: "defined from bar n + 1 on",
    example: "minus_di(14)", talibName: "MINUS_DI",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      directionalIndicator(of: bars, length: bars.length(0)) { $0.minus }
    })

  /// The strength of a trend in either direction.
  static let adx = ColumnFunction(
    name: "adx", arguments: [Argument("length", .length)], result: .always(.number),
    summary: "average directional index after Wilder: strength of a trend, 0 to 100",
    formula: "dx = 100 * |plus_di - minus_di| / (plus_di + minus_di), smoothed by 1/n; first the"
      + " mean of n values; unchanged on bars without movement (TA-Lib ADX)",
    warmUp: "defined from bar 2n on",
    example: "adx(14)", talibName: "ADX",
    source: "Wilder (1978), New Concepts in Technical Trading Systems",
    bounds: 0...100,
    kernel: .columns(reads: [.high, .low, .close]) { bars in
      averageDirectionalIndex(of: bars, length: bars.length(0))
    })
}

/// Wilder's sums of directional movement and true range.
private struct DirectionalSums {
  let length: Int
  /// The movements of bars that go above the high before, more than below the low before.
  private(set) var plus = 0.0
  /// The movements of bars that go below the low before, more than above the high before.
  private(set) var minus = 0.0
  /// The true ranges.
  private(set) var range = 0.0
  /// Bars that were added; the sums count from `length` bars on.
  private(set) var added = 0

  init(length: Int) { self.length = length }

  /// Whether the bars hold any true range to divide by.
  var hasRange: Bool { Swift.abs(range) >= .negligible }

  /// Adds the bar that moved so far up, so far down and so far in all.
  mutating func add(up: Double, down: Double, range trueRange: Double) {
    added += 1
    if added >= length {
      let count = Double(length)
      plus -= plus / count
      minus -= minus / count
      range -= range / count
    }
    if down > 0, up < down {
      minus += down
    } else if up > 0, up > down {
      plus += up
    }
    range += trueRange
  }
}

/// Calls `body` for every bar whose directional sums count, and `restart` where they start again.
///
/// - Complexity: O(rows).
private func eachDirectionalSums(
  of bars: FunctionInputs, length: Int, restart: () -> Void = {},
  _ body: (_ row: Int, _ sums: DirectionalSums) -> Void
) {
  let (high, low) = (bars[.high], bars[.low])
  let ranges = trueRange(high: high, low: low, close: bars[.close])
  var sums = DirectionalSums(length: length)
  for row in high.indices.dropFirst() {
    let (up, down) = (high[row] - high[row - 1], low[row - 1] - low[row])
    guard up.isFinite, down.isFinite, ranges[row].isFinite else {
      sums = DirectionalSums(length: length)
      restart()
      continue
    }
    sums.add(up: up, down: down, range: ranges[row])
    if sums.added >= length { body(row, sums) }
  }
}

/// One of the two directional indicators.
private func directionalIndicator(
  of bars: FunctionInputs, length: Int, _ movement: (DirectionalSums) -> Double
) -> [Double] {
  var result = [Double](repeating: .nan, count: bars.rowCount)
  let full: Double = length > 1 ? 100 : 1
  eachDirectionalSums(of: bars, length: length) { row, sums in
    let share = sums.hasRange ? full * (movement(sums) / sums.range) : 0
    result[row] = share.kept(within: 0...full)
  }
  return result
}

/// Wilder's average directional index.
private func averageDirectionalIndex(of bars: FunctionInputs, length: Int) -> [Double] {
  var result = [Double](repeating: .nan, count: bars.rowCount)
  let count = Double(length)
  var (seed, average, seen) = (0.0, 0.0, 0)
  eachDirectionalSums(of: bars, length: length, restart: { (seed, seen) = (0, 0) }) { row, sums in
    let plus = sums.hasRange ? 100 * (sums.plus / sums.range) : 0
    let minus = sums.hasRange ? 100 * (sums.minus / sums.range) : 0
    let moves = plus + minus >= .negligible
    let index = moves ? 100 * (Swift.abs(minus - plus) / (plus + minus)) : 0
    seen += 1
    if seen <= length {
      seed += index
      average = seed / count
    } else if moves {
      average = (average * (count - 1) + index) / count
    }
    if seen >= length { result[row] = average.kept(within: 0...100) }
  }
  return result
}
