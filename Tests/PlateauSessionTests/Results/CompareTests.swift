import Foundation
import PlateauLanguage
import PlateauWorkbench
import Testing

/// Candidates, runs and sessions side by side.
@Suite struct CompareTests {
  static let base =
    "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 10}; "
    + "set slow {20, 30}; set commission 0.1%; "

  @Test func `candidates show what they differ in, and the second less the first`() throws {
    let session = try WatchedSession(Self.base + "sweep; baseline fast=5, slow=30")
    let rows = try session.rows("compare 0 3 baseline")
    #expect(
      rows[0] == ["fast", "5", "10", "5", "5"] && rows[1] == ["slow", "20", "30", "10", "30"])
    let result = try session.rows("set columns total_return; top 4")
    let value = { (candidate: String) in
      result.first { $0[1] == candidate }.flatMap { Double($0[2]) } ?? .nan
    }
    let line = try #require(rows.first { $0[0] == "total_return" })
    #expect(
      line.dropFirst().map { Double($0) } == [
        value("0"), value("3"), value("3") - value("0"), value("1"),
      ])
    #expect(try session.answer("compare 0 1").contains("all with fast 5\n"))
    #expect(try session.rows("compare 0 1 rank 1 best").allSatisfy { $0.count == 5 })
    #expect(session.error("compare 0 r1").contains("like is compared with like"))
    #expect(session.error("compare 0 9").contains("no candidate 9 in r1"))
    #expect(session.error("compare 0").contains("compare needs two things"))
    #expect(session.error("compare \"0;quit\" 1").contains("'0;quit' is no candidate"))
  }

  @Test func `candidates of two runs are told apart`() throws {
    let session = try WatchedSession(
      Self.base + "sweep; set commission 0.25%; set stop 4%; sweep")
    let rows = try session.rows("compare r1:0 r2:0")
    #expect(!rows.contains { $0[0] == "fast" })
    let fees = try #require(rows.first { $0[0] == "fees" })
    #expect((Double(fees[2]) ?? 0) > (Double(fees[1]) ?? 0))
  }

  @Test func `runs show what differs in what went in and what came out`() throws {
    let session = try WatchedSession(
      Self.base + "sweep; filter fast = 5; set fast {5, 15}; set commission 0.2%; "
        + "window last 300 bars; objective calmar_ratio; require fast < slow; sweep")
    let answer = try session.answer("compare r1 r2")
    for line in [
      "window      all", "fast        {5, 10}", "commission  0.1%", "require     –",
      "objective   sharpe_ratio", "filters     fast = 5", "kept        2",
    ] {
      #expect(answer.contains("\n\(line) "), "\(line) in \(answer)")
    }
    #expect(!answer.contains("\nslow ") && !answer.contains("\ncandidates "))
    // fast 5 with slow 20 and 30 is in both, under other costs and on other bars.
    #expect(answer.contains("2 candidates in both: 0 equal, 2 different"), "\(answer)")
    #expect(try session.answer("compare r1 r1") == "no difference\n")
  }

  @Test func `an extended run has every row of its source, bit for bit`() throws {
    let session = try WatchedSession(Self.base + "sweep; extend fast 15 as wide")
    #expect(
      try session.answer("compare r1 wide").hasSuffix(
        "4 candidates in both: 4 equal, 0 different\n"))
  }

  @Test func `session files are executed apart, show nothing and write nothing`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let write = { (name: String, text: String) in
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try write("a.plateau", Self.base + "sweep\nexport csv out.csv\nsave copy.plateau\n")
    try write("b.plateau", Self.base + "set fast {5, 15}; sweep background\n")
    try write("c.plateau", "window all\nfilter sharp > 1\n")
    let same = try Binary.commands("compare a.plateau a.plateau", in: folder)
    #expect(same.status == 0 && same.output == "no difference\n" && same.errors.isEmpty)
    let other = try Binary.commands("compare a.plateau b.plateau", in: folder)
    #expect(other.output.contains("fast    {5, 10}"), "\(other.output) \(other.errors)")
    #expect(other.output.hasSuffix("2 candidates in both: 2 equal, 0 different\n"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["a.plateau", "b.plateau", "c.plateau"])
    let wrong = try Binary.commands("compare a.plateau c.plateau", in: folder)
    #expect(
      wrong.status == 1 && wrong.errors.hasPrefix("c.plateau:2:1: error: no sweep has run yet"))
    let host = SessionHost(show: { _, _ in }, isInterrupted: { true })
    let stopped = #expect(throws: SessionError.self) {
      try Session(host: host, folder: folder.path).execute(
        SourceText("compare a.plateau b.plateau"))
    }
    #expect(stopped?.status == .interrupted && stopped?.rendered.hasPrefix("a.plateau:1:") == true)
    let missing = try Binary.commands("compare a.plateau d.plateau", in: folder)
    #expect(missing.errors.contains("no file d.plateau"), "\(missing.errors)")
  }

  @Test func `runs on other prices of one name say which bars changed`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ change: (inout [String]) -> Void) throws {
      var rows = (0..<120).map { row in
        let month = row / 28 + 1
        let day = row % 28 + 1
        return "2021-0\(month)-\(day < 10 ? "0" : "")\(day),\(100 + row * 7 % 13)"
      }
      change(&rows)
      try Data(("Date,Close\n" + rows.joined(separator: "\n") + "\n").utf8).write(
        to: folder.appending(path: "S.csv"))
    }
    try write { _ in }
    let load = "load S.csv; window all; strategy sma_cross; set fast 5; set slow 20; sweep"
    let session = try WatchedSession(in: folder.path, load)
    try write { rows in
      rows[30] = "2021-02-03,90.5"
      rows[40] = "2021-02-13,91"
      rows.removeLast(2)
    }
    try session.answer(load)
    let answer = try session.answer("compare r1 r2")
    // Row 30 is 100 + 210 mod 13.
    #expect(
      answer.contains(
        "S: 2 bars changed, the first 2021-02-03 (close 102, then 90.5); "
          + "2 bars only in r1, from 2021-05-07"), "\(answer)")
    #expect(try !session.answer("window last 50 bars; sweep; compare r2 r3").contains("changed"))
  }
}
