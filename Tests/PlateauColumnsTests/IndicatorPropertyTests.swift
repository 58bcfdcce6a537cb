import PlateauColumns
import Testing

/// What holds for every function of a series, whatever its formula.
@Suite struct IndicatorPropertyTests {
  /// A call with the given length wherever a length stands.
  private static func calls(_ n: Int) -> [String] {
    let plain = [
      "sma", "ema", "wma", "dema", "tema", "kama", "trima", "hma", "trix", "stddev", "zscore",
      "linearreg", "linearreg_slope", "roc", "mom", "change", "cmo", "rsi", "percentrank", "sum",
      "highest", "lowest",
    ]
    return plain.map { "\($0)(x, \(n))" } + [
      "t3(x, \(n), 0.7)", "macd(x, \(n), \(n), \(n))", "macd_signal(x, 1, \(n), \(n))",
      "macd_hist(x, 2, \(n), 3)", "bbands_upper(x, \(n), 2)", "bbands_middle(x, \(n), 2)",
      "bbands_lower(x, \(n), 2)", "stochrsi(x, \(n), 3)", "stochrsi(x, 3, \(n))",
      "stochrsi_d(x, 2, 3, \(n))", "correl(x, y, \(n))", "beta(x, y, \(n))",
    ]
  }

  private func values(_ text: String, _ x: [Double]) throws -> [Double] {
    let y = x.enumerated().map { row, value in 40 + value / 3 + Double(row % 5) }
    return try IndicatorCall(text).values(on: ["x": x, "y": y])
  }

  /// Prices with two decimals.
  private static func walk(_ count: Int, seed: UInt64) -> [Double] {
    var random = RandomStream(seed: seed)
    var cents = 5000.0
    return (0..<count).map { _ in
      cents = max(100, cents + (random.normal() * 80).rounded())
      return cents / 100
    }
  }

  /// Also shows that nothing looks ahead: the rows before the gap know nothing of those after.
  @Test(arguments: [1, 2, 3, 8, 29])
  func `after an undefined value everything begins anew`(length: Int) throws {
    let (before, after) = (Self.walk(90, seed: 1), Self.walk(120, seed: 2))
    for text in Self.calls(length) {
      let found = try values(text, before + [.nan] + after)
      let alone = (try values(text, before), try values(text, after))
      let parts = Array(found.prefix(90)), later = Array(found.suffix(120))
      #expect(firstDifference(parts, alone.0, within: 1e-12) == nil, "\(text)")
      #expect(found[90].isNaN, "\(text)")
      // The second column of a pair stands at another phase after the gap; changes are between
      // two values, whatever lies between them.
      if ["correl", "beta", "roc", "mom", "change"].contains(where: text.hasPrefix) { continue }
      #expect(firstDifference(later, alone.1, within: 1e-12) == nil, "\(text)")
    }
  }

  /// Two decimals for 100 rows, then what could change how an earlier sum is carried.
  @Test(arguments: [1, 4, 30])
  func `later values do not move a value by a bit`(length: Int) throws {
    let prices = Self.walk(200, seed: 8)
    let endings: [(Double) -> Double] = [
      { $0 }, { ($0 * 1.000_123_457e8).rounded() / 1e8 }, { $0 / 7 }, { $0 * 1e300 },
    ]
    let starts: [(Double) -> Double] = [{ $0 }, { $0 / 3 }]
    for (start, ending) in starts.flatMap({ start in endings.map { (start, $0) } }) {
      let series: [Double] = prices.enumerated().map { row, price in
        row < 100 ? start(price) : ending(price)
      }
      for text in Self.calls(length) {
        let whole = try values(text, series)
        for known in [1, 30, 99, 100, 101, 150] {
          let part = try values(text, Array(series.prefix(known)))
          let differs = (0..<known).filter {
            part[$0].isNaN ? !whole[$0].isNaN : part[$0].bitPattern != whole[$0].bitPattern
          }
          #expect(differs == [], "\(text), \(known) rows known")
        }
      }
    }
  }

