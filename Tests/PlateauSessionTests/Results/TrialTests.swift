import Foundation
import Testing

/// What people ran into when they tried it, so that nobody does again.
@Suite struct TrialTests {
  static let base =
    "generate P bars 400 seed 1; window all; strategy sma_cross; set fast 5..9; "
    + "set slow {20, 30}; sweep; "

  @Test func `an export never replaces a pipe or a device, and writes through a link`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let refused = try Binary.commands(Self.base + "export csv pipe force", in: folder)
    #expect(refused.status == 1 && refused.errors.contains("is a pipe or a device"))
    try Data("old".utf8).write(to: folder.appending(path: "target.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link.csv").path, withDestinationPath: "target.csv")
    let linked = try Binary.commands(Self.base + "export csv link.csv force", in: folder)
    #expect(linked.status == 0, "\(linked.errors)")
    let text = try String(contentsOf: folder.appending(path: "target.csv"), encoding: .utf8)
    #expect(text.hasPrefix("rank,candidate,score,fast,slow,"))
  }

  @Test func `each run keeps its own filters`() throws {
    let outcome = try Binary.commands(
      Self.base + "filter fast > 6; sweep; open r1; filter; open r2; filter")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("fast > 6"))
    #expect(outcome.output.hasSuffix("no filters\n"))
  }

  @Test func `a definition that something reads cannot change under it`() throws {
    let outcome = try Binary.commands(
      Self.base + "define q = sharpe * 2; filter q > -9; define q = sharpe * 3")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("'q' is used by filter q > -9"), "\(outcome.errors)")
  }

  @Test func `a window that ends at a time of day ends there, also at midnight`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = "Date,Close\n"
    for day in 1...3 {
      for hour in 0..<24 {
        text += "2020-01-0\(day) \(hour < 10 ? "0" : "")\(hour):00:00,\(100 + hour)\n"
      }
    }
    try Data(text.utf8).write(to: folder.appending(path: "P.csv"))
    let rows = { (window: String) in
      try Binary.commands("set mode csv; load P.csv; window \(window); series close", in: folder)
        .output.split(separator: "\n").count - 1
    }
    #expect(try rows("2020-01-01..2020-01-02") == 48)
    #expect(try rows("2020-01-01..2020-01-02T00:00:00") == 25)
    #expect(try rows("2020-01-01..2020-01-02T01:00:00") == 26)
    #expect(try rows("last 10000y") == 72)
  }

  @Test func `a requirement that almost nothing meets is given up, not waited for`() throws {
    let outcome = try Binary.commands(
      "generate P bars 300 seed 1; strategy sma_cross; set fast 1..100000; set slow 1..100000; "
        + "require fast + slow < 0; sweep")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no candidate was found"), "\(outcome.errors)")
  }

  @Test func `a metric that the objective needs is computed, one that is missing is named`() throws
  {
    let needed = try Binary.commands("objective omega_ratio; " + Self.base + "set mode csv; top 1")
    #expect(needed.status == 0 && needed.output.contains("omega_ratio"), "\(needed.errors)")
    let missing = try Binary.commands(Self.base + "top 3 by omega_ratio")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("r1 was swept without 'omega_ratio'"), "\(missing.errors)")
    #expect(missing.errors.contains("set metrics +omega_ratio"))
  }

  @Test func `a sweep in the background is waited for, paused and resumed`() throws {
    let outcome = try Binary.commands(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast 2..60; "
        + "set slow 61..100; sweep background; pause; resume; runs")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("r1 paused at "))
    #expect(outcome.errors.contains("2,360 candidates in"), "\(outcome.errors)")
  }

  @Test func `a parameter and a setting of one name are told apart`() throws {
    let outcome = try Binary.commands(
      "generate P bars 400 seed 1; window all; strategy s { param lot = 5; buy when close > sma(close, lot); "
        + "sell when close < sma(close, lot) }; set lot 5..6; set execution.lot {0, 1}; sweep; "
        + "failures; set mode csv; top 4")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("none of 4 candidates failed"))
    let table = TextTable(try outcome.table("rank,"))
    #expect(Set(table.rows.map { table.text($0, "execution.lot") }) == ["0", "1"])
    #expect(Set(table.rows.map { table.text($0, "lot") }) == ["5", "6"])
  }

  @Test func `a number too large for any bracket does not trap`() throws {
    let outcome = try Binary.commands(
      "generate P bars 400 seed 1; window all; set periods_per_year 1e-300; set risk_free 1000%; "
        + "strategy buy_and_hold; sweep; top; describe")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `a row that failed says so`() throws {
    let outcome = try Binary.commands(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 5000}; sweep; "
        + "top; failures")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("status") && outcome.output.contains("1 failed"))
    #expect(outcome.output.contains("no bar of the window has every input defined"))
  }

  @Test func `several symbols run every candidate on each, and can be told apart`() throws {
    let outcome = try Binary.commands(
      "generate A bars 300 seed 1; generate B bars 300 seed 2; window all; use A, B; "
        + "strategy sma_cross; set fast 5..7; sweep; set mode csv; filter symbol = B; top")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = TextTable(try outcome.table("rank,"))
    #expect(table.rows.map { table.text($0, "symbol") } == ["B", "B", "B"])
    let alone = try Binary.commands(
      "generate B bars 300 seed 2; window all; strategy sma_cross; set fast 5..7; sweep; "
        + "set mode csv; top")
    let single = TextTable(try alone.table("rank,"))
    #expect(
      table.rows.map { table.text($0, "sharpe_ratio") }
        == single.rows.map { single.text($0, "sharpe_ratio") })
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func `output that cannot be written is an error`() throws {
    let process = Process()
    process.executableURL = Binary.executable
    process.arguments = ["-c", "help"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test func `a bare quit does not hide an error that was passed over`() throws {
    #expect(try Binary.run(["--keep-going"], input: "swep\nquit\n").status == 1)
    #expect(try Binary.run(["--keep-going"], input: "swep\nquit 7\n").status == 7)
  }

  @Test func `a baseline beside swept amounts takes the first of them`() throws {
    let outcome = try Binary.commands(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 8}; set stop 3%; "
        + "set sizing risk {1%, 2%}; baseline fast=5; sweep")
    #expect(outcome.status == 0 && outcome.output.contains("baseline"), "\(outcome.errors)")
    #expect(!outcome.output.contains("baseline    failed"))
  }

  @Test func `a definition cannot take the name of a parameter or setting`() throws {
    for name in ["fast", "stop"] {
      let outcome = try Binary.commands("strategy sma_cross; define \(name) = sharpe * 2")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("is a parameter or setting already"))
    }
  }
}
