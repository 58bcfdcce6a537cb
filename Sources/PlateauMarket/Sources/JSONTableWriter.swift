/// Writes a table that was found in JSON as comma separated text.
struct JSONTableWriter {
  let document: JSONDocument
  private(set) var output: [UInt8] = []

  /// Creates a writer of tables of one document.
  init(document: JSONDocument) { self.document = document }

  /// Writes a table with its header, if its columns have names.
  ///
  /// - Throws: Where rows or columns do not fit together.
  mutating func write(_ table: JSONTable) throws(ContentError) {
    output.reserveCapacity(document.bytes.count)
    switch table {
    case .rows(let rows):
      var rows = rows
      let all = rows
      guard let first = rows.next() else { return }
      if document.isObject(first) {
        try writeObjects(all.map { (key: nil, row: $0) })
      } else {
        writeNames(KlineLayout.names(of: all, in: document))
        try writeArrays(all, index: nil)
      }
    case .columns(let columns): try writeColumns(columns)
    case .keyedRows(let object):
      try writeObjects(document.members(of: object).map { (key: $0.key, row: $0.value) })
    case .keyedColumns(let object): try writeKeyedColumns(object)
    case .namedRows(let names, let rows, let index):
      if index != nil { output.append(Byte.comma) }
      try writeArrays(JSONChildren(document: document, position: names, end: names + 1), index: nil)
      try writeArrays(document.children(of: rows), index: index)
    }
  }

  private mutating func writeNames(_ names: [String]) {
    guard !names.isEmpty else { return }
    output += Array(names.joined(separator: ",").utf8)
    output.append(Byte.lineFeed)
  }

  /// Writes rows of values, each as long as the first; with the elements of `index` before them.
  private mutating func writeArrays(
    _ rows: JSONChildren, index: Int?
  ) throws(ContentError) {
    var expected: Int?
    var keys = index.map { document.children(of: $0) }
    for row in rows {
      guard document.isArray(row) else {
        throw misfit(row, "a row must be a list, as the first is")
      }
      if keys != nil {
        guard let key = keys?.next() else { throw misfit(row, "there is no index for this row") }
        try writeCell(key)
        output.append(Byte.comma)
      }
      var count = 0
      for cell in document.children(of: row) {
        if count > 0 { output.append(Byte.comma) }
        try writeCell(cell)
        count += 1
      }
      guard count == expected ?? count else {
        throw misfit(row, "a row of \(count) values, but the first has \(expected ?? 0)")
      }
      expected = count
      output.append(Byte.lineFeed)
    }
  }

  /// Writes rows of named values under the names of all of them, in the order of appearance.
  ///
  /// Values that are lists or objects are left out. A key of a row comes first, as its date.
  private mutating func writeObjects(_ rows: [(key: Int?, row: Int)]) throws(ContentError) {
    var columns = JSONColumnNames(document: document)
    for row in rows {
      guard document.isObject(row.row) else {
        throw misfit(row.row, "a row must be an object, as the first is")
      }
      try columns.add(row.row)
    }
    if let key = rows.first?.key {
      // A short number counts the rows, and what has no name may still hold the dates.
      output += Array(document.rawText(key).count >= 8 ? "date,".utf8 : ",".utf8)
    }
    for (position, key) in columns.keys.enumerated() {
      if position > 0 { output.append(Byte.comma) }
      try writeCell(key)
    }
    output.append(Byte.lineFeed)
    var cells: [Int?] = []
    for row in rows {
      if let key = row.key {
        try writeCell(key)
        output.append(Byte.comma)
      }
      try columns.place(row.row, into: &cells)
      for (position, cell) in cells.enumerated() {
        if position > 0 { output.append(Byte.comma) }
        if let cell { try writeCell(cell) }
      }
      output.append(Byte.lineFeed)
    }
  }

  /// Writes lists of the same length as columns.
  private mutating func writeColumns(
    _ columns: [(key: Int, values: Int)]
  ) throws(ContentError) {
    for (position, column) in columns.enumerated() {
      if position > 0 { output.append(Byte.comma) }
      try writeCell(column.key)
    }
    output.append(Byte.lineFeed)
    var cells = columns.map { document.children(of: $0.values) }
    while true {
      for position in cells.indices {
        guard let cell = cells[position].next() else { return }
        if position > 0 { output.append(Byte.comma) }
        try writeCell(cell)
      }
      output.append(Byte.lineFeed)
    }
  }

  /// Writes columns of values under the same keys, which come first without a name.
  private mutating func writeKeyedColumns(_ object: Int) throws(ContentError) {
    let members = document.members(of: object)
    for member in members {
      output.append(Byte.comma)
      try writeCell(member.key)
    }
    output.append(Byte.lineFeed)
    var cells = members.map { document.children(of: $0.value) }
    while let key = cells[0].next() {
      try writeCell(key)
      let name = document.rawText(key)
      for position in cells.indices {
        if position > 0 {
          guard let other = cells[position].next(), document.rawText(other) == name else {
            throw misfit(members[position].value, "a column without the keys of the first")
          }
        }
        output.append(Byte.comma)
        if let cell = cells[position].next() { try writeCell(cell) }
      }
      output.append(Byte.lineFeed)
    }
    for position in cells.indices where cells[position].next() != nil {
      throw misfit(members[position].value, "a column with more keys than the first")
    }
  }

  private mutating func writeCell(_ node: Int) throws(ContentError) {
    guard document.isScalar(node) else {
      throw misfit(node, "a list or an object where a value must stand")
    }
    JSONScalar.appendCell(document.bytes, at: Int(document.nodes[node].offset), to: &output)
  }

  private func misfit(_ node: Int, _ reason: String) -> ContentError {
    document.error(at: document.nodes[node], reason)
  }
}
