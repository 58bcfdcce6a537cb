extension PriceHeader {
  /// The columns in the file's words and order.
  var summary: String {
    guard isWritten else {
      let columns = places.sorted { $0.value < $1.value }.map { $0.key.rawValue }
      return "no header, columns read as \(columns.joined(separator: ", "))"
    }
    let shown = names.prefix(12).map { $0.isEmpty ? "(unnamed)" : $0.printable }
    return "columns " + shown.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  /// What the columns mean for the prices.
  func findings(adjusted: Bool, adjustedRows: Int) -> [Finding] {
    var findings: [Finding] = []
    let bars = adjustedRows == 1 ? "1 bar" : "\(adjustedRows) bars"
    if adjusted, adjustedRows > 0 {
      findings.append(
        Finding(
          .note, .adjusted,
          "the adjusted close is used; open, high and low of \(bars) are scaled with it",
          count: adjustedRows))
    } else if adjusted {
      findings.append(Finding(.note, .adjusted, "the adjusted close equals the close in every row"))
    } else if self[.adjustedClose] != nil {
      findings.append(
        Finding(.note, .adjusted, "the file has an adjusted close, which is not used"))
    }
    let missing = [PriceColumn.open, .high, .low].filter { self[$0] == nil }.map(\.rawValue)
    if missing.count == 3 {
      findings.append(
        Finding(.note, .columns, "only closing prices: open, high and low equal the close"))
    } else if !missing.isEmpty {
      let list = missing.joined(separator: " and ")
      findings.append(
        Finding(
          .warning, .columns, "no \(list) column; filled in from the other prices of each bar"))
    }
    if self[.volume] == nil {
      findings.append(Finding(.note, .columns, "no volume column; volume is 0"))
    }
    return findings
  }
}
