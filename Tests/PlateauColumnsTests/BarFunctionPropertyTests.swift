import PlateauColumns
import Testing

/// What holds for every function of bars, whatever its formula.
@Suite struct BarFunctionPropertyTests {
  private static let columns = ["open", "high", "low", "close", "volume"]
  private static let volumeCalls = ["obv()", "ad()"]

  /// Calls with the given length wherever a length stands.
  private static func lengthCalls(_ n: Int) -> [String] {
    let plain = [
      "atr", "natr", "adx", "plus_di", "minus_di", "stochf", "cci", "mfi", "willr", "aroon_up",
      "aroon_down", "aroonosc", "vwap", "chop",
    ]
    return plain.map { "\($0)(\(n))" } + [
      "stoch_k(\(n), 1, 2)", "stoch_k(3, \(n), 1)", "stoch_k(2, 2, \(n))", "stoch_d(\(n), 3, 3)",
      "stoch_d(3, 2, \(n))", "stochf_d(\(n), 2)", "stochf_d(2, \(n))", "ultosc(\(n), 2, 3)",
      "ultosc(2, 3, \(n))", "supertrend(\(n), 1.5)",
    ]
  }

  private static let otherCalls =
    volumeCalls + [
      "trange()", "sar(0.02, 0.2)", "sar(0.3, 0.1)", "heikin_ashi_open()", "heikin_ashi_high()",
      "heikin_ashi_low()", "heikin_ashi_close()",
    ]

  /// Bars with two decimals, some of them without range or volume.
  private static func walk(_ count: Int, seed: UInt64) -> [String: [Double]] {
    var random = RandomStream(seed: seed)
    var cents = 5000.0
    var bars = Dictionary(uniqueKeysWithValues: columns.map { ($0, [Double]()) })
    for row in 0..<count {
      let open = max(100, cents + (random.normal() * 30).rounded())
      let stands = row % 13 == 5
      cents = stands ? open : max(100, open + (random.normal() * 80).rounded())
      let reach = stands ? 0 : (random.uniform() * 40).rounded()
      let bar = [
        open, max(open, cents) + reach, min(open, cents) - reach, cents,
        row % 11 == 3 ? 0 : 100 * (random.uniform() * 5000).rounded(),
      ]
      for (name, value) in zip(columns, bar) { bars[name]?.append(value / 100) }
    }
    return bars
  }

  private static func joined(
    _ parts: [[String: [Double]]]
  ) -> [String: [Double]] {
    Dictionary(
      uniqueKeysWithValues: columns.map { name in (name, parts.flatMap { $0[name] ?? [] }) })
  }

