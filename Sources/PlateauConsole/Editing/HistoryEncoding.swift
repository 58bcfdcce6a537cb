/// Entries of the history as lines of a file: one a line, whatever the entry holds.
///
/// A backslash is written `\\`, a line feed `\n` and a carriage return `\r`.
enum HistoryEncoding {
  /// The entry as one line without a line feed.
  static func line(_ entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\r": line.append(contentsOf: "\\r".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The entry of a line; an escape that this encoding does not write stands for itself.
  static func entry(_ line: some StringProtocol) -> String {
    var entry = String.UnicodeScalarView()
    var escaped = false
    for scalar in line.unicodeScalars {
      switch (escaped, scalar) {
      case (false, "\\"):
        escaped = true
        continue
      case (true, "n"): entry.append("\n")
      case (true, "r"): entry.append("\r")
      case (true, "\\"): entry.append("\\")
      case (true, _):
        entry.append("\\")
        entry.append(scalar)
      case (false, _): entry.append(scalar)
      }
      escaped = false
    }
    if escaped { entry.append("\\") }
    return String(entry)
  }
}
