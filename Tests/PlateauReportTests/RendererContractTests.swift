import PlateauColumns
import PlateauReport
import Testing

/// What every renderer promises, in every style.
@Suite struct RendererContractTests {
  static let styles = [
    RenderStyle(), RenderStyle(width: 40, color: true, unicode: false, maximumRows: 2),
    RenderStyle(width: 1, maximumRows: 0),
  ]

  static let documents = [
    SampleDocuments.table, SampleDocuments.awkward, SampleDocuments.mixed, SampleDocuments.long(30),
    Document([.table(TableBlock([.init("a", .price)], rows: []))]),
    Document([.table(TableBlock([.init("a"), .init("b")], rows: [[.text("short row")]]))]),
    Document([.table(TableBlock([.init("a"), .init("a")], rows: [[.flag(true), .undefined]]))]),
    Document([.message("first"), .table(TableBlock([], rows: [])), .message("last")]),
  ]

  @Test(arguments: OutputMode.allCases, styles)
  func `an empty document draws as nothing`(mode: OutputMode, style: RenderStyle) {
    #expect(mode.renderer(style).render(Document()) == "")
  }

  @Test(arguments: OutputMode.allCases, documents)
  func `text ends in one line break, and the same text comes twice`(
    mode: OutputMode, document: Document
  ) {
    for style in Self.styles {
      let text = mode.renderer(style).render(document)
      #expect(text.isEmpty || text.hasSuffix("\n"))
      #expect(!text.hasPrefix("\n") && !text.hasSuffix("\n\n"))
      #expect(text == mode.renderer(style).render(document))
    }
  }

  @Test(arguments: OutputMode.allCases)
  func `an undefined number never reads as one`(mode: OutputMode) {
    let values = [Double.nan, -.nan, .infinity, -.infinity, -0.0, -1e-12, 1.25]
    let kinds: [ValueKind] = [.number, .fraction, .price, .money, .days, .length, .condition]
    let rows = values.map { value in kinds.map { Cell.number(value, $0) } }
    let headings = kinds.map { TableBlock.Heading("c_\($0.rawValue)", $0) }
    let text = mode.renderer(RenderStyle(unicode: false))
      .render(Document([.table(TableBlock(headings, rows: rows))])).lowercased()
    for word in ["nan", "inf", "-0.00", "-0,", "-0 ", "-0\n"] { #expect(!text.contains(word)) }
  }

  @Test(arguments: OutputMode.allCases)
  func `a control character from a name never reaches the terminal`(mode: OutputMode) {
    let document = Document([
      .table(TableBlock([.init("name")], rows: [[.text("\u{1B}[31mred\u{7}")]])),
      .message("\u{1B}]0;title\u{7}"), .verbatim("\u{1B}c"),
      .fields(FieldList(title: "\u{1B}", [.init("\u{1B}", .text("\u{9B}"), note: "\u{8}")])),
    ])
    let text = mode.renderer(RenderStyle()).render(document)
    // Files carry bytes exactly; texts for reading and JSON do not.
    if mode != .csv {
      #expect(
        !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
  }

  @Test(arguments: [OutputMode.table, .csv, .json, .jsonl, .markdown, .line])
  func `plain style is ASCII for ASCII content`(mode: OutputMode) {
    let style = RenderStyle(width: 20, unicode: false, maximumRows: 3)
    for document in [SampleDocuments.table, SampleDocuments.mixed, SampleDocuments.long(9)] {
      #expect(mode.renderer(style).render(document).utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(arguments: [OutputMode.csv, .json, .jsonl])
  func `formats for programs follow no style`(mode: OutputMode) {
    for document in Self.documents {
      let texts = Set(Self.styles.map { mode.renderer($0).render(document) })
      #expect(texts.count == 1)
    }
  }
}
