/// Finds the table of prices in a JSON document.
///
/// The search goes from the outside in, one level of nesting at a time, and takes the table of the
/// first level that has one: an exchange's array of klines, an array of objects, the array under
/// `data`, `result` or another key, columns side by side (Finnhub, TradingView, the charts of
/// Yahoo), rows under their dates (Alpha Vantage), and what pandas writes.
struct JSONTableSearch {
  /// The deepest level that is looked at.
  private static let levelLimit = 8
  /// Keys of the table that is meant where several stand side by side.
  private static let preferredKeys = [
    "prices", "price", "candles", "bars", "klines", "ohlcv", "ohlc", "historical", "data",
    "results",
    "result", "values", "quotes", "rows",
  ]
  private static let timeKeys = [
    "t", "time", "times", "timestamp", "timestamps", "date", "dates", "datetime",
  ]
  private static let priceKeys = [
    "o", "h", "l", "c", "v", "open", "high", "low", "close", "volume",
  ]

  private let document: JSONDocument
  private var found: [(name: String, table: JSONTable)] = []

  /// The table of a document.
  ///
  /// - Throws: That there is none, or that there are several of which none is preferred.
  /// - Complexity: O(values).
  static func table(in document: JSONDocument) throws(ContentError) -> JSONTable {
    let roots = Array(document.roots)
    guard let root = roots.first else { throw ContentError(.empty) }
    if roots.count > 1, document.isRow(root) { return .rows(document.roots) }
    var search = JSONTableSearch(document: document)
    var level: [(name: String, node: Int)] = [("", root)]
    for _ in 0..<levelLimit where !level.isEmpty {
      var next: [(name: String, node: Int)] = []
      for (name, node) in level { try search.look(at: node, name: name, next: &next) }
      if !search.found.isEmpty { return try search.choice() }
      level = next
    }
    throw ContentError(.noTableInJSON(reason: search.absence(in: root)))
  }

  private init(document: JSONDocument) { self.document = document }

  /// Notes the table that a value is, or what is to be looked at on the next level.
  private mutating func look(
    at node: Int, name: String, next: inout [(name: String, node: Int)]
  ) throws(ContentError) {
    if document.isListOfRows(node) {
      found.append((name, .rows(document.children(of: node))))
    } else if document.isArray(node) {
      // A list of parts; of a long one that holds no rows, nothing can be a table.
      let parts = Array(document.children(of: node).prefix(5))
      if parts.count < 5 { next += parts.map { (name, $0) } }
    } else if let table = try table(ofObject: node) {
      found.append((name, table))
    } else {
      for (key, value) in document.members(of: node) where !document.isScalar(value) {
        next.append((document.name(key), value))
      }
    }
  }

  /// The table that an object is as a whole, if it is one.
  private func table(ofObject object: Int) throws(ContentError) -> JSONTable? {
    let members = document.members(of: object).map {
      (name: document.name($0.key).lowercased(), key: $0.key, value: $0.value)
    }
    let value = { (names: [String]) in members.first { names.contains($0.name) }?.value }
    if let names = value(["columns", "column_names", "fields"]),
      document.plainCount(names) != nil, let rows = value(["data", "values", "rows"]),
      document.isListOfRows(rows)
    {
      return .namedRows(names: names, rows: rows, index: value(["index"]))
    }
    if let columns = try columns(of: object) { return .columns(columns) }

    guard let first = members.first, document.isObject(first.value) else { return nil }
    let startsWithDigit = { (key: Int) in
      document.rawText(key).first.flatMap(Byte.digit) != nil
    }
    if startsWithDigit(first.key) {
      return document.isRow(first.value) ? .keyedRows(object: object) : nil
    }
    guard members.count > 1 else { return nil }
    for member in members {
      let inner = document.members(of: member.value)
      guard !inner.isEmpty,
        inner.allSatisfy({ startsWithDigit($0.key) && document.isScalar($0.value) })
      else { return nil }
    }
    return .keyedColumns(object: object)
  }

  /// The columns that stand in an object beside their times, or among each other.
  private func columns(of object: Int) throws(ContentError) -> [(key: Int, values: Int)]? {
    var lists: [(key: Int, values: Int)] = []
    collectLists(of: object, into: &lists, levels: 1)
    let named = { (list: (key: Int, values: Int), names: [String]) in
      names.contains(document.name(list.key).lowercased())
    }
    let times = lists.first { named($0, Self.timeKeys) }
    guard let times = times ?? lists.first(where: { named($0, Self.priceKeys) }),
      let count = document.plainCount(times.values)
    else { return nil }
    lists = []
    collectLists(of: object, into: &lists, levels: 4)
    var columns: [(key: Int, values: Int)] = []
    var names: Set<String> = []
    for list in lists {
      let length = document.plainCount(list.values) ?? 0
      if length == count {
        if names.insert(document.name(list.key)).inserted { columns.append(list) }
      } else if named(list, Self.priceKeys) || named(list, Self.timeKeys) {
        throw document.error(
          at: document.nodes[list.values], "a list of \(length) values beside one of \(count)")
      }
    }
    return columns.count > 1 ? columns : nil
  }

  /// The lists of plain values in an object, in its objects, and in its lists of one object.
  private func collectLists(
    of object: Int, into lists: inout [(key: Int, values: Int)], levels: Int
  ) {
    guard levels > 0 else { return }
    for (key, value) in document.members(of: object) {
      if document.plainCount(value) != nil {
        lists.append((key, value))
      } else if document.isObject(value) {
        collectLists(of: value, into: &lists, levels: levels - 1)
      } else if document.isArray(value) {
        let parts = Array(document.children(of: value).prefix(2))
        guard parts.count == 1 else { continue }
        collectLists(of: parts[0], into: &lists, levels: levels - 1)
      }
    }
  }

  private func choice() throws(ContentError) -> JSONTable {
    if found.count == 1 { return found[0].table }
    for key in Self.preferredKeys {
      let named = found.filter { $0.name.lowercased() == key }
      if named.count == 1 { return named[0].table }
    }
    let names = found.prefix(6).map(\.name.quotedForMessage).joined(separator: ", ")
    throw ContentError(
      .noTableInJSON(reason: "there are several (\(names)); keep the one that is meant"))
  }

  /// Why there is no table: what the service says instead, or what the document holds.
  private func absence(in root: Int) -> String {
    if document.isArray(root) {
      return document.children(of: root).first { _ in true } == nil
        ? "its list is empty" : "its list holds no rows of two values or more"
    }
    let members = document.members(of: root)
    let texts = members.filter { document.mark($0.value) == Byte.quote }
    if texts.count + 2 >= members.count,
      let longest = texts.map({ document.name($0.value) })
        .max(by: { $0.utf8.count < $1.utf8.count })
    {
      return "it says \(longest.quotedForMessage)"
    }
    let names = members.prefix(6).map { document.name($0.key).quotedForMessage }
    return "it holds \(names.isEmpty ? "nothing" : names.joined(separator: ", "))"
  }
}
