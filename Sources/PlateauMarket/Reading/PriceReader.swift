import PlateauColumns

/// Reads price files: text with a header and one bar a row.
///
/// The header names Open, High, Low, Close and Volume in any order and case, and the date under a
/// usual name or in an unnamed first column; only date and close must be there. Cells are
/// separated by commas, semicolons or tabs. `PriceCheck` documents what is repaired, what is
/// reported and what is refused.
public enum PriceReader {
  /// Reads and checks one file.
  ///
  /// - Parameters:
  ///   - path: The file; relative to the working folder unless it begins with `/`.
  ///   - options: What the file does not say itself.
  /// - Returns: The prices and all findings.
  /// - Throws: `MarketError` with the line and column of what cannot be repaired.
  /// - Complexity: O(bytes); the file is held in memory once.
  public static func read(
    path: String, options: LoadOptions = LoadOptions()
  ) throws(MarketError) -> LoadedPrices {
    let bytes = try PriceFile.bytes(of: path)
    do {
      return try read(bytes, name: options.name ?? SeriesName.suggested(by: path), options: options)
    } catch {
      throw .content(error.problem, path: path, line: error.line)
    }
  }

  /// Reads and checks the text of a file.
  static func read(
    _ bytes: [UInt8], name: String, options: LoadOptions
  ) throws(ContentError) -> LoadedPrices {
    let layout = try TextLayout.inspect(bytes)
    var cells = CellReader(bytes, delimiter: layout.delimiter, from: layout.start)
    let header = try readHeader(&cells, overrides: options.columns)
    let usesAdjusted = options.isAdjusted && header.adjustedClose != nil
    var reader = PriceRowReader(cells, header: header, adjusted: usesAdjusted)
    var rows = try reader.readAll()
    guard rows.count > 0 else { throw ContentError(.noRows) }

    let zoneFindings = rows.applyZones(assumed: options.timeZoneOffset)
    var findings = rows.putInOrder()
    findings += rows.blankFindings
    let series = rows.series(name: name)
    findings += PriceCheck.findings(in: series, lines: rows.lines)
    findings += zoneFindings
    findings += header.findings(adjusted: usesAdjusted, adjustedRows: rows.adjustedCount)
    let ranks = Finding.Severity.allCases
    let ordered = ranks.flatMap { rank in findings.filter { $0.severity == rank } }
    return LoadedPrices(
      series: series, findings: ordered, format: "\(layout.separation), \(header.summary)",
      isAdjusted: usesAdjusted)
  }

  private static func readHeader(
    _ cells: inout CellReader, overrides: [String: String]
  ) throws(ContentError) -> PriceHeader {
    var row: [Cell] = []
    guard try cells.nextRow(into: &row) else { throw ContentError(.empty) }
    let reader = cells
    let names = row.map(reader.text)
    let holdsValue = row.contains { cell in
      if DecimalNumber.parse(reader.bytes, cell) != nil { return true }
      if case .invalid = StampReader.read(reader.bytes, cell) { return false }
      return true
    }
    if holdsValue, overrides.isEmpty, !PriceHeader.namesAnything(in: names) {
      throw ContentError(.noHeader(firstCells: names), line: cells.line)
    }
    do {
      return try PriceHeader(names: names, overrides: overrides)
    } catch {
      throw ContentError(error.problem, line: cells.line)
    }
  }
}

extension PriceRows {
  /// The rows as a series; they must be in order.
  fileprivate func series(name: String) -> PriceSeries {
    let times = stamps.map { Timestamp(seconds: $0) }
    return PriceSeries(
      name: name, times: times, open: open, high: high, low: low, close: close, volume: volume,
      dividends: dividends.isEmpty ? nil : dividends, interval: BarInterval(of: times))
  }

  /// What was left out or filled in because it was blank.
  fileprivate var blankFindings: [Finding] {
    [
      blank.finding(.repair, .missingPrice, "row", "rows") { counted, place in
        "\(counted) without a price left out\(place)"
      },
      blankVolume.finding(.repair, .missingVolume, "blank volume", "blank volumes") {
        counted, place in
        "\(counted) read as 0\(place)"
      },
    ].compactMap { $0 }
  }
}
