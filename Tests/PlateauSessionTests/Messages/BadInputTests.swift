import Foundation
import Testing

/// What users get wrong: each answer says what, where, and what would have worked, and leaves the
/// session as it was.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The command that is wrong.
    let command: String
    /// Parts of the answer, in order; the caret line must point at `mark` within the command.
    let answer: [String]
    /// The text under the caret, or `nil` where no place is at fault.
    let mark: String?
    var testDescription: String { command }

    init(_ command: String, _ answer: String..., mark: String?) {
      self.command = command
      self.answer = answer
      self.mark = mark
    }
  }

  /// A session in which the bad command is typed.
  static let setUp = """
    generate P bars 300 seed 1
    window all
    strategy sma_cross
    set fast 5..15 step 5
    set slow {20, 30}
    sweep
    filter sharpe > -9

    """

  static let cases: [Case] = [
    Case("swep", "no command 'swep'", "did you mean 'sweep'?", mark: "swep"),
    Case("set fsat 5..20", "no parameter 'fsat'", "did you mean 'fast'?", mark: "fsat"),
    Case("set fast 20..5", "backwards", "try: set fast 5..20", mark: "20..5"),
    Case("set fast 5..60 step 0", "step", mark: "0"),
    Case("set fast 5..60 step -5", "step", mark: "-5"),
    Case("set fast \"a\"", "whole numbers", "'a' is a word", mark: "\"a\""),
    Case("set stop 1..5%", "1%..5%", mark: "1..5%"),
    Case("set stop 15 %", "'15%'", mark: "15 %"),
    Case("set stop .5", "0.5", mark: ".5"),
    Case("filter sharp > 1", "no metric or parameter 'sharp'", "'sharpe", mark: "sharp"),
    Case("filter drawdown < 15", "15%", mark: "15"),
    Case("filter sharpe > abc", "abc", mark: "abc"),
    Case("filter sharpe", "condition", mark: "sharpe"),
    Case("load nowhere.csv", "nowhere.csv", mark: "nowhere.csv"),
    Case("load .", "folder", mark: "."),
    Case("save ..", "'..' is a folder", "name a file in it", mark: ".."),
    Case("save ./", "is a folder", mark: "./"),
    Case("use Q", "no prices named 'Q'", mark: "Q"),
    Case("strategy sma_croos", "no strategy 'sma_croos'", "'sma_cross'", mark: "sma_croos"),
    Case("set fast {0, 5}", "fast must be at least 1", mark: "0"),
    Case("set mode tabel", "'tabel'", "'table'", mark: "tabel"),
    Case("require fast < slwo", "'slwo'", "'slow'", mark: "slwo"),
    Case("show 99", "no candidate 99", mark: "99"),
    Case("open r7", "no run 'r7'", mark: "r7"),
    Case("series smaa(close, 3)", "'smaa'", "'sma'", mark: "smaa"),
    Case("series sma(close)", "sma(series, length)", mark: "sma(close)"),
    Case("series close[-1]", "tomorrow", mark: "-1"),
    Case("undo undo", "undo", mark: "undo"),
    Case("window last 0 bars", "0", mark: nil),
  ]

  @Test(arguments: cases)
  func `a mistake is answered with place and remedy`(mistake: Case) throws {
    let outcome = try Binary.run(
      ["--keep-going"], input: Self.setUp + mistake.command + "\nset mode csv\nset\ntop\n")
    let untouched = try Binary.run(
      ["--keep-going"], input: Self.setUp + "set mode csv\nset\ntop\n")
    #expect(outcome.status == 1)
    var rest = Substring(outcome.errors)
    for part in mistake.answer {
      guard let found = rest.range(of: part) else {
        Issue.record("'\(part)' is missing in:\n\(outcome.errors)")
        return
      }
      rest = rest[found.upperBound...]
    }
    #expect(outcome.output == untouched.output, "the session was changed")
    guard let mark = mistake.mark else { return }
    let lines = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
    let caret = try #require(lines.firstIndex { $0.contains("^") }, "\(outcome.errors)")
    let start = try #require(lines[caret].firstIndex(of: "^"))
    let column = lines[caret].distance(from: lines[caret].startIndex, to: start)
    let marked = lines[caret - 1].dropFirst(column)
    #expect(marked.hasPrefix(mark), "the caret stands under '\(marked)'")
  }

  @Test func `an empty file, a file of bytes and a header alone are told apart`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "empty.csv"))
    try Data((0..<500).map { UInt8($0 % 251) }).write(to: folder.appending(path: "bytes.csv"))
    try Data("Date,Open,High,Low,Close\n".utf8).write(to: folder.appending(path: "header.csv"))
    for (file, part) in [
      ("empty.csv", "the file is empty"), ("bytes.csv", "text"),
      ("header.csv", "there is a header, but no row with prices"),
    ] {
      let outcome = try Binary.commands("load \(file)", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(part) && outcome.errors.contains("^"), "\(outcome.errors)")
    }
  }

  @Test func `a sweep with nothing set says what to set`() throws {
    let outcome = try Binary.commands("generate P bars 300 seed 1; strategy sma_cross; sweep")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nothing to sweep"))
    #expect(outcome.errors.contains("set fast 5..20"))
    let without = try Binary.commands("sweep")
    #expect(without.status == 1 && without.errors.contains("no strategy is chosen"))
  }

  @Test func `a space of a million millions is refused before it is touched`() throws {
    let outcome = try Binary.commands(
      "generate P bars 300 seed 1; strategy swing; set sma_fast 1..1000; set sma_slow 1..1000; "
        + "set stop 0.1%..100% step 0.1%; set cash 1..1000; sweep")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("1,000,000,000,000 candidates"), "\(outcome.errors)")
    #expect(outcome.errors.contains("memory"))
  }

  @Test func `requirements that leave nothing say which of them does`() throws {
    let outcome = try Binary.commands(
      "generate P bars 300 seed 1; strategy sma_cross; set fast 20..30; set slow 5..10; "
        + "require fast < slow; sweep")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("exclude all 66 combinations"), "\(outcome.errors)")
    #expect(outcome.errors.contains("'require fast < slow' alone excludes 100%"))
  }

  @Test func `another file is overwritten only by force, the same bytes always`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "r.csv")
    try Data("mine\n".utf8).write(to: file)
    let refused = try Binary.commands(
      Self.setUp.replacing("\n", with: ";") + "export csv r.csv", in: folder)
    #expect(refused.status == 1 && refused.errors.contains("force"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine\n")
    let forced = try Binary.commands(
      Self.setUp.replacing("\n", with: ";") + "export csv r.csv force; export csv r.csv",
      in: folder)
    #expect(forced.status == 0, "\(forced.errors)")
  }

  @Test func `the prices in use are not written over, not even by force`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let prices = folder.appending(path: "p.csv")
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "datasets/synthetic-index_daily.csv"), to: prices)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "link.csv"), withDestinationURL: prices)
    let before = try Data(contentsOf: prices)
    for command in ["export csv p.csv force", "export csv link.csv force", "save p.csv force"] {
      let outcome = try Binary.commands(
        "load p.csv; strategy sma_cross; set fast {5, 10}; sweep; \(command)", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("holds the prices of p"), "\(outcome.errors)")
      #expect(try Data(contentsOf: prices) == before)
    }
  }

  @Test func `an unclosed brace at the end of a script is told with its place`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("help\nstrategy mine {\n  buy when close > 1\n".utf8)
      .write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(["run", "s.plateau"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("s.plateau:2:15: error:"), "\(outcome.errors)")
  }
}
