import Foundation
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// What Tab offers in each place, in a session that has something of everything.
@Suite struct CompletionTests {
  /// A folder of files and a session with data, a strategy, a run and filters in it.
  final class Desk {
    let folder: URL
    let session: Session

    init() throws {
      folder = try Binary.temporaryFolder()
      for name in ["prices.csv", "my file.csv", "notes.txt", "a.plateau", ".hidden.csv"] {
        try Data("x\n".utf8).write(to: folder.appending(path: name))
      }
      let inner = folder.appending(path: "my folder")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try Data().write(to: inner.appending(path: "deep.csv"))
      session = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
      for command in [
        "generate ALPHA bars 400 seed 1", "generate BETA bars 300 seed 2", "use ALPHA",
        "window all",
        "strategy sma_cross", "set fast {5, 10}", "set slow {20, 30}", "set commission 0.1%",
        "require fast < slow", "define score = sharpe - drawdown", "sweep as first",
        "filter sharpe > -9",
      ] {
        try session.execute(SourceText(command))
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What is offered at the `|` of a line.
    func offered(_ marked: String) -> [Completion.Candidate] {
      let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      return session.completion(of: parts.joined(), cursor: parts[0].utf8.count).candidates
    }

    func words(_ marked: String) -> [String] { offered(marked).map(\.text) }

    func meaning(of word: String, at marked: String) -> String? {
      offered(marked).first { $0.text == word }?.meaning
    }
  }

  @Test func `an empty line offers every command in the order of help, with its summary`() throws {
    let desk = try Desk()
    #expect(desk.words("|") == CommandTable.signatures.map(\.verb))
    #expect(desk.offered("|").map(\.meaning) == CommandTable.signatures.map(\.summary))
    #expect(desk.words("SWE|") == ["sweep"])
    #expect(desk.words("ex|") == ["extend", "explain", "export"])
    #expect(desk.words("exi|") == ["exit"])
    #expect(desk.words("data; sw|") == ["sweep"])
  }

  @Test func `paths: what the verb reads, folders, and other files when there is nothing else`()
    throws
  {
    let desk = try Desk()
    #expect(desk.words("load |").suffix(3) == ["\"my file.csv\"", "\"my folder/", "prices.csv"])
    #expect(desk.words("load p|") == ["prices.csv"])
    #expect(desk.words("load n|") == ["notes.txt"])
    #expect(desk.words("load .h|") == [".hidden.csv"])
    #expect(desk.words("load \"my fo|") == ["\"my folder/"])
    #expect(desk.offered("load \"my fo|").map(\.suffix) == [""])
    #expect(desk.words("load \"my folder/|") == ["\"my folder/deep.csv\""])
    #expect(desk.words("load \"my folder/de|ep.csv\"") == ["\"my folder/deep.csv\""])
    #expect(desk.words("run |") == ["a.plateau", "\"my folder/"])
    #expect(desk.words("replay a|") == ["a.plateau"])
    #expect(desk.words("load \(desk.folder.path)/pr|") == ["\(desk.folder.path)/prices.csv"])
    #expect(desk.words("load nowhere/|") == [])
    #expect(desk.meaning(of: "prices.csv", at: "load p|") == "2 bytes")
  }

  @Test func `names: symbols, strategies, runs and topics`() throws {
    let desk = try Desk()
    #expect(desk.words("use |") == ["ALPHA", "BETA"])
    #expect(desk.words("use alpha, |") == ["BETA"])
    #expect(desk.words("inspect be|") == ["BETA"])
    #expect(desk.words("use \"be|") == ["\"BETA\""])
    #expect(desk.meaning(of: "BETA", at: "inspect |")?.hasPrefix("300 bars, ") == true)
    #expect(desk.words("strategy sma|") == ["sma_cross"])
    #expect(desk.words("open |") == ["r1"])
    #expect(desk.words("open fi|") == ["first"])
    #expect(desk.meaning(of: "r1", at: "open |") == "first, sma_cross, finished at 4 of 4")
    #expect(desk.words("pause |") == [])
    #expect(desk.words("help swe|") == ["sweep", "sweep-state"])
    #expect(desk.meaning(of: "sma", at: "help sm|")?.hasPrefix("function: ") == true)
  }

  @Test func `set offers parameters, then settings, with their values`() throws {
    let desk = try Desk()
    let words = desk.words("set |")
    #expect(words.prefix(3) == ["fast", "slow", "cash"])
    #expect(words.contains("mode"))
    #expect(desk.meaning(of: "fast", at: "set |")?.hasPrefix("{5, 10}") == true)
    #expect(desk.meaning(of: "commission", at: "set |") == "0.1%: of notional, a side")
    #expect(desk.words("set comm|") == ["commission", "commission_fixed"])
    #expect(desk.words("set execution.comm|").first == "execution.commission")
    #expect(desk.words("unset |").prefix(3) == ["filter", "require", "fast"])
    #expect(desk.words("unset c|") == ["commission"])
    #expect(desk.offered("unset filter |").map(\.meaning) == ["sharpe > -9"])
    #expect(desk.words("baseline fa|") == ["fast"])
    #expect(desk.offered("baseline fa|").map(\.suffix) == ["="])
    #expect(desk.words("baseline fill=|") == ["next_open", "close"])
  }

  @Test func `after a setting come its values`() throws {
    let desk = try Desk()
    #expect(desk.words("set mode |") == OutputMode.allCases.map(\.rawValue))
    #expect(Set(desk.words("set timing |")) == ["on", "off"])
    #expect(desk.words("set fill |") == ["next_open", "close"])
    #expect(desk.words("set stop |").contains("none"))
    #expect(desk.words("set periods_per_year |").contains("auto"))
    #expect(desk.words("set sizing |") == ["all_in", "fraction", "risk", "value", "units"])
    #expect(desk.words("set sizing fraction |") == ["50%"])
    #expect(desk.words("set direction {both, |").contains("long"))
    #expect(desk.words("set metrics |").contains("+omega_ratio"))
    #expect(desk.words("set metrics +om|") == ["omega_ratio"])
    #expect(desk.words("set columns fast, sharpe|") == ["sharpe_ratio"])
    #expect(desk.words("set slow |") == ["{20, 30}", "40..100 step 20", "50"])
    #expect(desk.words("set fast 5..50 s|") == ["step"])
  }

  @Test func `expressions offer the names of their place and nothing else`() throws {
    let desk = try Desk()
    let filter = desk.words("filter |")
    #expect(filter.contains("sharpe_ratio") && filter.contains("fast") && filter.contains("score"))
    #expect(!filter.contains("close") && !filter.contains("sma"))
    #expect(desk.words("filter shar|") == ["sharpe_ratio"])
    #expect(desk.words("filter drawd|") == ["drawdown"])
    #expect(desk.words("filter sharpe > 1 a|") == ["and"])
    #expect(desk.words("filter sharpe c|") == [])
    #expect(desk.words("top 5 b|") == ["by"])
    #expect(desk.words("top by calm|") == ["calmar_ratio"])
    #expect(desk.words("objective max|") == ["maximize", "max_drawdown", "max"])
    #expect(!desk.words("objective |").contains("fast"))
    #expect(!desk.words("define score = |").contains("score"))
    #expect(desk.words("define other = sc|") == ["score"])
    #expect(desk.words("require f|") == ["fast", "fill"])
    #expect(desk.words("assert ke|") == ["kept"])
    #expect(desk.words("series clo|") == ["close"])
    #expect(
      desk.offered("series sm|") == [
        .init(
          "sma", "sma(series, length): simple moving average: the mean of the last values",
          suffix: "(")
      ])
    #expect(desk.words("series close cr|") == ["crosses"])
  }

