import Testing

/// Compares messages with what they are known to be.
///
/// A table holds whole messages, separated by blank lines. Each message shows the line it is
/// about as its second line, so the table holds its own inputs.
func expectMessages(
  _ table: String, from message: (String) -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for expected in table.components {
    let lines = expected.split(separator: "\n")
    guard lines.count >= 3 else {
      Issue.record("no message: \(expected)", sourceLocation: sourceLocation)
      continue
    }
    let found = message(String(lines[1].dropFirst(2)))
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}

extension String {
  /// The parts between blank lines.
  fileprivate var components: [String] {
    var parts: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { parts.append([]) } else { parts[parts.count - 1].append(line) }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}
