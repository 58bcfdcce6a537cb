import PlateauColumns

extension MarketError: CustomStringConvertible {
  /// One sentence: where, what, and what was found instead.
  public var description: String {
    switch self {
    case .file(let problem, let path): problem.sentence(path: path.quotedForMessage)
    case .content(let problem, let path, let line):
      "\(path.printable)\(line.map { ":\($0)" } ?? ""): \(problem.sentence)"
    case .synthesis(let problem): problem.sentence
    }
  }

  /// What would have worked, best first; may be empty.
  public var suggestions: [String] {
    switch self {
    case .file(let problem, _): problem.suggestions
    case .content(let problem, _, _): problem.suggestions
    case .synthesis: []
    }
  }
}

extension FileProblem {
  func sentence(path: String) -> String {
    switch self {
    case .notFound: "no file \(path)"
    case .noFolder(let folder): "no file \(path): there is no folder \(folder.quotedForMessage)"
    case .isDirectory: "\(path) is a folder, not a file of prices"
    case .notAFile: "\(path) is a pipe or a device, not a file of prices"
    case .unreadable(let reason): "cannot read \(path): \(reason)"
    case .tooLarge(let bytes, let limit):
      "\(path) has \(bytes) bytes; a price file may have \(limit)"
    case .noMatch: "no file matches \(path)"
    }
  }

  var suggestions: [String] {
    switch self {
    case .notFound(let nearest), .noMatch(let nearest): nearest
    case .isDirectory(let files): files
    default: []
    }
  }
}

extension ContentProblem {
  var sentence: String {
    switch self {
    case .empty: "the file is empty"
    case .binary(let offset):
      "not a text file: byte \(offset) is no character (a spreadsheet or an archive?)"
    case .encoding(let name): "the text is \(name); save the file as UTF-8"
    case .noHeader(let cells):
      "no header: the first line must name the columns, but reads \(Self.list(cells))"
    case .noDateColumn(let headers): "no date column among \(Self.list(headers))"
    case .noCloseColumn(let headers): "no close column among \(Self.list(headers))"
    case .unknownColumn(let name, let headers):
      "no column \(name.quotedForMessage) among \(Self.list(headers))"
    case .unknownRole(let name, let roles):
      "prices have no \(name.quotedForMessage); columns may be given for "
        + roles.joined(separator: ", ")
    case .repeatedColumn(let name): "the name \(name.quotedForMessage) stands for two columns"
    case .tooManyRows(let count, let limit):
      "the file has \(count) rows; a file of prices may have \(limit)"
    case .changed: "the file changed while it was read"
    case .lineTooLong(let limit): "a line has more than \(limit) bytes; no row of prices is as long"
    case .noRows: "there is a header, but no row with prices"
    case .badQuote: "a quoted cell does not end where a cell may end"
    case .cellCount(let found, let expected):
      "\(found) \(found == 1 ? "cell" : "cells"), but the header has \(expected)"
    case .badCell(let column, let text, let reason):
      "column \(Self.name(column)): \(text.quotedForMessage) \(reason)"
    case .ambiguousDate(let column, let text, let dayFirst, let monthFirst):
      "column \(Self.name(column)): \(text.quotedForMessage) can be \(dayFirst) (day first) or "
        + "\(monthFirst) (month first)"
    case .ambiguousShortYear(let column, let text):
      "column \(Self.name(column)): \(text.quotedForMessage) can be read in several orders of day, "
        + "month and year, and the other dates do not tell which"
    case .highBelowLow(let high, let low): "the high \(high) is below the low \(low)"
    case .ambiguousNumber(let column, let text):
      "column \(Self.name(column)): \(text.quotedForMessage) has a comma before three digits, "
        + "which may begin a fraction or part thousands"
    case .severalSymbols(let names):
      "the file holds \(names.count) symbols (\(Self.list(names))), and 'as' names one"
    case .foreignFormat(let name, let advice): "the file is \(name), not text; \(advice)"
    case .damagedText(let encoding, let offset):
      "the \(encoding) text is damaged: there is half a character at byte \(offset)"
    case .damagedArchive(let offset, let reason):
      "the gzip data is damaged before byte \(offset): \(reason.printable)"
    case .archiveCutOff(let offset):
      "the gzip data is cut off: it ends at byte \(offset), before its content is complete"
    case .archiveTooLarge(let limit):
      "the gzip data unpacks to more than \(limit) bytes, the most that a price file may have"
    case .suspectArchive(let input, let output):
      "the gzip data unpacks \(input) bytes to more than \(output), as no prices do; "
        + "unpack it yourself if you trust it"
    case .badJSON(let column, let reason): "column \(column) of the JSON: \(reason)"
    case .noTableInJSON(let reason): "no table of prices in the JSON: \(reason)"
    }
  }

  var suggestions: [String] {
    switch self {
    case .noDateColumn(let headers): Self.plain(headers).prefix(1).map { "columns date=\($0)" }
    case .noCloseColumn(let headers):
      Self.plain(headers).dropFirst().suffix(1).map { "columns close=\($0)" }
    case .unknownColumn(let name, let headers): nearestNames(to: name, among: headers)
    case .unknownRole(let name, let roles): nearestNames(to: name, among: roles)
    case .ambiguousDate: ["dates dmy", "dates mdy"]
    case .ambiguousShortYear: ["dates dmy", "dates mdy", "dates ymd"]
    case .ambiguousNumber: ["decimal comma", "decimal point"]
    default: []
    }
  }

  /// Names that can be typed as they stand.
  private static func plain(_ headers: [String]) -> [String] {
    headers.filter { name in
      !name.isEmpty && name.count <= 30
        && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    }
  }

  private static func list(_ cells: [String]) -> String {
    let shown = cells.prefix(12).map(name).joined(separator: ", ")
    return cells.count > 12 ? "\(shown), and \(cells.count - 12) more" : shown
  }

  private static func name(_ header: String) -> String {
    header.isEmpty ? "(unnamed)" : header.quotedForMessage
  }
}

extension SynthesisProblem {
  var sentence: String {
    switch self {
    case .barCount(let bars, let limit): "synthetic prices have 1 to \(limit) bars, not \(bars)"
    case .interval(let name):
      "no synthetic prices for the interval \(name); use daily, weekly, monthly, "
        + "or intraday bars of up to 7h"
    case .pastCalendar(let bars): "\(bars) bars would go on after the year 9999"
    }
  }
}

extension String {
  /// The text without control characters and at most 60 characters long, safe to show.
  var printable: String {
    let shown = String(
      unicodeScalars.prefix(60).map { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
      })
    return unicodeScalars.count > 60 ? shown + "…" : shown
  }

  /// The printable text in single quotes.
  var quotedForMessage: String { "'\(printable)'" }
}
