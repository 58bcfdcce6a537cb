import Foundation
import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// The manual is generated from the tables that the program works by; so are its tests.
@Suite struct HelpTests {
  /// A session with prices, a strategy and a result, in which every example makes sense.
  private func preparedSession(in folder: URL) throws -> Session {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "sessions"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "datasets"), to: folder.appending(path: "datasets"))
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "sessions/quickstart.plateau"),
      to: folder.appending(path: "sessions/quickstart.plateau"))
    let session = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
    try session.execute(
      SourceText(
        "generate INDEX bars 800 seed 3; window all; strategy sma_cross; set fast {5, 10}; "
          + "set slow {20, 50}; set metrics "
          + Metric.all.filter { !$0.isDefault }.map { "+\($0.name)" }.joined(separator: ", ")
          + "; sweep"))
    return session
  }

  /// Every topic with its text, as `help TOPIC` shows it.
  private static let topics: [String] =
    CommandTable.signatures.map(\.verb) + Metric.all.map(\.name) + ColumnFunction.all.map(\.name)
    + ExecutionSetting.all.map(\.name)
    + ["metrics", "columns", "mode", "timing", "threads", "functions", "settings", "strategies"]
    + ["values", "expressions", "commands", "errors", "bars", "state", "findings"]
    + builtIn + AccountState.allCases.filter { $0 != .equity }.map(\.rawValue) + ["state equity"]

  /// The strategies that come with Plateau, in the order of their list.
  static let builtIn = [
    "buy_and_hold", "sma_cross", "ema_cross", "macd_cross", "rsi_reversion",
    "bollinger_reversion", "donchian_breakout", "swing", "intraday", "volatility_balancing",
  ]

  @Test(arguments: topics)
  func `every topic has syntax, meaning, an example and words to read on`(topic: String) throws {
    var text = ""
    let session = Session(
      host: SessionHost(show: { document, mode in text += mode.renderer().render(document) }))
    try session.execute(SourceText("help \(topic)"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines[0].isEmpty && lines.count > 3)
    #expect(text.contains("\nexample: ") && text.contains("\nsee also: "), "\(text)")
  }

  @Test func `every example of a command runs as it stands`() throws {
    for signature in CommandTable.signatures {
      #expect(!signature.examples.isEmpty && !signature.summary.isEmpty)
      // These need a state of their own: something to undo, a sweep that is paused.
      let needs = ["redo": "undo", "unset": "set fast 5; filter sharpe > -9; require fast < slow"]
      if ["pause", "resume", "cancel"].contains(signature.verb) { continue }
      for example in signature.examples {
        let folder = try Binary.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try preparedSession(in: folder)
        if let first = needs[signature.verb] { try session.execute(SourceText(first)) }
        do {
          try session.execute(SourceText(example))
        } catch {
          Issue.record("\(example): \(error.rendered)")
        }
      }
    }
  }

  @Test func `the examples of metrics, functions, settings and topics run too`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try preparedSession(in: folder)
    let verbs = Set(CommandTable.signatures.map(\.verb))
    for topic in Self.topics where !verbs.contains(topic) || topic == "metrics" {
      var text = ""
      let reader = Session(
        host: SessionHost(show: { document, mode in text += mode.renderer().render(document) }))
      try reader.execute(SourceText("help \(topic)"))
      for line in text.split(separator: "\n") where line.hasPrefix("example: ") {
        do {
          try session.execute(SourceText(String(line.dropFirst("example: ".count))))
          try session.execute(SourceText("strategy sma_cross"))
        } catch {
          Issue.record("\(topic): \(error.rendered)")
        }
      }
    }
  }

  @Test func `every built-in strategy is listed`() throws {
    let session = try WatchedSession()
    #expect(try session.rows("strategy").map { $0[0] } == Self.builtIn)
  }

  @Test(arguments: topics)
  func `no page is wider than a terminal`(topic: String) throws {
    let session = try WatchedSession()
    for line in try session.answer("help \(topic)").split(separator: "\n") {
      // Examples are one line each, so that they can be pasted.
      guard !line.hasPrefix("example: ") else { continue }
      #expect(String(line).displayWidth <= 80, "\(line)")
    }
  }

  @Test func `functions are listed by what they are about, each once`() throws {
    let text = try WatchedSession().answer("help functions")
    for family in ColumnFunction.families {
      #expect(text.contains("\n\(family.title)\n"), "\(family.title)")
    }
    for function in ColumnFunction.all {
      #expect(text.split(separator: "\n  \(function.signature)").count == 2, "\(function.name)")
    }
    #expect(Set(ColumnFunction.all.map(\.name)).count == ColumnFunction.all.count)
  }

  @Test func `a function's page says all that is known of it`() throws {
    let page = try WatchedSession().answer("help rsi")
    for line in [
      "rsi(series, length)", "  relative strength index after Wilder, 0 to 100",
      "Arguments: series: a series; length: a whole number of bars from 1.",
      "Result: number from 0 to 100.", "Warm-up: defined from value n + 1 on.", "TA-Lib: RSI.",
      "Source: Wilder (1978), New Concepts in Technical Trading Systems.",
      "example: series close, rsi(close, 14) last 5",
      "example: strategy example { buy when rsi(close, 14) < 25; sell when rsi(close, 14) > 75 }",
    ] {
      #expect(page.split(separator: "\n").contains { $0 == line }, "\(line) in \(page)")
    }
    #expect(try WatchedSession().answer("help sma").contains("buy when close > sma(close, 20); "))
  }

  @Test func `related words exist`() throws {
    let session = Session(host: SessionHost(show: { _, _ in }))
    for signature in CommandTable.signatures {
      for word in signature.related {
        #expect(throws: Never.self, "\(signature.verb): \(word)") {
          try session.execute(SourceText("help \(word)"))
        }
      }
    }
  }

  @Test func `the overview fits a screen, shows every verb and the first tour`() throws {
    let text = try Binary.run(["-c", "help"], in: Binary.root).output
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(text)")
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    for signature in CommandTable.signatures {
      #expect(words.contains(signature.verb), "\(signature.verb)")
    }
    #expect(text.contains("run \"sessions/quickstart.plateau\""))
  }

  @Test(arguments: [
    ("dd", "max_drawdown | drawdown | dd"), ("exit", "quit [N]"), ("close", "open | high"),
    ("set commission", "set commission VALUES"), ("top by", "top [N] [by EXPR]"),
    ("filter sharpe", "sharpe_ratio"), ("unknown name", "unknown-name"), ("SWEEP", "sweep"),
    ("edge", "define edge = sharpe * 2"), ("mine", "strategy mine"), ("dip", "set dip VALUES"),
  ])
  func `one or two words find the most specific entry`(words: String, first: String) throws {
    let outcome = try Binary.commands(
      "define edge = sharpe * 2; strategy mine { param dip = 5; buy when rsi(close, dip) < 30 }; "
        + "help \(words)")
    let page = try #require(outcome.output.range(of: "\n\(first)"), "\(outcome.output)")
    #expect(outcome.output[page.lowerBound...].contains("see also: "))
    #expect(words != "mine" || outcome.output.contains("buy when rsi(close, dip) < 30"))
  }

  @Test func `a search marks what it found without colour, names first`() throws {
    let lines = try Binary.commands("help drawdow").output.split(separator: "\n")
    #expect(lines[0] == "'drawdow' is mentioned in")
    #expect(lines[3].hasPrefix("max_drawdown"), "\(lines)")
    #expect(lines.dropFirst(3).allSatisfy { $0.lowercased().contains("*drawdow*") }, "\(lines)")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `help error explains the last error, whatever it was`() throws {
    #expect(
      try Binary.commands("help error").output
        == "no error yet; 'help errors' lists every kind\n")
    for (line, kind) in [("swep", "unknown-command"), ("top", "no-run"), ("note \"x", "unclosed")] {
      let outcome = try Binary.run(["--keep-going"], input: "\(line)\nhelp error\n")
      #expect(outcome.output.hasPrefix("last error: ") && outcome.output.contains("\n\(kind)\n"))
    }
  }

  @Test func `a word that is no topic is searched for`() throws {
    let outcome = try Binary.commands("help fingerprint")
    #expect(outcome.status == 0 && outcome.output.contains("save"))
    let nothing = try Binary.commands("help zzzz")
    #expect(nothing.status == 1 && nothing.errors.contains("no help on 'zzzz'"))
    let near = try Binary.commands("help sweeep")
    #expect(near.status == 1 && near.errors.contains("did you mean 'sweep'?"))
  }
}