  @Test func `a change knows nothing of what lies between its two values`() throws {
    for name in ["roc", "mom", "change"] {
      let found = try call("\(name)(x, 3)", [1, 2, 3, .nan, 5, 6, 7, 8])
      let isUndefined = [true, true, true, true, false, false, true, false]
      #expect(found.map(\.isNaN) == isUndefined, "\(name)")
    }
  }

  @Test(arguments: [201, 202, 1 << 53])
  func `a length beyond the rows leaves every row undefined`(length: Int) throws {
    let x = Self.walk(200, seed: 3)
    for text in Self.calls(length) {
      let found = try values(text, x)
      #expect(found.count == 200 && found.allSatisfy(\.isNaN), "\(text)")
      #expect(try values(text, []).isEmpty, "\(text)")
    }
  }

  @Test func `a number that is none gives no band`() throws {
    let x = Self.walk(60, seed: 4)
    for text in ["bbands_upper(x, 5, nan)", "bbands_lower(x, 5, inf)", "t3(x, 2, nan)"] {
      #expect(try values(text, x).allSatisfy(\.isNaN), "\(text)")
    }
    let upper = try values("bbands_upper(x, 5, -2)", x)
    #expect(firstDifference(upper, try values("bbands_lower(x, 5, 2)", x)) == nil)
  }

  @Test func `what stands still has no spread, no change and no rank`() throws {
    let expected: [(String, Double)] = [
      ("wma(x, 5)", 7.3), ("dema(x, 5)", 7.3), ("tema(x, 5)", 7.3), ("kama(x, 5)", 7.3),
      ("trima(x, 5)", 7.3), ("hma(x, 5)", 7.3), ("t3(x, 5, 0.7)", 7.3), ("linearreg(x, 5)", 7.3),
      ("bbands_upper(x, 5, 2)", 7.3), ("bbands_lower(x, 5, 2)", 7.3), ("sum(x, 5)", 36.5),
      ("stddev(x, 5)", 0), ("zscore(x, 5)", .nan), ("linearreg_slope(x, 5)", 0),
      ("roc(x, 5)", 0), ("mom(x, 5)", 0), ("change(x, 5)", 0), ("cmo(x, 5)", 0),
      ("stochrsi(x, 5, 3)", 0), ("stochrsi_d(x, 5, 3, 2)", 0), ("percentrank(x, 5)", 100),
      ("correl(x, x, 5)", 0), ("beta(x, x, 5)", 0),
    ]
    for (text, wanted) in expected {
      let last = try call(text, [Double](repeating: 7.3, count: 40))[39]
      let agrees = wanted.isNaN ? last.isNaN : abs(last - wanted) <= 1e-14 * wanted
      #expect(agrees, "\(text): \(last)")
    }
    let average = try call("macd_hist(x, 3, 6, 2)", [Double](repeating: 7.3, count: 40))[39]
    #expect(abs(average) < 1e-14)
  }

  /// Columns at the ends of what a double can hold.
  private static let extremes: [[Double]] = [
    (0..<80).map { $0 % 2 == 0 ? 1.7e308 : -1.7e308 },
    (0..<80).map { 1.6e308 + Double($0 % 7) * 1e306 },
    (0..<80).map { $0 % 3 == 0 ? .leastNonzeroMagnitude : 0 },
    (0..<80).map { $0 == 40 ? 1e300 : Double($0 % 4) },
    (0..<80).map { $0 % 9 == 4 ? .infinity : Double($0) },
    (0..<80).map { $0 % 9 == 4 ? -.infinity : -1e-300 * Double($0) },
  ]

  @Test(arguments: [1, 2, 5, 20])
  func `nothing is infinite and nothing leaves its bounds`(length: Int) throws {
    for x in Self.extremes + [Self.walk(80, seed: 5)] {
      for text in Self.calls(length) where !text.hasPrefix("highest") && !text.hasPrefix("lowest") {
        let name = String(text.prefix { $0 != "(" })
        let bounds = try #require(ColumnFunction.named(name)).bounds
        for (row, value) in try values(text, x).enumerated() where !value.isNaN {
          #expect(value.isFinite && bounds?.contains(value) ?? true, "\(text) row \(row): \(value)")
        }
      }
    }
  }

