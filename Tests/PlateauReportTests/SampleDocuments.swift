import PlateauColumns
import PlateauReport

/// Documents with what renderers stumble over.
enum SampleDocuments {
  /// Ratios, per cents, words, times, flags and an undefined value.
  static let table = Document([
    .table(
      TableBlock(
        title: "Best rows",
        [
          .init("candidate", .length), .init("sharpe", .number), .init("drawdown", .fraction),
          .init("status"),
        ],
        rows: [
          [.number(12, .length), .number(1.5, .number), .number(0.1234, .fraction), .text("ok")],
          [.number(7, .length), .number(.nan, .number), .number(0.05, .fraction), .text("ok")],
          [.number(104, .length), .number(-0.0256, .number), .undefined, .text("ruined")],
        ], totalRows: 19_701, notes: ["no trading costs set"]))
  ])

  /// Commas, quotes, line breaks, bars, control characters and wide characters.
  static let awkward = Document([
    .table(
      TableBlock(
        [.init("name"), .init("日本")],
        rows: [
          [.text("a,b"), .text("say \"yes\"")],
          [.text("two\nlines"), .text("bar | back\\slash")],
          [.text("\u{1B}[31mred"), .text("tab\tend")],
          [.text(""), .text("ünï")],
        ]))
  ])

  /// Prose, a text with spaces that matter, and fields.
  static let mixed = Document([
    .message("Swept 18 candidates."),
    .verbatim("strategy s {\n  buy when close > open\n}\n"),
    .fields(
      FieldList(
        title: "Best",
        [
          .init("cash", .number(100_000, .money), note: "opening"),
          .init("drawdown", .number(0.1234, .fraction)),
          .init("start", .time(Timestamp(seconds: 1_580_428_800))),
          .init("ruined", .flag(false)),
          .init("sortino", .undefined),
        ])),
  ])

  /// A table of `rows` numbered rows with one word each.
  static func long(_ rows: Int) -> Document {
    Document([
      .table(
        TableBlock(
          [.init("candidate", .length), .init("word")],
          rows: (0..<rows).map { [.number(Double($0), .length), .text("w\($0)")] }))
    ])
  }
}
