import PlateauColumns
import Foundation
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// Every answer that is a table, in every mode, on narrow and on wide screens.
@Suite struct TableGoldenTests {
  /// Two of the candidates fail, and one trades without a loss: values that do not exist.
  static let setUp = [
    "generate P bars 300 seed 1", "generate Q bars 200 seed 2", "use P", "window all",
    "strategy sma_cross", "set fast {3, 5, 500}", "set slow {20, 90}", "set commission 0.1%",
    "require fast != slow", "set metrics +omega_ratio", "sweep as first",
    "filter trades < 99 or fast = 500",
  ]

  static let verbs = [
    "data", "inspect", "series close, sma(close, 5) last 4", "set", "strategy", "require", "filter",
    "runs", "top 6", "top 3 by calmar - drawdown", "describe", "failures", "show best", "trades 1",
    "history", "warnings", "equity best 2",
  ]

  /// Asked before a verb, so that its table of all bars is a short one.
  private static let preparations = [
    "equity best 2": ["window last 12 bars", "set fast {2, 3, 4}", "set slow 5", "sweep as short"]
  ]

  /// The documents of all verbs, from one session.
  private static func documents() throws -> [(verb: String, document: Document)] {
    var latest: Document?
    let session = Session(host: SessionHost(show: { document, _ in latest = document }))
    for command in setUp { try session.execute(SourceText(command)) }
    return try verbs.map { verb in
      for command in preparations[verb] ?? [] { try session.execute(SourceText(command)) }
      latest = nil
      try session.execute(SourceText(verb))
      return (verb, try #require(latest, "\(verb)"))
    }
  }

  @Test func `every table in every mode is as it was`() throws {
    for (verb, document) in try Self.documents() {
      var text = ""
      for mode in OutputMode.allCases {
        let answer = mode.renderer(RenderStyle(maximumRows: 8)).render(document)
        text += "== set mode \(mode.rawValue); \(verb)\n\(answer)"
      }
      try Golden.check(text, Self.fileName(of: verb))
    }
  }

  @Test(arguments: [40, 80, 200])
  func `every table on a screen of a width is as it was, and keeps to it`(width: Int) throws {
    var text = ""
    for (verb, document) in try Self.documents() {
      let style = RenderStyle(width: width, maximumRows: 8)
      let answer = OutputMode.table.renderer(style).render(document)
      for line in answer.split(separator: "\n") where !Self.keepsAll(document) {
        #expect(String(line).displayWidth <= width, "\(verb): \(line)")
      }
      text += "== \(verb)\n\(answer)"
    }
    try Golden.check(text, "width-\(width).txt")
  }

  private static func fileName(of verb: String) -> String {
    let words = verb.filter { $0.isLetter || $0.isNumber || $0 == " " }.split(separator: " ")
    return words.joined(separator: "-") + ".txt"
  }

  /// Names with their values are never left out, however narrow the screen.
  private static func keepsAll(_ document: Document) -> Bool {
    document.blocks.contains { if case .fields = $0 { true } else { false } }
  }

  @Test func `no answer has a number that is none`() throws {
    for (verb, document) in try Self.documents() {
      for mode in OutputMode.allCases {
        let answer = mode.renderer().render(document).lowercased()
        let words = answer.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }
        for word in words {
          #expect(!["nan", "-nan", "inf", "-inf", "infinity"].contains(word), "\(verb), \(mode)")
          #expect(word.wholeMatch(of: /-0(\.0*)?/) == nil, "\(verb), \(mode): \(word)")
        }
      }
    }
  }

  @Test func `colour says nothing that words do not`() throws {
    for (verb, document) in try Self.documents() {
      let plain = TextRenderer(RenderStyle(width: 80)).render(document)
      let colored = TextRenderer(RenderStyle(width: 80, color: true)).render(document)
      #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain, "\(verb)")
    }
  }

  @Test func `without Unicode every table is ASCII`() throws {
    for (verb, document) in try Self.documents() {
      let answer = TextRenderer(RenderStyle(width: 80, unicode: false)).render(document)
      #expect(answer.utf8.allSatisfy { $0 < 0x80 }, "\(verb)")
    }
  }

  @Test func `a long table has its head, its tail and a count`() throws {
    var answers: [String] = []
    let session = Session(
      host: SessionHost(show: { document, mode in
        answers.append(mode.renderer(RenderStyle(width: 80, maximumRows: 20)).render(document))
      }))
    for command in ["generate P bars 19701 seed 1", "window all", "series close last 19701"] {
      try session.execute(SourceText(command))
    }
    let lines = try #require(answers.last).split(separator: "\n")
    #expect(lines.count == 2 + 20 + 1 + 1)
    #expect(lines[2].hasPrefix("2015-01-02") && lines[12].contains("⋮"))
    #expect(lines.last == "showing 20 of 19,701")
  }
}
