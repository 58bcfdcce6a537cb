import Foundation
import PlateauLanguage
import Testing

/// What no candidate could live with is refused before anything runs.
@Suite struct UnusableSweepTests {
  static let base = "generate P bars 300 seed 1; window all; strategy sma_cross; set fast {5, 10}; "

  @Test(arguments: [
    ("set stop 0%", "stop must be above 0 and at most 100%, and 0% is not"),
    ("set stop 101%", "stop must be above 0 and at most 100%, and 101% is not"),
    ("set stop {5%, 0%}", "stop must be above 0 and at most 100%, and 0% is not"),
    ("set trail 0%", "trail must be above 0 and at most 100%, and 0% is not"),
    ("set trail 200%", "trail must be above 0 and at most 100%, and 200% is not"),
    ("set target 0%", "target must be above 0, and 0% is not"),
    ("set commission -1%", "commission must be from 0% to 100%, and -1% is not"),
    ("set commission_fixed -1", "commission_fixed must be at least 0, and -1 is not"),
    ("set slippage -5bp", "slippage must be from 0% to 100%, and -0.05% is not"),
    ("set borrow_rate -1%", "borrow_rate must be from 0% to 1000%, and -1% is not"),
    ("set sizing fraction 0%", "sizing must be above 0, and 0% is not"),
    ("set sizing risk 0%", "sizing must be above 0, and 0% is not"),
    ("set sizing value 0", "sizing must be above 0, and 0 is not"),
    ("set sizing units 0", "sizing must be above 0, and 0 is not"),
    ("set max_position_value 0", "max_position_value must be above 0, and 0 is not"),
    ("set cash 0", "cash must be above 0, and 0 is not"),
    ("stress stop 0%", "stop must be above 0 and at most 100%, and 0% is not"),
    ("set sizing risk 1%; sweep", "sizing by risk needs a stop, and none is set"),
    ("set lot 1000000; sweep", "a lot of 1000000 units costs more than the cash of 100000"),
    ("strategy swing; set stop_loss_pct 0%", "stop_loss_pct must be above 0 and at most 100%"),
    ("strategy swing; set take_profit_pct 0%", "take_profit_pct must be above 0, and 0% is not"),
    (
      "strategy w { param s = 0%; buy when close > 0; stop s }; set cash {1, 2}; sweep",
      "s is 0% unless set, and must be above 0 and at most 100%"
    ),
    (
      "strategy w { buy when close > 0; stop 0% }; sweep",
      "stop of w is 0%, and must be above 0 and at most 100%"
    ),
  ])
  func `it is an error that says why`(commands: String, message: String) throws {
    let session = try WatchedSession(Self.base + "sweep")
    let error = session.error(commands)
    #expect(error.contains(message), "\(commands): \(error)")
    #expect(try session.rows("runs").count == 1)
  }

  @Test func `what only some candidates cannot live with runs, and so does a far target`() throws {
    let session = try WatchedSession(Self.base)
    try session.answer("set sizing risk 1%; set stop {none, 5%}; sweep")
    #expect(try session.rows("failures").count > 0)
    try session.answer(
      "set sizing all_in; unset stop; set lot {1, 1000000}; set target 250%; sweep")
    #expect(try session.rows("runs").count == 2)
  }

  @Test(arguments: ["inf", "0", "-1", "1e999"])
  func `a price that is none never reaches the engine`(price: String) throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("Date,Close\n2024-01-02,10\n2024-01-03,\(price)\n2024-01-04,11\n".utf8)
      .write(to: folder.appending(path: "p.csv"))
    let session = try WatchedSession(in: folder.path)
    #expect(session.error("load p.csv") != "no error", "\(price)")
    #expect(
      session.error("sweep").contains("no strategy") || session.error("sweep").contains("no prices")
    )
  }

  @Test(arguments: ["NaN", "nan", "null", "", "n/a"])
  func `a price that is not there leaves its row out`(price: String) throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("Date,Close\n2024-01-02,10\n2024-01-03,\(price)\n2024-01-04,11\n".utf8)
      .write(to: folder.appending(path: "p.csv"))
    let session = try WatchedSession(in: folder.path)
    #expect(
      try session.answer("load p.csv").contains("1 row without a price left out at line 3"))
    #expect(try session.rows("series close").count == 2)
    #expect(session.error("load p.csv strict").contains("'strict' allows none"))
  }
}
