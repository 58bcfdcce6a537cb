import PlateauColumns

/// Reads price files: delimited text, one bar a row.
///
/// What parts the cells, which columns there are, how dates and numbers are written and what lines
/// stand above the rows is told from the text (`TextSample`), unless the options say it. Only dates
/// and closes must be there. `PriceCheck` documents what is repaired, what is reported and what is
/// refused.
public enum PriceReader {
  /// Reads and checks one file.
  ///
  /// - Parameters:
  ///   - path: The file; relative to the working folder unless it begins with `/`.
  ///   - options: What the file does not say itself.
  /// - Returns: The prices and all findings, for each symbol that the file names, in the file's
  ///   order; at least one.
  /// - Throws: `MarketError` with the line and column of what cannot be repaired.
  /// - Complexity: O(bytes), read twice on all cores; the file is not held in memory.
  public static func read(
    path: String, options: LoadOptions = LoadOptions()
  ) throws(MarketError) -> [LoadedPrices] {
    let source = try PriceFile.open(path)
    do {
      return try read(source, name: SeriesName.suggested(by: path), options: options)
    } catch {
      throw .content(error.problem, path: path, line: error.line)
    }
  }

  /// Reads and checks bytes that come from elsewhere than a file.
  ///
  /// - Parameters:
  ///   - bytes: What a file would hold.
  ///   - path: Where they come from, for the name of the symbol and for messages.
  ///   - options: What the bytes do not say themselves.
  /// - Returns: The prices of each symbol, as of a file.
  /// - Throws: `MarketError` with the line and column of what cannot be repaired.
  public static func read(
    bytes: [UInt8], path: String, options: LoadOptions = LoadOptions()
  ) throws(MarketError) -> [LoadedPrices] {
    do {
      return try read(
        ByteSource(bytes), name: SeriesName.suggested(by: path), options: options)
    } catch {
      throw .content(error.problem, path: path, line: error.line)
    }
  }

  /// Reads and checks a text.
  ///
  /// - Parameters:
  ///   - source: The bytes, in any form that `PlainText` knows.
  ///   - name: The symbol where neither the options nor the text name one.
  ///   - options: What the text does not say itself.
  /// - Returns: The prices of each symbol.
  /// - Throws: What cannot be repaired, with its line.
  static func read(
    _ source: ByteSource, name: String, options: LoadOptions
  ) throws(ContentError) -> [LoadedPrices] {
    let text = try PlainText(source)
    let recognised = try Recognition(text, options: options)
    let parts = try PriceRows.read(
      text.source, from: recognised.start, line: recognised.line, layout: recognised.layout)
    if let name = options.name, parts.count > 1 {
      throw ContentError(.severalSymbols(names: parts.map { $0.symbol ?? name }))
    }
    var prices: [LoadedPrices] = []
    for (index, part) in parts.enumerated() {
      var rows = part.rows
      // What is noted of the file is told once.
      if index > 0 { rows.forgetNotes() }
      let symbol = options.name ?? part.symbol ?? recognised.symbol ?? name
      prices.append(try series(of: rows, name: symbol, recognised, zone: options.zone))
    }
    return prices
  }

  private static func series(
    of rows: consuming PriceRows, name: String, _ recognised: Recognition, zone: ClockZone?
  ) throws(ContentError) -> LoadedPrices {
    var rows = rows
    guard rows.count > 0 else { throw ContentError(.noRows) }
    let layout = recognised.layout
    let zoneFindings = try rows.applyZone(zone, isUTC: layout.epochDigits > 0)
    rows.columns.offsets = []
    var findings = rows.putInOrder()
    findings += rows.applyEvents() + rows.noteFindings
    let adjustedCount = rows.adjustedCount
    let lines = rows.lines
    let columns = rows.columns
    let series = PriceSeries(
      name: name, times: columns.times, open: columns.open, high: columns.high, low: columns.low,
      close: columns.close, volume: columns.volume,
      dividends: columns.dividends.isEmpty ? nil : columns.dividends,
      interval: BarInterval(of: columns.times), zone: rows.zone)
    findings += PriceCheck.findings(in: series, lines: lines)
    findings += zoneFindings + recognised.findings(adjustedRows: adjustedCount)
    let ranks = Finding.Severity.allCases
    return LoadedPrices(
      series: series,
      findings: ranks.flatMap { rank in findings.filter { $0.severity == rank } },
      format: recognised.summary, isAdjusted: recognised.isAdjusted)
  }
}

extension PriceRows {
  /// Drops what was noted while the whole file was read.
  fileprivate mutating func forgetNotes() {
    blank = Occurrences()
    blankVolume = Occurrences()
    remarks = Occurrences()
    bareStamps = Occurrences()
  }

  /// What was left out or filled in.
  fileprivate var noteFindings: [Finding] {
    [
      blank.finding(.repair, .missingPrice, "row", "rows") { counted, place in
        "\(counted) without a price left out\(place)"
      },
      blankVolume.finding(.repair, .missingVolume, "blank volume", "blank volumes") {
        counted, place in
        "\(counted) read as 0\(place)"
      },
      remarks.finding(.repair, .otherRow, "line", "lines") { counted, place in
        "\(counted) of words without prices left out\(place)"
      },
    ].compactMap { $0 }
  }
}
