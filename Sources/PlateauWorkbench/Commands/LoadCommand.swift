import Foundation
import PlateauLanguage
import PlateauMarket
import PlateauReport
import PlateauColumns

/// Reads prices from files.
enum LoadCommand: Command {
  static let signature = CommandSignature(
    "load", group: "data", summary: "read prices from one or more files",
    [
      .spaceList(.word("path", .path, placeholder: "PATH")),
      .clauses([
        [.keyword("as"), .word("name", .newName, placeholder: "NAME")],
        [.keyword("adjusted"), .choice("adjusted", ["on", "off"])],
        [.keyword("timezone"), .word("timezone", .newName, placeholder: "Z")],
        [.keyword("columns"), .commaList(.assignment("column"))],
        [.keyword("delimiter"), .choice("delimiter", Delimiter.allCases.map(\.rawValue))],
        [.keyword("dates"), .choice("dates", DateOrder.allCases.map(\.rawValue))],
        [.keyword("decimal"), .choice("decimal", ["point", "comma"])],
        [.keyword("table"), .word("table", .newName, placeholder: "NAME")],
        [.keyword("strict")],
      ]),
    ],
    details: """
      Delimiter, header, dates and numbers are recognised in the files of the usual vendors, with \
      or without a header; 'inspect' says what was understood. A file with several symbols loads \
      each, and so does a pattern such as prices/*.csv. gzip, UTF-16 and JSON are read as they are, \
      addresses of the web are downloaded and kept; 'table NAME' reads a table of a SQLite \
      database. An adjusted close, where the file has one, is used and scales open, high and low; \
      'adjusted off' leaves prices as they are. Times without a zone are taken as they stand; \
      'timezone America/New_York' or 'timezone +01:00' says which zone they are in. \
      'columns date=A,close=B' names columns that have unusual headers, 'columns date=1,close=5' \
      those of a file without any. 'dates dmy' or 'dates mdy' and 'decimal comma' decide what a \
      file leaves open. 'strict' refuses a file that needs a repair.
      """,
    examples: [
      "load \"datasets/synthetic-index_daily.csv\"",
      "load datasets/synthetic-index_daily.csv as INDEX adjusted off",
      "load datasets/synthetic-index_daily.csv strict",
    ],
    related: ["data", "inspect", "window", "generate"])

  /// What a column can be, for `columns date=A`.
  static let columnRoles = [
    "date", "open", "high", "low", "close", "volume", "adjusted", "dividends",
    "symbol",
  ]

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let options = try options(of: call)
    let paths = call.words("path")
    if options.name != nil, paths.count > 1 {
      throw Diagnostic(
        .oneValue, "'as' names one file, and \(paths.count) were given", at: call.range(of: "name"))
    }
    let hadPrices = !session.state.datasets.isEmpty
    // Nothing is loaded unless all is.
    let (files, remarks) = try read(call, options, in: session)
    if let name = options.name, files.count > 1 {
      throw Diagnostic(
        .oneValue,
        "'as' names one file, and \(paths[0]) stands for \(files.count): not all can be "
          + "\(name)", at: call.range(of: "name"))
    }
    var lines = remarks
    var names: [String] = []
    for file in files {
      if let remark = file.remark { lines.append(remark) }
      for loaded in file.prices {
        let dataset = Dataset(
          series: loaded.series, findings: loaded.findings,
          origin: .file(path: file.path, options: options, format: loaded.format))
        let name = dataset.series.name
        let replaces = session.state.dataset(named: name) != nil
        session.add(dataset)
        if !names.contains(name) { names.append(name) }
        lines.append(dataset.series.identity + (replaces ? ", in place of the earlier one" : ""))
        lines.append(DatasetWording.findings(dataset))
      }
    }
    session.state.symbolsInUse = names
    lines.append(DatasetWording.window(session.state, isFirst: !hadPrices))
    return .message(lines.joined(separator: "\n"))
  }

  /// Reads all files; those that a pattern matches and that hold no prices are passed over.
  private static func read(
    _ call: CommandCall, _ options: LoadOptions, in session: Session
  ) throws -> (files: [PriceSource.Content], remarks: [String]) {
    var files: [PriceSource.Content] = []
    var remarks: [String] = []
    var passedOver: Diagnostic?
    for (path, range) in zip(call.words("path"), call.ranges(of: "path")) {
      for source in try PriceSource.sources(of: path, options, in: session, at: range) {
        do {
          let content = try source.read(options, in: session)
          if call.flag("strict") { try refuseRepairs(of: content.prices, path, at: range) }
          files.append(content)
        } catch let error as Diagnostic {
          guard let remark = source.remark(passingOver: error) else { throw error }
          remarks.append(remark)
          passedOver = error
        }
      }
    }
    if files.isEmpty, let passedOver { throw passedOver }
    return (files, remarks)
  }

  /// Refuses prices that were repaired.
  private static func refuseRepairs(
    of prices: [LoadedPrices], _ path: String, at range: Range<Int>
  ) throws {
    for loaded in prices {
      guard let repair = loaded.firstRepair else { continue }
      throw Diagnostic(
        .badPrices, "\(path) needs a repair, and 'strict' allows none: \(repair.message)",
        at: range,
        hint: "without 'strict' the repair is made, and said")
    }
  }

  private static func options(of call: CommandCall) throws -> LoadOptions {
    var options = LoadOptions()
    options.name = call.word("name")
    options.isAdjusted = call.choice("adjusted") != "off"
    if let zone = call.word("timezone") {
      guard let known = ClockZone.named(zone) else {
        throw Diagnostic(
          .unknownWord, "no time zone '\(zone)'", at: call.range(of: "timezone"),
          suggestions: ClockZone.nearest(to: zone),
          hint: "write Z, +01:00, -05:00, or a place such as America/New_York")
      }
      options.zone = known
    }
    options.table = call.word("table")
    options.delimiter = call.choice("delimiter").flatMap(Delimiter.init(rawValue:))
    options.dates = call.choice("dates").flatMap(DateOrder.init(rawValue:))
    options.hasDecimalComma = call.choice("decimal").map { $0 == "comma" }
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
}
