import PlateauColumns
import Testing

/// Weeks and months put together from shorter bars, and the calendar of the bars themselves.
@Suite struct PeriodTests {
  /// Bars on the given days of 2024-12 and 2025-01, at ten in the morning.
  private func environment(
    _ days: [(month: Int, day: Int)], store: ColumnStore? = nil
  ) throws -> ColumnEnvironment {
    let times = try days.map { month, day in
      let date = try #require(CivilDate(year: month == 12 ? 2024 : 2025, month: month, day: day))
      return Timestamp(date, secondOfDay: 10 * 3600 + 5 * 60)
    }
    let rows = days.indices.map(Double.init)
    return ColumnEnvironment(
      rowCount: days.count,
      inputs: [
        "open": .column(rows.map { 10 + $0 }), "high": .column([15, 19, 14, 18, 13, 17, 12, 16]),
        "low": .column([5, 2, 6, 3, 7, 4, 8, 1]), "close": .column(rows.map { 20 + $0 }),
        "volume": .column(rows.map { 1 + $0 }), "n": .scalar(2),
      ], times: times, store: store)
  }

  /// Thursday and Friday, a week of one day, no bar for a week, then one week across the new year.
  private let days = [
    (12, 12), (12, 13), (12, 18), (12, 30), (12, 31), (1, 2), (1, 3), (1, 6),
  ]

  private func values(
    _ program: ColumnProgram, in environment: ColumnEnvironment
  ) throws -> [Double] {
    try program.evaluate(in: environment).column(rowCount: environment.rowCount)
      .map { $0.isNaN ? -1 : $0 }
  }

  private func over(_ period: BarPeriod, _ program: ColumnProgram) -> ColumnProgram {
    var whole = ColumnProgram()
    whole.append(.completed(period, program))
    return whole
  }

  /// The weeks end with bars 1, 2 and 6; bar 7 belongs to one that is not complete.
  private static let weeks: [(String, [Double])] = [
    ("open", [-1, -1, 10, 12, 12, 12, 12, 13]), ("high", [-1, -1, 19, 14, 14, 14, 14, 18]),
    ("low", [-1, -1, 2, 6, 6, 6, 6, 3]), ("close", [-1, -1, 21, 22, 22, 22, 22, 26]),
    ("volume", [-1, -1, 3, 3, 3, 3, 3, 22]),
    // What follows from the bars follows from those of the weeks: (19 + 2) / 2 and so on.
    ("hl2", [-1, -1, 10.5, 10, 10, 10, 10, 10.5]),
    // The calendar is that of each week's last bar: Friday, Wednesday, Friday.
    ("dayofweek", [-1, -1, 5, 3, 3, 3, 3, 5]), ("month", [-1, -1, 12, 12, 12, 12, 12, 1]),
    ("n", [-1, -1, 2, 2, 2, 2, 2, 2]),
  ]

  @Test(arguments: weeks)
  func `a week is seen from the first bar of the next on`(
    series: String, expected: [Double]
  ) throws {
    let program = over(.weekly, ColumnProgram(input: series))
    #expect(try values(program, in: environment(days)) == expected)
    #expect(try values(program, in: environment(days, store: ColumnStore())) == expected)
  }

  @Test func `a month is seen from the first bar of the next on`() throws {
    let close = over(.monthly, ColumnProgram(input: "close"))
    #expect(try values(close, in: environment(days)) == [-1, -1, -1, -1, -1, 24, 24, 24])
    let low = over(.monthly, ColumnProgram(input: "low"))
    #expect(try values(low, in: environment(days)) == [-1, -1, -1, -1, -1, 2, 2, 2])
  }

