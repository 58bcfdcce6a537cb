import PlateauColumns
import PlateauReport
import Testing

@Suite struct TextRendererTests {
  private func text(_ document: Document, _ style: RenderStyle = RenderStyle()) -> String {
    OutputMode.table.renderer(style).render(document)
  }

  @Test func `a table aligns points, names units and says what it leaves out`() {
    #expect(
      text(SampleDocuments.table) == """
        Best rows
        candidate  sharpe  drawdown %  status
        ─────────  ──────  ──────────  ──────
               12   1.500       12.34  ok
                7       –        5.00  ok
              104  -0.026           –  ruined
        showing 3 of 19,701
        no trading costs set

        """)
  }

  @Test func `columns that do not fit are named`() {
    let shown = text(SampleDocuments.table, RenderStyle(width: 24, unicode: false))
    #expect(
      shown == """
        Best rows
        candidate  sharpe
        ---------  ------
               12   1.500
                7       -
              104  -0.026
        showing 3 of 19,701
        not shown: drawdown,
        status ('set mode line'
        shows all)
        no trading costs set

        """)
  }

  @Test(arguments: [40, 80, 200])
  func `no line is wider than the terminal`(width: Int) {
    let prose = String(repeating: "many words of explanation ", count: 12)
    let document = Document([
      .message(prose),
      .fields(FieldList([.init("a name", .text(prose), note: prose)])),
      .table(
        TableBlock(
          (0..<30).map { .init("metric_\($0)", .number) },
          rows: [(0..<30).map { .number(Double($0) / 7, .number) }])),
      .table(TableBlock([.init("verb"), .init("summary")], rows: [[.text("top"), .text(prose)]])),
    ])
    let lines = text(document, RenderStyle(width: width)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines.filter { $0.contains("words") }.count >= 12 * 4 * 26 / width / 2)
  }

  @Test func `a long table shows its head and its tail`() {
    #expect(
      text(SampleDocuments.long(1200), RenderStyle(maximumRows: 3)) == """
        candidate  word
        ─────────  ─────
                0  w0
                1  w1
                ⋮  ⋮
             1199  w1199
        showing 3 of 1,200

        """)
  }

  @Test func `a table just as long as the limit is whole`() {
    let shown = text(SampleDocuments.long(3), RenderStyle(maximumRows: 3))
    #expect(!shown.contains("showing") && !shown.contains("⋮"))
  }

  @Test func `wide characters and cells of several lines keep the columns straight`() {
    #expect(
      text(SampleDocuments.awkward) == """
        name      日本
        ────────  ────────────────
        a,b       say "yes"
        two       bar | back\\slash
        lines
        �[31mred  tab end
                  ünï

        """)
  }

  @Test func `prose, texts and fields stand apart`() {
    #expect(
      text(SampleDocuments.mixed) == """
        Swept 18 candidates.

        strategy s {
          buy when close > open
        }

        Best
        cash      100,000     opening
        drawdown  12.34%
        start     2020-01-31
        ruined    no
        sortino   –

        """)
  }

  @Test func `messages in a row have no lines between them`() {
    #expect(text(Document([.message("one"), .message("two\nthree")])) == "one\ntwo\nthree\n")
  }

  @Test func `colour adds weights and nothing else`() {
    let styled = text(SampleDocuments.table, RenderStyle(color: true))
    #expect(styled.hasPrefix("\u{1B}[1mBest rows\u{1B}[0m\n"))
    let plain = ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[2m"].reduce(styled) { text, code in
      text.replacing(code, with: "")
    }
    #expect(plain == text(SampleDocuments.table))
  }
}
