import PlateauColumns
import PlateauMarket
import PlateauReport

/// One finding in full.
enum FindingPage {
  /// The most lines and bars that are shown.
  static let shownPlaces = 20

  /// What was found, and where.
  static func document(of finding: Finding, number: Int) -> Document {
    let fields = FieldList([
      .init("finding", .number(Double(number), .length)),
      .init("severity", .text(finding.severity.rawValue)),
      .init("kind", .text(finding.kind.rawValue)),
      .init("rows", finding.count > 0 ? .number(Double(finding.count), .length) : .undefined),
      .init("line", finding.line.map { .number(Double($0), .length) } ?? .undefined),
      .init("time", finding.time.map { .time($0) } ?? .undefined),
      .init("message", .text(finding.message)),
    ])
    let places = max(finding.lines.count, finding.times.count)
    guard places > 1 else { return Document([.fields(fields)]) }
    let rows: [[Cell]] = (0..<min(places, shownPlaces)).map { place in
      [
        place < finding.lines.count ? .number(Double(finding.lines[place]), .length) : .undefined,
        place < finding.times.count ? .time(finding.times[place]) : .undefined,
      ]
    }
    return Document([
      .fields(fields),
      .table(
        TableBlock(
          title: "where", [.init("line", .length), .init("time")], rows: rows,
          totalRows: max(finding.count, rows.count))),
    ])
  }
}
