import Foundation
import PlateauColumns
import PlateauReport
import Testing

@Suite struct JSONRendererTests {
  @Test func `a document is one array with an object a block`() {
    #expect(
      OutputMode.json.renderer().render(SampleDocuments.table) == """
        [
        {"title":"Best rows","columns":["candidate","sharpe","drawdown","status"],"rows":[
        {"candidate":12,"sharpe":1.5,"drawdown":0.1234,"status":"ok"},
        {"candidate":7,"sharpe":null,"drawdown":0.05,"status":"ok"},
        {"candidate":104,"sharpe":-0.0256,"drawdown":null,"status":"ruined"}
        ],"total_rows":19701,"notes":["no trading costs set"]}
        ]

        """)
    #expect(
      OutputMode.json.renderer().render(SampleDocuments.mixed) == """
        [
        {"message":"Swept 18 candidates."},
        {"text":"strategy s {\\n  buy when close > open\\n}\\n"},
        {"title":"Best","fields":{"cash":100000,"drawdown":0.1234,"start":"2020-01-31",\
        "ruined":false,"sortino":null},"notes":{"cash":"opening"}}
        ]

        """)
  }

  @Test func `rows alone are one object a line`() {
    #expect(
      OutputMode.jsonl.renderer().render(SampleDocuments.mixed) == """
        {"cash":100000,"drawdown":0.1234,"start":"2020-01-31","ruined":false,"sortino":null}

        """)
  }

  @Test(arguments: RendererContractTests.documents)
  func `another program reads every document`(document: Document) throws {
    let text = OutputMode.json.renderer().render(document)
    let blocks = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(blocks.count == document.blocks.count)
    for line in OutputMode.jsonl.renderer().render(document).split(separator: "\n") {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
  }

  @Test func `every character comes back from a string`() throws {
    let name =
      String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
      + "\u{2028}\u{1F4C8}\u{10FFFF}"
    let document = Document([.message(name)])
    let text = OutputMode.json.renderer().render(document)
    let blocks = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]]
    #expect(blocks == [["message": name]])
  }

  @Test func `columns of one name stay apart`() {
    let table = TableBlock([.init("a"), .init("a")], rows: [[.flag(true), .flag(false)]])
    #expect(
      OutputMode.jsonl.renderer().render(Document([.table(table)]))
        == "{\"a\":true,\"a_2\":false}\n")
  }
}