  /// Also shows that nothing looks ahead: the rows before the gap know nothing of those after.
  @Test(arguments: [1, 2, 3, 8, 29])
  func `after an undefined bar everything begins anew`(length: Int) throws {
    let (before, after) = (Self.walk(90, seed: 1), Self.walk(120, seed: 2))
    let gap = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, [Double.nan]) })
    for text in Self.lengthCalls(length) + Self.otherCalls {
      let call = IndicatorCall(text)
      let found = try call.values(on: Self.joined([before, gap, after]))
      let alone = (try call.values(on: before), try call.values(on: after))
      let parts = (Array(found.prefix(90)), Array(found.suffix(120)))
      #expect(firstDifference(parts.0, alone.0, within: 1e-9) == nil, "\(text)")
      #expect(found[90].isNaN, "\(text)")
      #expect(firstDifference(parts.1, alone.1, within: 1e-9) == nil, "\(text)")
    }
  }

  @Test(arguments: [201, 202, 1 << 53])
  func `a length beyond the rows leaves every row undefined`(length: Int) throws {
    let bars = Self.walk(200, seed: 3)
    for text in Self.lengthCalls(length) {
      let found = try IndicatorCall(text).values(on: bars)
      #expect(found.count == 200 && found.allSatisfy(\.isNaN), "\(text)")
    }
    let none = Self.walk(0, seed: 3)
    for text in Self.lengthCalls(length) + Self.otherCalls {
      #expect(try IndicatorCall(text).values(on: none).isEmpty, "\(text)")
    }
  }

  @Test func `numbers that make no sense give no values`() throws {
    let bars = Self.walk(60, seed: 4)
    let calls = [
      "sar(-0.02, 0.2)", "sar(0.02, -1)", "sar(nan, 0.2)", "sar(0.02, nan)", "sar(inf, 0.2)",
      "supertrend(3, -1)", "supertrend(3, nan)", "supertrend(3, inf)",
    ]
    for text in calls {
      #expect(try IndicatorCall(text).values(on: bars).allSatisfy(\.isNaN), "\(text)")
    }
    let steep = try IndicatorCall("sar(1e308, 1e308)").values(on: bars)
    #expect(!steep.dropFirst().contains { !$0.isFinite })
    let wide = try IndicatorCall("supertrend(3, 1.7e308)").values(on: bars)
    #expect(!wide.contains { $0.isInfinite })
  }

  @Test func `without volume what needs it is undefined, and nothing else is`() throws {
    var bars = Self.walk(60, seed: 5)
    bars["volume"] = [Double](repeating: .nan, count: 60)
    for text in ["obv()", "ad()", "mfi(5)", "vwap(5)"] {
      #expect(try IndicatorCall(text).values(on: bars).allSatisfy(\.isNaN), "\(text)")
    }
    #expect(try !IndicatorCall("atr(5)").values(on: bars)[59].isNaN)
    bars["volume"] = [Double](repeating: 0, count: 60)
    for (text, wanted) in [("obv()", 0.0), ("ad()", 0), ("mfi(5)", 0), ("vwap(5)", .nan)] {
      let last = try IndicatorCall(text).values(on: bars)[59]
      #expect(last == wanted || last.isNaN && wanted.isNaN, "\(text): \(last)")
    }
  }

  /// TA-Lib answers the same for what it has, but for the roundings of its running sums.
  @Test func `what stands still has no range, no direction and no flow`() throws {
    var bars = Self.walk(60, seed: 6)
    for name in Self.columns {
      bars[name]?.replaceSubrange(20..., with: repeatElement(7.3, count: 40))
    }
    let expected: [(String, Double)] = [
      ("trange()", 0), ("stoch_k(5, 2, 2)", 0), ("stoch_d(5, 2, 2)", 0), ("stochf(5)", 0),
      ("stochf_d(5, 2)", 0), ("willr(5)", 0), ("cci(5)", 0), ("cci(20)", 0), ("mfi(5)", 0),
      ("ultosc(2, 3, 5)", 0), ("aroon_up(5)", 100), ("aroon_down(5)", 100), ("aroonosc(5)", 0),
      ("vwap(5)", 7.3), ("chop(5)", .nan), ("heikin_ashi_close()", 7.3),
    ]
    for (text, wanted) in expected {
      let last = try IndicatorCall(text).values(on: bars)[59]
      let agrees = wanted.isNaN ? last.isNaN : abs(last - wanted) <= 1e-15 * wanted
      #expect(agrees, "\(text): \(last)")
    }
    let flat = Dictionary(
      uniqueKeysWithValues: Self.columns.map { ($0, [Double](repeating: 7.3, count: 40)) })
    for text in ["atr(5)", "natr(5)", "adx(5)", "plus_di(5)", "minus_di(5)"] {
      #expect(try IndicatorCall(text).values(on: flat)[39] == 0, "\(text)")
    }
    for text in ["sar(0.02, 0.2)", "supertrend(5, 3)"] {
      #expect(abs(try IndicatorCall(text).values(on: flat)[39] - 7.3) < 1e-14, "\(text)")
    }
  }

  /// Columns at the ends of what a double can hold, and bars whose prices contradict each other.
  private static let extremes: [[Double]] = [
    (0..<80).map { $0 % 2 == 0 ? 1.7e308 : -1.7e308 },
    (0..<80).map { 1.6e308 + Double($0 % 7) * 1e306 },
    (0..<80).map { $0 % 3 == 0 ? .leastNonzeroMagnitude : 0 },
    (0..<80).map { $0 == 40 ? 1e300 : Double($0 % 4) },
    (0..<80).map { $0 % 9 == 4 ? .infinity : Double($0) },
    (0..<80).map { $0 % 9 == 4 ? -.infinity : -1e-300 * Double($0) },
    (0..<80).map { Double(($0 * 37) % 11) - 5 },
  ]

  @Test(arguments: [1, 2, 5, 20])
  func `nothing is infinite and nothing leaves its bounds`(length: Int) throws {
    for (index, extreme) in Self.extremes.enumerated() {
      for alike in [true, false] {
        var bars = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, extreme) })
        if !alike {
          for (place, name) in Self.columns.enumerated() {
            bars[name] = Self.extremes[(index + place) % Self.extremes.count]
          }
        }
        for text in Self.lengthCalls(length) + Self.otherCalls {
          let name = String(text.prefix { $0 != "(" })
          let bounds = try #require(ColumnFunction.named(name)).bounds
          for (row, value) in try IndicatorCall(text).values(on: bars).enumerated()
          where !value.isNaN {
            let isInside = value.isFinite && bounds?.contains(value) ?? true
            #expect(isInside, "\(text) row \(row): \(value)")
          }
        }
      }
    }
  }

  @Test func `the largest of bars leaves no trace in a window`() throws {
    let calm = Self.walk(400, seed: 7)
    var bars = calm
    for name in Self.columns { bars[name]?[20] = 1e100 }
    for text in Self.lengthCalls(12) {
      // Wilder's means never forget.
      if ["atr", "natr", "adx", "plus_di", "minus_di", "supertrend"].contains(where: text.hasPrefix)
      {
        continue
      }
      let found = try IndicatorCall(text).values(on: bars).dropFirst(60)
      let wanted = try IndicatorCall(text).values(on: calm).dropFirst(60)
      #expect(firstDifference(Array(found), Array(wanted), within: 1e-9) == nil, "\(text)")
    }
  }

  /// The moves alone are small whole multiples of 2^-20, so two passes over them are all but exact.
  @Test(arguments: [2, 3, 20, 300])
  func `tiny moves on a large price keep their channel index`(length: Int) throws {
    var random = RandomStream(seed: 8)
    let moves = (0..<2000).map { _ in (random.normal() * 1000).rounded() * 0x1p-20 }
    let prices = moves.map { 1e8 + $0 }
    let found = try IndicatorCall("cci(\(length))").values(
      on: ["high": prices, "low": prices, "close": prices])
    for row in (length - 1)..<2000 {
      let window = moves[(row - length + 1)...row]
      let mean = window.reduce(0, +) / Double(length)
      let deviation = window.reduce(0) { $0 + abs($1 - mean) } / Double(length)
      let wanted = deviation == 0 ? 0 : (moves[row] - mean) / (0.015 * deviation)
      #expect(abs(found[row] - wanted) <= max(1e-9 * abs(wanted), 1e-9), "row \(row)")
    }
  }

  @Test func `prices that are equal as decimals carry no flow and no deviation`() throws {
    // 9.6 + 9.5 + 9.6 and 9.7 + 9.5 + 9.5 are both 28.7, and differ as sums of doubles.
    let (first, second) = ((9.6, 9.5, 9.6), (9.7, 9.5, 9.5))
    #expect(first.0 + first.1 + first.2 != second.0 + second.1 + second.2)
    let rows = 30
    let prices = (0..<rows).map { $0 % 2 == 0 ? first : second }
    let bars: [String: [Double]] = [
      "high": prices.map(\.0), "low": prices.map(\.1), "close": prices.map(\.2),
      "volume": [Double](repeating: 50, count: rows),
    ]
    #expect(try IndicatorCall("cci(6)").values(on: bars)[29] == 0)
    #expect(try IndicatorCall("mfi(6)").values(on: bars)[29] == 0)
  }

  @Test(arguments: 1...40)
  func `Aroon finds the latest extreme of the last length plus one bars`(length: Int) throws {
    var random = RandomStream(seed: UInt64(length))
    let prices = (0..<150).map { _ in (random.uniform() * 12).rounded() }
    let bars = ["high": prices, "low": prices]
    let up = try IndicatorCall("aroon_up(\(length))").values(on: bars)
    let down = try IndicatorCall("aroon_down(\(length))").values(on: bars)
    for row in length..<150 {
      let window = (0...length).map { prices[row - $0] }
      let (high, low) = (
        window.firstIndex(of: window.max() ?? 0), window.firstIndex(of: window.min() ?? 0)
      )
      let wanted = [high, low].map { 100 * Double(length - ($0 ?? 0)) / Double(length) }
      #expect(firstDifference([up[row], down[row]], wanted) == nil, "row \(row)")
    }
  }
}
