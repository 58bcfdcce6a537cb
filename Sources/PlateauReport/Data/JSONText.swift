import PlateauColumns

/// Values as JSON text after RFC 8259.
enum JSONText {
  /// A string with its quotes.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// A cell: a number, a word, `true`, `false`, or `null` where it is undefined.
  static func value(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): string(text)
    case .time(let time): string(time.description)
    case .number, .flag, .undefined: cell.exactText ?? "null"
    }
  }

  /// An array of values that are JSON already.
  static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  /// An object; the values are JSON already.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// The rows of a table as objects by the names of its columns.
  static func rows(of table: TableBlock) -> [String] {
    let names = table.columnNames
    return table.rows.indices.map { row in
      object(names.indices.map { (names[$0], value(table.cell(row: row, column: $0))) })
    }
  }

  /// The fields of a list as one object; a name that repeats counts on, as in tables.
  static func object(of list: FieldList) -> String {
    let names = TableBlock(list.fields.map { TableBlock.Heading($0.name) }, rows: []).columnNames
    return object(names.indices.map { (names[$0], value(list.fields[$0].value)) })
  }
}
