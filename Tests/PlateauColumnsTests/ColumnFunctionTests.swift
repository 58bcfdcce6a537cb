import PlateauColumns
import Testing

@Suite struct ColumnFunctionTests {
  private func call(_ name: String, _ series: [Double], _ length: Int) throws -> [Double] {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    let n = program.append(.constant(Double(length)))
    program.append(.call(name, [a, n]))
    let environment = ColumnEnvironment(rowCount: series.count, inputs: ["a": .column(series)])
    return try program.evaluate(in: environment).column(rowCount: series.count)
  }

  @Test func `averages that are equal as decimals are equal as numbers`() throws {
    // 0.1 + 0.2 + 0.3 = 0.6 and 0.1 + 0.3 = 0.4: the means 0.2 and 0.2 tie; sums of doubles do not.
    let series = [0.1, 0.2, 0.3, 0.1, 0.3, 0.2]
    let two = try call("sma", series, 2)
    let three = try call("sma", series, 3)
    #expect(three[3] == 0.2)  // (0.2 + 0.3 + 0.1) / 3
    #expect(two[3] == 0.2)  // (0.3 + 0.1) / 2
  }

  @Test func `a long drift leaves no trace in a short average`() throws {
    var series = [Double](repeating: 0.1, count: 100_000)
    series[10] = 1e9
    let mean = try call("sma", series, 3)
    #expect(mean[99_999] == 0.1)
    // Thirds are no decimals: the sum is carried in two doubles.
    var thirds = [Double](repeating: 1.0 / 3, count: 100_000)
    thirds[10] = 1e12
    #expect(abs(try call("sma", thirds, 3)[99_999] - 1.0 / 3) < 1e-16)
  }

  @Test func `an undefined value makes windows undefined until it has left them`() throws {
    let series = [1, 2, .nan, 4, 5, 6]
    let mean = try call("sma", series, 2)
    #expect(mean.map(\.isNaN) == [true, false, true, true, false, false])
    #expect(mean[4] == 4.5)
    let high = try call("highest", series, 2)
    #expect(high.map(\.isNaN) == [true, false, true, true, false, false])
  }

  @Test(arguments: [1, 2, 3, 7, 50, 200])
  func `rolling extremes are those of each window`(length: Int) throws {
    var random = RandomStream(seed: UInt64(length))
    let series = (0..<200).map { _ in (random.uniform() * 20).rounded() }
    let high = try call("highest", series, length)
    let low = try call("lowest", series, length)
    for row in series.indices {
      guard row >= length - 1 else {
        #expect(high[row].isNaN && low[row].isNaN)
        continue
      }
      let window = series[(row - length + 1)...row]
      #expect(high[row] == window.max() && low[row] == window.min())
    }
  }

  @Test func `without any movement the RSI is 0`() throws {
    let flat = try call("rsi", [Double](repeating: 7, count: 20), 14)
    #expect(flat[14] == 0 && flat[13].isNaN)
    let rising = try call("rsi", (1...20).map(Double.init), 14)
    #expect(rising[14] == 100)
  }

  @Test(
    .enabled(if: Reference.isPresent, "needs ../shared"),
    arguments: [("SMA_20", "sma", 20), ("EMA_20", "ema", 20), ("RSI_14", "rsi", 14)])
  func `indicators on real prices agree with TA-Lib`(
    column: String, function: String, length: Int
  ) throws {
    let prices = try Reference.columns("data/GOOG_daily.csv")
    let reference = try Reference.columns("reference/indicators/GOOG.csv")
    let close = try #require(prices["Close"])
    let expected = try #require(reference[column])
    let found = try call(function, close, length)
    #expect(found.count == expected.count)
    for (row, (value, wanted)) in zip(found, expected).enumerated() {
      #expect(value.isNaN == wanted.isNaN, "row \(row)")
      // The reference carries up to 13 digits.
      if !wanted.isNaN { #expect(abs(value - wanted) <= 1e-9 * abs(wanted), "row \(row)") }
    }
  }
}
