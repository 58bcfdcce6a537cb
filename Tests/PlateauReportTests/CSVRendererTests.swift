import PlateauColumns
import PlateauReport
import Testing

@Suite struct CSVRendererTests {
  private func text(_ document: Document) -> String { OutputMode.csv.renderer().render(document) }

  @Test func `rows carry exact numbers and leave undefined empty`() {
    #expect(
      text(SampleDocuments.table) == """
        candidate,sharpe,drawdown,status
        12,1.5,0.1234,ok
        7,,0.05,ok
        104,-0.0256,,ruined

        """)
  }

  @Test func `commas, quotes and line breaks are quoted`() {
    #expect(
      text(SampleDocuments.awkward) == """
        name,日本
        "a,b","say ""yes\"""
        "two
        lines",bar | back\\slash
        \u{1B}[31mred,tab\tend
        ,ünï

        """)
  }

  @Test func `fields are names and values, and prose is left out`() {
    #expect(
      text(SampleDocuments.mixed) == """
        name,value
        cash,100000
        drawdown,0.1234
        start,2020-01-31
        ruined,false
        sortino,

        """)
  }

  @Test func `an empty line parts two tables`() {
    let table = TableBlock([.init("a")], rows: [[.text("x")]])
    #expect(text(Document([.table(table), .table(table)])) == "a\nx\n\na\nx\n")
  }

  @Test func `the only field of a row is quoted when it is empty`() {
    #expect(text(Document([.table(TableBlock([.init("a")], rows: [[.undefined]]))])) == "a\n\"\"\n")
  }
}
