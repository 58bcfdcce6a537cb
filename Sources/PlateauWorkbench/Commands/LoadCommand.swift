import Foundation
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauColumns

/// Reads prices from files.
enum LoadCommand: Command {
  static let signature = CommandSignature(
    "load", group: "data", summary: "read prices from one or more CSV files",
    [
      .spaceList(.word("path", .path, placeholder: "PATH")),
      .clauses([
        [.keyword("as"), .word("name", .newName, placeholder: "NAME")],
        [.keyword("adjusted"), .choice("adjusted", ["on", "off"])],
        [.keyword("timezone"), .word("timezone", .newName, placeholder: "Z")],
        [.keyword("columns"), .commaList(.assignment("column"))],
      ]),
    ],
    details: """
      The header names Open, High, Low, Close and Volume in any order; the date stands under a \
      usual name or in an unnamed first column. An adjusted close, where the file has one, is used \
      and scales open, high and low; 'adjusted off' leaves prices as they are. Times without a \
      zone are taken as they stand; 'timezone +01:00' says which zone they are in. \
      'columns date=A,close=B' names columns that have unusual headers.
      """,
    examples: [
      "load \"datasets/synthetic-index_daily.csv\"",
      "load datasets/synthetic-index_daily.csv as INDEX adjusted off",
    ],
    related: ["data", "inspect", "window", "generate"])

  /// What a column can be, for `columns date=A`.
  static let columnRoles = [
    "date", "open", "high", "low", "close", "volume", "adjusted", "dividends",
  ]

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let options = try options(of: call)
    let paths = call.words("path")
    if options.name != nil, paths.count > 1 {
      throw Diagnostic(
        .oneValue, "'as' names one file, and \(paths.count) were given", at: call.range(of: "name"))
    }
    let hadPrices = !session.state.datasets.isEmpty
    var lines: [String] = []
    var names: [String] = []
    for (index, path) in paths.enumerated() {
      let absolute = session.absolutePath(path)
      let loaded: LoadedPrices
      do {
        loaded = try PriceReader.read(path: absolute, options: options)
      } catch {
        throw refusal(error, of: path, at: call.ranges(of: "path")[index])
      }
      let dataset = Dataset(
        series: loaded.series, findings: loaded.findings,
        origin: .file(path: absolute, options: options, format: loaded.format))
      let replaces = session.state.dataset(named: dataset.series.name) != nil
      session.add(dataset)
      names.append(dataset.series.name)
      lines.append(dataset.series.identity + (replaces ? ", in place of the earlier one" : ""))
      lines.append(DatasetWording.findings(dataset))
    }
    session.state.symbolsInUse = names
    lines.append(DatasetWording.window(session.state, isFirst: !hadPrices))
    return .message(lines.joined(separator: "\n"))
  }

  /// The error for a file that cannot be loaded; the nearest file's path can be pasted.
  private static func refusal(
    _ error: MarketError, of path: String, at range: Range<Int>
  ) -> Diagnostic {
    let folder: String?
    switch error {
    case .file(.notFound, _): folder = PathText.folder(of: path)
    case .file(.isDirectory, _): folder = path
    default: folder = nil
    }
    return Diagnostic(
      error.kind, "\(error)", at: range,
      suggestions: error.suggestions.map { name in
        folder.map { ScriptWord.name(PathText.joining($0, name)) } ?? name
      }, repairs: folder.map { _ in range })
  }

  private static func options(of call: CommandCall) throws -> LoadOptions {
    var options = LoadOptions()
    options.name = call.word("name")
    options.isAdjusted = call.choice("adjusted") != "off"
    if let zone = call.word("timezone") {
      guard let seconds = secondsEast(of: zone) else {
        throw Diagnostic(
          .unknownWord, "'\(zone)' is not an offset from UTC", at: call.range(of: "timezone"),
          suggestions: ["+01:00"], hint: "write Z, +01:00 or -05:00")
      }
      options.timeZoneOffset = seconds
    }
    for assignment in call.assignments("column") {
      let role = assignment.name.lowercased()
      guard columnRoles.contains(role) else {
        throw Diagnostic(
          .unknownWord, "no column '\(assignment.name)'", at: assignment.nameRange,
          suggestions: nearestNames(to: role, among: columnRoles),
          hint: "columns are \(Wording.list(columnRoles))")
      }
      options.columns[role] = assignment.word
    }
    return options
  }

  /// Seconds east of UTC of `Z`, `UTC`, `+01:00` or `-0530`.
  private static func secondsEast(of zone: String) -> Int? {
    if ["z", "utc", "gmt"].contains(zone.lowercased()) { return 0 }
    guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, digits.allSatisfy(\.isNumber), let number = Int(digits),
      number % 100 < 60, number <= 1400
    else { return nil }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }
}
