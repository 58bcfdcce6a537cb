import Testing

@testable import PlateauConsole

@Suite struct PagerTests {
  @Test(arguments: [
    (nil, nil, nil), ("less", nil, "less"), ("less", "more -s", "more -s"), ("less", "", nil),
    ("less", " ", nil), (nil, "cat", "cat"),
  ])
  func `the more special wish wins, and an empty one means none`(
    pager: String?, own: String?, expected: String?
  ) {
    let environment = TerminalEnvironment(plateauPager: own, pager: pager)
    #expect(Pager(environment)?.command == expected)
  }

  @Test func `rows are counted as the terminal breaks them`() {
    #expect(Pager.rows(of: "", columns: 10) == 0)
    #expect(Pager.rows(of: "a\n\nb\n", columns: 10) == 3)
    #expect(Pager.rows(of: "0123456789\n0123456789a\n日本日本日本\n", columns: 10) == 5)
  }
}
