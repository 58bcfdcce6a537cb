import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct SelectionSyntaxTests {
  private func span(_ text: String) throws -> SpanSyntax {
    guard let span = try Samples.call("window " + text).span("span") else {
      throw Diagnostic(.missingArgument, "no span in '\(text)'")
    }
    return span
  }

  @Test(arguments: [
    "all", "last 500 bars", "last 1 bar", "last 20%", "last 2.5%", "last 1y", "last 6mo",
    "last 2w", "last 30d", "2015-01-01..2020-12-31", "2020-01-31",
    "2020-01-31T09:30..2020-02-01T16:00:00Z",
  ]) func `a stretch of time reads back from its own text`(text: String) throws {
    #expect(try span(text).text == text)
  }

  @Test func `a span keeps the number as typed and the unit`() throws {
    #expect(try span("LAST 2w").form == .lastTime(2, .weeks))
    #expect(try span("last 20%").form == .lastShare(0.2))
    #expect(try span("last 1_000 bars").form == .lastBars(1000))
  }

  @Test func `a date is a day, and a time in a zone becomes UTC`() throws {
    guard case .dates(let first, let last) = try span("2020-02-29..2020-03-01T00:30+01:00").form
    else {
      Issue.record("no dates")
      return
    }
    #expect(first.date == CivilDate(year: 2020, month: 2, day: 29))
    #expect(!first.hasTime)
    // 00:30 one hour east of Greenwich is 23:30 on the day before.
    #expect(last.timestamp.description == "2020-02-29T23:30:00")
  }

  @Test(arguments: [
    "2020-02-30", "2020-00-01", "2020-01-31T25:00", "2020-01-31T9:30", "2020-01-31x",
    "2020-01-31T09:30+1:00", "last 0 bars", "last 2.5 bars", "last", "last -5 bars", "yesterday",
    "2020-1-5",
  ]) func `what is no stretch of time is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try span(text) }
  }

  @Test func `a subtraction of such digits needs spaces`() throws {
    #expect(throws: Diagnostic.self) { try Samples.expression("2020-01-31") }
    #expect(try Samples.expression("2020 - 01 - 31").text == "2020 - 01 - 31")
    #expect(try Samples.expression("20201-01-31").text == "20201 - 01 - 31")
  }

  @Test(arguments: ["17", "best", "rank 3", "r2:17", "r10:best", "r2:rank 3"])
  func `a candidate reads back from its own text`(text: String) throws {
    #expect(try Samples.call("show " + text).candidate("candidate")?.text == text)
  }

  @Test(arguments: [
    "1.5", "-1", "17%", "rank 0", "rank", "r2", "worst", "rx:17", "99999999999999999999",
  ])
  func `what is no candidate is refused`(text: String) {
    #expect(throws: Diagnostic.self) { try Samples.call("show " + text) }
  }

  @Test func `an assignment keeps the raw word and the value`() throws {
    let call = try Samples.call("load a.csv columns date=Date, close=Adj.Close*")
    #expect(call.assignments("columns").map(\.name) == ["date", "close"])
    #expect(call.assignments("columns").map(\.word) == ["Date", "Adj.Close*"])
  }
}
