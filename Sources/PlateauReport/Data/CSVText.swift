/// Fields of comma-separated rows after RFC 4180, with line feeds at the ends of rows.
enum CSVText {
  /// One row with its line feed.
  ///
  /// A field is quoted where it has a comma, a quote, a line break or a space at an end, and where
  /// the row would otherwise be an empty line.
  static func row(_ fields: [String]) -> String {
    if fields == [""] { return "\"\"\n" }
    return fields.map(quoted).joined(separator: ",") + "\n"
  }

  /// The field, in quotes where it needs them.
  static func quoted(_ field: String) -> String {
    let bytes = field.utf8
    let needsQuotes =
      bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
      || bytes.contains { special.contains($0) }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  private static let special = Array(",\"\r\n".utf8)
}