  @Test func `the largest of prices leaves no trace in a window`() throws {
    var x = Self.walk(400, seed: 6)
    let calm = x
    x[20] = 1e300
    let windows = ["wma", "trima", "linearreg", "linearreg_slope", "stddev", "zscore", "sum"]
    for name in windows {
      let (found, wanted) = (try call("\(name)(x, 12)", x), try call("\(name)(x, 12)", calm))
      // The column with 1e300 is no decimal, so its sums are rounded where the others are not.
      for row in 32..<400 { #expect(abs(found[row] - wanted[row]) < 1e-11, "\(name) row \(row)") }
    }
  }

  /// The moves alone are small whole multiples of 2^-20: two passes over them are all but exact.
  @Test(arguments: [2, 20, 300])
  func `tiny moves on a large price keep their deviation`(length: Int) throws {
    var random = RandomStream(seed: 7)
    let moves = (0..<2000).map { _ in (random.normal() * 1000).rounded() * 0x1p-20 }
    let found = try call("stddev(x, \(length))", moves.map { 1e8 + $0 })
    let scores = try call("zscore(x, \(length))", moves.map { 1e8 + $0 })
    for row in (length - 1)..<2000 {
      let window = moves[(row - length + 1)...row]
      let mean = window.reduce(0, +) / Double(length)
      let variance = window.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(length)
      let deviation = variance.squareRoot()
      #expect(abs(found[row] - deviation) <= 1e-9 * deviation, "row \(row)")
      let score = (moves[row] - mean) / deviation
      guard deviation > 0 else { continue }
      #expect(abs(scores[row] - score) <= 1e-9 * max(1, abs(score)), "row \(row)")
    }
  }

  @Test func `averages of decimals that are equal are equal numbers`() throws {
    // 0.1 + 2*0.2 + 3*0.3 = 1.4 and 0.1 + 2*0.5 + 3*0.1 = 1.4: both means are 1.4 / 6.
    let (first, second) = (try call("wma(x, 3)", [0.1, 0.2, 0.3]), [0.1, 0.5, 0.1])
    #expect(first[2] == (try call("wma(x, 3)", second))[2])
    #expect(try call("sum(x, 3)", [0.1, 0.2, 0.3])[2] == 0.6)
    #expect(try call("linearreg(x, 3)", [0.1, 0.2, 0.3])[2] == 0.3)
    // Deviations of 0.1 and 0.3 around 0.2: exactly 0.1.
    #expect(try call("stddev(x, 2)", [0.1, 0.3])[1] == 0.1)
  }

  /// Whole cents, then hundredths of cents: sums are made finer on the way.
  @Test func `a finer scale on the way changes no window`() throws {
    var random = RandomStream(seed: 9)
    let units = (0..<120).map { row in
      let unit = Int(random.uniform() * 900_000) + 100_000
      return row < 50 ? unit / 100 * 100 : unit
    }
    let x = units.map { Double($0) / 10_000 }
    let (mean, deviation) = (try call("wma(x, 7)", x), try call("stddev(x, 7)", x))
    let slope = try call("linearreg_slope(x, 7)", x)
    for row in 6..<120 {
      let window = Array(units[(row - 6)...row])
      let sum = window.reduce(0, +)
      let weighted = window.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
      let spread = 7 * window.reduce(0) { $0 + $1 * $1 } - sum * sum
      #expect(mean[row] == Double(weighted) / 280_000)
      #expect(abs(deviation[row] - Double(spread).squareRoot() / 70_000) < 1e-14)
      #expect(abs(slope[row] - Double(weighted - 4 * sum) / 280_000) < 1e-14)
    }
  }
}