  @Test func `lengths and look backs count weeks, and parameters go in as numbers`() throws {
    var mean = ColumnProgram()
    let close = mean.append(.input("close"))
    mean.append(.call("sma", [close, mean.append(.input("n"))]))
    // The closes of the weeks are 21, 22, 26.
    let expected: [Double] = [-1, -1, -1, 21.5, 21.5, 21.5, 21.5, 24]
    for store in [nil, ColumnStore()] {
      var bars = try environment(days, store: store)
      #expect(try values(over(.weekly, mean), in: bars) == expected)
      // Another value of the parameter is another column, in the same store as well.
      bars.inputs["n"] = .scalar(1)
      #expect(
        try values(over(.weekly, mean), in: bars) == [-1, -1, 21, 22, 22, 22, 22, 26])
      bars.inputs["n"] = nil
      #expect(try values(over(.weekly, mean).binding(["n": 2]), in: bars) == expected)
      let renamed = over(.weekly, mean).renamingInputs(["n": "#0"])
      #expect(renamed.inputs == ["close", "#0"])
      #expect(try values(renamed.binding(["#0": 2]), in: bars) == expected)
    }
    var before = ColumnProgram()
    let series = before.append(.input("close"))
    before.append(.lag(series: series, rows: before.append(.constant(1))))
    #expect(
      try values(over(.weekly, before), in: environment(days))
        == [-1, -1, -1, 21, 21, 21, 21, 22])
  }

  @Test func `what stands around a week is per bar`() throws {
    var program = ColumnProgram()
    let week = program.append(.completed(.weekly, ColumnProgram(input: "close")))
    let one = program.append(.constant(1))
    let mean = program.append(.call("sma", [week, program.append(.constant(2))]))
    let before = program.append(.lag(series: week, rows: one))
    program.append(.binary(.subtract, mean, before))
    for store in [nil, ColumnStore()] {
      #expect(
        try values(program, in: environment(days, store: store))
          == [-1, -1, -1, 0.5, 0, 0, 0, 2])
    }
    #expect(program.slice(at: before).inputs == ["close"])
    #expect(program.stepCount == 7)
  }

  @Test func `on weekly bars a week is the bar before`() throws {
    let weekly = try environment([
      (12, 6), (12, 13), (12, 20), (12, 27), (1, 3), (1, 10), (1, 17), (1, 24),
    ])
    #expect(
      try values(over(.weekly, ColumnProgram(input: "close")), in: weekly)
        == [-1, 20, 21, 22, 23, 24, 25, 26])
  }

  @Test func `the calendar is that of the bar's own stamp`() throws {
    let bars = try environment(days)
    func column(_ name: String) throws -> [Double] {
      try values(ColumnProgram(input: name), in: bars)
    }
    #expect(try column("dayofweek") == [4, 5, 3, 1, 2, 4, 5, 1])
    #expect(try column("month") == [12, 12, 12, 12, 12, 1, 1, 1])
    #expect(try column("hour") == [10, 10, 10, 10, 10, 10, 10, 10])
    #expect(try column("minute") == [5, 5, 5, 5, 5, 5, 5, 5])
    let early = ColumnEnvironment(
      rowCount: 1, inputs: [:], times: [Timestamp(seconds: -86_400 * 4 - 60)])
    // 1969-12-27 23:59 was a Saturday.
    #expect(try values(ColumnProgram(input: "dayofweek"), in: early) == [6])
    #expect(try values(ColumnProgram(input: "hour"), in: early) == [23])
    #expect(try values(ColumnProgram(input: "minute"), in: early) == [59])
  }

  @Test func `rows that are no bars have no calendar and no weeks`() throws {
    let rows = ColumnEnvironment(rowCount: 2, inputs: ["close": .column([1, 2])])
    #expect(throws: ColumnProgramError.unknownInput("month")) {
      try ColumnProgram(input: "month").evaluate(in: rows)
    }
    #expect(throws: ColumnProgramError.needsBars(function: "weekly")) {
      try over(.weekly, ColumnProgram(input: "close")).evaluate(in: rows)
    }
    let program = over(.weekly, ColumnProgram(input: "close"))
    #expect(try BlockProgram(program, names: ["close"]) == nil)
    #expect(ScalarProgram(program, names: ["close"]) == nil)
  }

  @Test func `no bars make no weeks`() throws {
    let none = ColumnEnvironment(
      rowCount: 0, inputs: ["close": .column([])], times: [], store: ColumnStore())
    #expect(try values(over(.weekly, ColumnProgram(input: "close")), in: none) == [])
  }
}
