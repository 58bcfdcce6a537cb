import PlateauColumns
import Testing

@testable import PlateauConsole

/// Messages on narrow terminals.
@Suite struct RemarkLayoutTests {
  private let message = """
    error: there is no metric or parameter 'drawdwn'; did you mean 'drawdown'?
      filter sharpe > 0 and trades > 10 and win_rate > 40% and drawdwn < 20% and exposure > 10%
                                                               ^~~~~~~
      try: filter sharpe > 0 and trades > 10 and win_rate > 40% and drawdown < 20%
      'help unknown-name' tells more
    """

  @Test(arguments: [20, 40, 60, 80])
  func `prose is cut at spaces, and the caret stays under its word`(width: Int) throws {
    let lines = RemarkLayout.fitted(message, to: width).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.displayWidth <= width || $0.hasPrefix("  try: ") }, "\(lines)")
    let caret = try #require(lines.firstIndex { $0.contains("^") })
    let start = try #require(lines[caret].firstIndex(of: "^"))
    let column = lines[caret].distance(from: lines[caret].startIndex, to: start)
    #expect(lines[caret - 1].dropFirst(column).hasPrefix("drawdwn"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  try: ") && $0.hasSuffix("drawdown < 20%") })
  }

  @Test func `wide characters before the fault count the columns they take`() throws {
    let text = "error: no\n  note 日本語日本語日本語日本語 bad\n" + String(repeating: " ", count: 32) + "^~~"
    let lines = RemarkLayout.fitted(text, to: 24).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.displayWidth <= 24 }, "\(lines)")
    let column = lines[2].prefix { $0 == " " }.count
    let before = lines[1].prefix { $0 != "b" }
    #expect(before.displayWidth == column, "\(lines)")
  }

  @Test func `what fits, and a stream that is no terminal, stay as they are`() {
    #expect(RemarkLayout.fitted(message, to: 0) == message)
    #expect(RemarkLayout.fitted("  a\n  ^", to: 80) == "  a\n  ^")
    let echo = "> set columns sharpe, trades, drawdown"
    #expect(RemarkLayout.fitted(echo, to: 20) == echo)
  }
}
