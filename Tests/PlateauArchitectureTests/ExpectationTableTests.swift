import Foundation
import Testing

/// `Tests/README.md` says which test holds which expectation; here it is held to its word.
@Suite struct ExpectationTableTests {
  private static let rows: [(row: String, tests: [String])] = {
    let page = Checkout.root.appending(path: "Tests/README.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| R") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells[0], cells[2].components(separatedBy: "<br>").filter { !$0.hasPrefix("(") })
    }
  }()

  @Test func `every expectation but those of the workspace has a row`() {
    let expected = ((1...38).map { $0 } + [41, 42]).map { "R\($0)" }
    #expect(Self.rows.map(\.row) == expected)
  }

  @Test func `every test that is named exists`() {
    let sources = Checkout.swiftFiles(in: "Tests").map(\.text).joined()
    for (row, tests) in Self.rows {
      #expect(!tests.isEmpty, "\(row)")
      for test in tests { #expect(sources.contains("func `\(test)`"), "\(row): \(test)") }
    }
  }
}
