import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct ResolveTests {
  private func resolved(
    _ text: String, _ kind: ValueKind = .number, labels: [String] = [], allowsNone: Bool = false
  ) throws -> ResolvedValues {
    try resolve(
      Samples.values(text), kind: kind, labels: labels, allowsNone: allowsNone, name: "x")
  }

  @Test func `a range holds decimals, each rounded once`() throws {
    let values = try resolved("0.3..2.0 step 0.1").values
    #expect(
      values == [
        0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0,
      ])
    let percents = try resolved("1%..10% step 1%", .fraction).values
    #expect(percents == [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1])
    #expect(0.01 + 6 * 0.01 != 0.07)
  }

  private static let ranges: [(String, [Double])] = [
    ("5..10", [5, 6, 7, 8, 9, 10]), ("5..52 step 20", [5, 25, 45]), ("-2..2 step 2", [-2, 0, 2]),
    ("5..5", [5]), ("0.5..0.5", [0.5]), ("{10, 5, 7.5}", [10, 5, 7.5]), ("3, 1", [3, 1]),
    ("2 * 5", [10]), ("10 / 4", [2.5]), ("2 ^ 3..12 step 2", [8, 10, 12]),
    ("0..1 count 5", [0, 0.25, 0.5, 0.75, 1]), ("0..1 count 4", [0, 1.0 / 3, 2.0 / 3, 1]),
    ("1..64 log step 2", [1, 2, 4, 8, 16, 32, 64]),
    ("0.1..1000 log step 10", [0.1, 1, 10, 100, 1000]),
    ("1..1000 log count 4", [1, 10, 100, 1000]), ("-0.0", [0]),
    ("1e-3..3e-3 step 1e-3", [0.001, 0.002, 0.003]),
    // The end is within 1e-9 of a step: 3 · 0.3333333333 is 0.9999999999.
    ("0..1 step 0.3333333333", [0, 0.3333333333, 0.6666666666, 0.9999999999]),
    ("0..0.9999999999 step 0.33333333334", [0, 0.33333333334, 0.66666666668, 1.00000000002]),
  ]

  @Test(arguments: ranges)
  func `values are counted out by index`(text: String, expected: [Double]) throws {
    let values = try resolved(text).values
    #expect(values.count == expected.count)
    for (value, wanted) in zip(values, expected) {
      #expect(text.contains("log count") ? abs(value - wanted) < 1e-12 * wanted : value == wanted)
    }
  }

  @Test func `evenly spaced values are fractions rounded once`() throws {
    // 0.1 + i · 0.1 / 3 is (3 + i) / 30.
    #expect(try resolved("0.1..0.2 count 4").values == [0.1, 4.0 / 30, 5.0 / 30, 0.2])
  }

  @Test func `lengths spaced by ratios are whole and none comes twice`() throws {
    // 1, 1.78, 3.16, 5.62, 10 rounded.
    #expect(try resolved("1..10 log count 5", .length).values == [1, 2, 3, 6, 10])
    #expect(try resolved("1..4 log count 9", .length).values == [1, 2, 3, 4])
  }

  @Test func `a million values are counted in one go`() throws {
    let values = try resolved("1..1_000_000", .length).values
    #expect(values.count == 1_000_000)
    #expect(values.last == 1_000_000)
  }

  @Test func `none is a value where it is allowed`() throws {
    let values = try resolved("{none, 3%, 5%}", .fraction, allowsNone: true)
    #expect(values.values[0].isNaN)
    #expect(values.text == "{none, 3%, 5%}")
    #expect(throws: Diagnostic.self) { try resolved("{none, none}", allowsNone: true) }
    #expect(throws: Diagnostic.self) { try resolved("none") }
  }

  @Test func `words are indices into the words there are`() throws {
    let values = try resolved("CLOSE, next_open", .text, labels: ["next_open", "close"])
    #expect(values.values == [1, 0])
    #expect(values.labels == ["next_open", "close"])
    #expect(values.text == "{close, next_open}")
    #expect(try resolved("\"a b\"", .text, labels: ["a b"]).text == "\"a b\"")
  }

  @Test func `a mode is handed through`() throws {
    let values = try resolved("fraction {50%, 100%}", .fraction)
    #expect(values.mode == "fraction")
    #expect(values.values == [0.5, 1])
    #expect(values.text == "fraction {50%, 100%}")
  }

  @Test(arguments: [
    "5..50 step 5", "{1, 2}", "3, 4", "0.5", "1..100 log count 3", "0..1 count 7", "-1..1", "{3}",
  ]) func `the text parses back to the same values`(text: String) throws {
    let first = try resolved(text)
    let again = try resolved(first.text)
    #expect(again.values == first.values)
    #expect(again.text == first.text)
  }

  @Test(arguments: ["1d..7d step 1d", "5", "1..20"])
  func `days take times of a fixed length and bare numbers`(text: String) throws {
    #expect(try !resolved(text, .days).values.isEmpty)
    #expect(throws: Diagnostic.self) { try resolved("1mo", .days) }
  }

  @Test func `a minimum is held`() throws {
    let values = try Samples.values("0..5")
    #expect(throws: Diagnostic.self) {
      try resolve(values, kind: .length, atLeast: 1, name: "x")
    }
  }
}