  @Test func `candidates: best, rank, and the numbers of the best rows with their scores`() throws {
    let desk = try Desk()
    let words = desk.words("show |")
    #expect(words.prefix(2) == ["best", "rank"])
    #expect(words.count == 6)
    let first = try #require(desk.offered("show |").dropFirst(2).first)
    #expect(first.meaning.hasPrefix("sharpe_ratio ") && first.meaning.contains("fast "))
    #expect(desk.words("trades r1:b|") == ["best"])
    #expect(desk.words("equity best \(first.text)|").contains(first.text))
    try desk.session.execute(SourceText("sweep"))
    #expect(desk.words("show r|") == ["rank", "r1:"])
  }

  @Test func `spans and clauses`() throws {
    let desk = try Desk()
    #expect(desk.words("window |").prefix(2) == ["all", "last 1y"])
    #expect(desk.words("window |").last?.contains("..") == true)
    #expect(desk.words("window last |").first == "1y")
    #expect(desk.meaning(of: "2016-07-14", at: "window 2015-06-01..|") == "the last bar of ALPHA")
    #expect(desk.words("sweep t|") == ["threads"])
    #expect(desk.meaning(of: "threads", at: "sweep t|") == "threads N")
    #expect(desk.words("sweep threads 2 t|") == [])
    #expect(desk.words("generate G regimes bu|") == ["bull"])
    #expect(desk.words("export |") == ["csv", "json", "best"])
    #expect(desk.words("load prices.csv columns cl|") == ["close"])
  }

