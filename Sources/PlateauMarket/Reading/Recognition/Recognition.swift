/// How a text was understood.
struct Recognition {
  let header: PriceHeader
  /// How its rows are read.
  let layout: RowLayout
  /// The offset of the first row of prices, and its line.
  let start: Int
  let line: Int
  /// The symbol that stands above the rows, if one does.
  let symbol: String?
  /// Whether an adjusted close is used.
  let isAdjusted: Bool
  /// What the text was before it was text.
  private let origins: [String]
  /// Lines above the header.
  private let passedOver: Int

  /// The bytes of the text's beginning that are looked at.
  private static let sampleSize = 1 << 16

  /// Looks at the beginning of a text, and at all its dates where those do not tell their order.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - options: What is known already.
  /// - Throws: What the text lacks, or leaves open.
  init(_ text: PlainText, options: LoadOptions) throws(ContentError) {
    let (source, start) = (text.source, text.start)
    origins = text.origins
    let end = min(source.count, start + Self.sampleSize)
    let (heading, layout, rowsStart, line, symbol, asksOrder) = try source.withText(start..<end) {
      text throws(ContentError) in
      // A line that the sample cuts off is not looked at.
      let cut = end < source.count ? text.lastIndex(of: Byte.lineFeed).map { $0 + 1 } : nil
      let sample = try TextSample(
        TextBytes(rebasing: text[..<(cut ?? text.count)]), from: 0, delimiter: options.delimiter)
      let heading = try sample.heading(overrides: options.columns)
      let usesAdjusted = options.isAdjusted && heading.header[.adjustedClose] != nil
      var layout = RowLayout(
        heading.header, delimiter: sample.delimiter, adjusted: usesAdjusted)
      layout.order = options.dates
      layout.style =
        if let comma = options.hasDecimalComma {
          NumberStyle(decimal: comma ? Byte.comma : Byte.point)
        } else {
          try sample.numberStyle(layout)
        }
      layout.epochDigits = sample.epochDigits(layout)
      layout.hasZones = layout.epochDigits == 0 && sample.hasZones(layout)
      let above = heading.firstRow > 0 ? sample.rows[heading.firstRow - 1] : nil
      let rows = above.map { (start: start + $0.end, line: $0.nextLine) } ?? (start: start, line: 1)
      guard rows.start < source.count else { throw ContentError(.noRows) }
      return (
        heading, layout, rows.start, rows.line, sample.symbolAbove,
        layout.order == nil && sample.hasYearsLast(layout)
      )
    }
    header = heading.header
    passedOver = heading.header.isWritten ? heading.passedOver : 0
    self.start = rowsStart
    self.line = line
    self.symbol = symbol
    isAdjusted = options.isAdjusted && heading.header[.adjustedClose] != nil
    var completed = layout
    if asksOrder {
      completed.order = try layout.dateOrder(of: source, from: rowsStart, line: line)
    }
    self.layout = completed
  }

  /// The layout in one phrase.
  var summary: String {
    (origins + ["\(layout.delimiter.separation), \(header.summary)"]).joined(separator: ", ")
  }

  /// What there is to say of the layout.
  func findings(adjustedRows: Int) -> [Finding] {
    var findings = header.findings(adjusted: isAdjusted, adjustedRows: adjustedRows)
    if !origins.isEmpty {
      findings.append(
        Finding(.note, .layout, "the file is \(origins.joined(separator: " and "))"))
    }
    if passedOver > 0 {
      let lines = passedOver == 1 ? "1 line" : "\(passedOver) lines"
      findings.append(Finding(.note, .layout, "\(lines) above the header passed over"))
    }
    if !header.isWritten {
      findings.append(Finding(.note, .layout, "the file has \(header.summary)"))
    }
    switch layout.order {
    case .dayFirst: findings.append(Finding(.note, .layout, "dates are read day first"))
    case .monthFirst: findings.append(Finding(.note, .layout, "dates are read month first"))
    default: break
    }
    if layout.style.decimal == Byte.comma {
      findings.append(Finding(.note, .layout, "numbers are read with a decimal comma"))
    }
    return findings
  }
}
