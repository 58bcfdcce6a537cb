import PlateauColumns
import PlateauReport
import Testing

@testable import PlateauConsole

@Suite struct PromptTextTests {
  private func text(
    _ symbols: String?, _ strategy: String?, width: Int = 80, color: Bool = false
  ) -> PromptText {
    PromptText(symbols: symbols, strategy: strategy, width: width, color: color, unicode: true)
  }

  @Test func `it says what is chosen`() {
    #expect(text(nil, nil).first == "plateau> ")
    #expect(text("GOOG", nil).first == "GOOG> ")
    #expect(text("GOOG+2", "sma_cross").first == "GOOG+2 sma_cross> ")
  }

  @Test func `further lines stand below the first`() {
    for prompt in [text(nil, nil), text("A", nil), text("日本", "sma_cross")] {
      #expect(prompt.further.displayWidth == max(4, prompt.first.displayWidth))
      #expect(prompt.further.hasSuffix("... "))
    }
  }

  @Test(arguments: [20, 40, 80, 200])
  func `long names take about a third of the line and keep their beginnings`(width: Int) {
    let long = String(repeating: "name", count: 30)
    let prompt = text("sym" + long, "strat" + long, width: width)
    #expect(prompt.first.displayWidth <= max(14, width / 3))
    #expect(prompt.first.hasPrefix("sym") && prompt.first.contains(" str"), "\(prompt.first)")
    #expect(prompt.first.filter { $0 == "…" }.count == 2)
  }

  @Test func `colour changes no letter`() {
    let sequence = /\u{1B}\[[0-9;]*m/
    for (symbols, strategy) in [(nil, nil), ("A", nil), (nil, "s"), ("A", "s")]
      as [(String?, String?)]
    {
      let colored = text(symbols, strategy, color: true)
      #expect(colored.first.contains(sequence))
      #expect(colored.first.replacing(sequence, with: "") == text(symbols, strategy).first)
      #expect(colored.further.replacing(sequence, with: "") == text(symbols, strategy).further)
    }
  }

  @Test func `a name cannot steer the terminal`() {
    #expect(text("a\u{1B}[2Jb\n", nil).first == "a?[2Jb?> ")
  }
}
