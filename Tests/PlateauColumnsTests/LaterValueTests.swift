import PlateauColumns
import Testing

/// A mean is the same to the bit whatever values come after it.
@Suite struct LaterValueTests {
  private func mean(_ series: [Double], _ length: Int) throws -> [Double] {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    program.append(.call("sma", [a, program.append(.constant(Double(length)))]))
    let environment = ColumnEnvironment(rowCount: series.count, inputs: ["a": .column(series)])
    return try program.evaluate(in: environment).column(rowCount: series.count)
  }

  /// Prices of two decimals for 200 rows, then what could make an earlier sum another one.
  private static let endings: [(String, @Sendable (Double) -> Double)] = [
    ("two decimals", { $0 }),
    ("eight decimals", { ($0 * 1.000_123_457e8).rounded() / 1e8 }),
    ("no decimals", { $0 * 0.987_654_321_23 }),
    ("large with eight decimals", { ($0 * 1e13).rounded() / 1e8 }),
    ("huge", { $0 * 1e300 }),
    ("undefined", { _ in .nan }),
    ("undefined, then no decimals", { $0 < 100 ? .nan : $0 / 3 }),
  ]

  @Test(arguments: endings)
  func `later values do not move an average by a bit`(
    name: String, ending: @Sendable (Double) -> Double
  ) throws {
    var random = RandomStream(seed: 5)
    let prices = (0..<400).map { _ in (9000 + random.uniform() * 2000).rounded() / 100 }
    let starts: [(Double) -> Double] = [{ $0 }, { $0 / 7 }, { $0 < 105 ? $0 : .nan }]
    for start in starts {
      let series = prices.enumerated().map { $0 < 200 ? start($1) : ending($1) }
      for length in [1, 2, 3, 7, 20, 150] {
        let whole = try mean(series, length)
        for known in [1, 2, 3, 20, 21, 150, 199, 200, 201, 202, 220, 300, 399] {
          let part = try mean(Array(series.prefix(known)), length)
          let differs = (0..<known).filter {
            part[$0].isNaN ? !whole[$0].isNaN : part[$0].bitPattern != whole[$0].bitPattern
          }
          #expect(differs == [], "\(name), mean of \(length), \(known) rows known")
        }
      }
    }
  }

  @Test func `decimal means tie although later values are no decimals`() throws {
    // As decimals 0.6 / 3 = 0.4 / 2; sums of the doubles themselves differ.
    let series = [0.1, 0.2, 0.3, 0.1, 0.3, 0.2, 1.0 / 3, 0.1, 0.3]
    #expect(try mean(series, 3)[3] == 0.2)
    #expect(try mean(series, 2)[3] == 0.2)
    // A finer scale later on: the sums of before are whole at it as well.
    let finer = [0.1, 0.2, 0.3, 0.1, 0.3, 0.2, 0.000_1, 1.0 / 3]
    #expect(try mean(finer, 3)[3] == 0.2)
    #expect(try mean(finer, 3)[6] == 0.166_7)  // (0.3 + 0.2 + 0.0001) / 3
  }

  @Test func `an undefined value begins every sum anew`() throws {
    let series = [1.0 / 3, 1e15 / 3, .nan, 1.0 / 7, 2.0 / 7, 3.0 / 7]
    let two = try mean(series, 2)
    #expect(two.map(\.isNaN) == [true, false, true, true, false, false])
    #expect(abs(two[4] - 1.5 / 7) < 1e-16)
    #expect(abs(two[5] - 2.5 / 7) < 1e-16)
    #expect(try mean([.nan, .nan], 1).allSatisfy(\.isNaN))
    #expect(try mean([], 1) == [])
  }
}
