import PlateauColumns
import PlateauReport
import Testing

@Suite struct LineRendererTests {
  @Test func `every value has a line, and rows stand apart`() {
    #expect(
      OutputMode.line.renderer().render(SampleDocuments.table) == """
        Best rows

        candidate = 12
           sharpe = 1.5
         drawdown = 12.34%
           status = ok

        candidate = 7
           sharpe = –
         drawdown = 5%
           status = ok

        candidate = 104
           sharpe = -0.0256
         drawdown = –
           status = ruined

        showing 3 of 19,701
        no trading costs set

        """)
  }

  @Test func `further lines of a value keep its place`() {
    let list = FieldList([.init("rule", .text("one\ntwo")), .init("fast", .number(5, .length))])
    #expect(
      OutputMode.line.renderer().render(Document([.fields(list)]))
        == "rule = one\n       two\nfast = 5\n")
  }
}