  /// Every place that the examples of help lead to, cut after every byte.
  static let places: [String] =
    CommandTable.signatures.flatMap { signature in
      [signature.verb + " "]
        + signature.examples.flatMap { example in
          (1...example.utf8.count).map { String(decoding: example.utf8.prefix($0), as: UTF8.self) }
        }
    } + [
      "set fast ", "set fast 5..50 ", "set stop {none, ", "set mode ", "set columns sharpe_ratio, ",
      "set metrics +", "set sizing ", "set sizing risk ", "baseline fast=", "baseline fast=5, ",
      "unset filter ", "unset require ", "show r1:", "top 3 by ", "window last ",
      "window last 500 ",
      "strategy mine { ", "strategy mine { buy when ", "strategy mine { exit ",
      "strategy mine { param n = 5 ", "strategy mine { buy when close crosses ", "use \"",
      "strategy mine { buy when rsi(", "strategy mine { buy when rsi(close, ",
      "strategy mine { param n = 5; let base = sma(close, ", "strategy mine { buy when close[",
      "load \"my ", "use ALPHA, ", "filter sharpe > 0 ", "filter not ", "series sma(", "help ",
    ]

  @Test func `nothing that is offered makes the parser complain about that very word`() throws {
    let desk = try Desk()
    let state = desk.session.state
    var count = 0
    for place in Self.places {
      let completion = desk.session.completion(of: place, cursor: place.utf8.count)
      for candidate in completion.candidates {
        count += 1
        let before = String(decoding: place.utf8.prefix(completion.start), as: UTF8.self)
        let word = completion.start..<(completion.start + candidate.text.utf8.count)
        let source = SourceText(before + candidate.text + candidate.suffix)
        var parser = StatementParser(
          source, signatures: CommandTable.signatures, stringsRunOn: true)
        var statement = parser.next()
        while case .command = statement { statement = parser.next() }
        guard case .invalid(let diagnostic) = statement, let range = diagnostic.range else {
          continue
        }
        #expect(
          !range.overlaps(word) || range.isEmpty,
          "\(before)[\(candidate.text)]: \(diagnostic.message)")
      }
    }
    #expect(count > 3_000)
    #expect(desk.session.state == state)
  }

  @Test func `values that are offered for a name can be set`() throws {
    let desk = try Desk()
    for name in desk.words("set |") where name != "columns" && name != "metrics" {
      for value in desk.words("set \(name) |")
      where !["fraction", "risk", "value", "units"].contains(value) {
        try desk.session.execute(SourceText("set \(name) \(value)"))
      }
    }
  }

  @Test(arguments: CommandTable.signatures.map(\.verb))
  func `after each verb there is what its patterns say`(verb: String) throws {
    let desk = try Desk()
    try desk.session.execute(SourceText("sweep background"))
    let signature = try #require(CommandTable.signatures.first { $0.verb == verb })
    // Names, numbers and texts of the user's own are not in any table.
    let unknown = ["define", "generate", "note", "quit"]
    // There may be no run to pause, resume or cancel at the moment.
    let maybe = ["pause", "resume", "cancel"]
    guard !maybe.contains(verb) else { return }
    let offers = !desk.words(verb + " |").isEmpty
    #expect(offers == (!signature.patterns.isEmpty && !unknown.contains(verb)), "\(verb)")
  }

  @Test func `a session without anything completes without harm`() {
    let session = Session(host: SessionHost(show: { _, _ in }), folder: "/nonexistent")
    for place in Self.places {
      let completion = session.completion(of: place, cursor: place.utf8.count)
      #expect(completion.start <= place.utf8.count)
    }
    #expect(session.state == SessionState())
  }

  @Test func `a large folder is looked at in part`() throws {
    let desk = try Desk()
    let folder = desk.folder.appending(path: "many")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<25_000 {
      _ = FileManager.default.createFile(atPath: "\(folder.path)/f\(number).csv", contents: nil)
    }
    #expect(desk.words("load many/f|").count == 1_000)
  }
}
