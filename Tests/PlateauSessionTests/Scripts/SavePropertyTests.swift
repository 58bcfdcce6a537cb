import Foundation
import PlateauColumns
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// Whatever order commands were typed in, the saved script leads to the same state and results.
@Suite struct SavePropertyTests {
  /// Commands in any order; those that fail where they stand are mistakes of a user.
  static let commands =
    UndoTests.commands.filter { !$0.hasPrefix("reset") && !$0.hasPrefix("set mode") } + [
      "strategy swing", "strategy rsi_reversion", "strategy buy_and_hold",
      "strategy volatility_balancing", "strategy sma_cross", "set period 10..14",
      "strategy own { param a = 2 in 2..4; param lot = 5; buy when close > sma(close, a + lot) }",
      "strategy own { param a = 3%; buy when close > sma(close, 20) * (1 + a) }",
      "set a {2, 3}", "set a {1%, 3%}", "set lot 5..6", "set execution.lot {0, 1}", "unset a",
      "set sizing value {1000, 2000}", "set sizing all_in", "set stop {none, 3%}",
      "set fill {next_open, close}", "require period > 10", "baseline period=12",
      "define other = score * 2", "unset score", "unset other", "sweep as \"my run\"",
      "filter score > -99", "top 3 by score", "window 2015-06-01..2016-03-01",
      "window last 100 bars", "set start common", "use Q", "extend fast 6..8",
      "extend slow 25", "extend a 4", "extend stop 4%",
      "refine around rank 2 by 2 as finer", "adopt 0", "adopt rank 2", "adopt r1:0", "undo", "undo",
      "redo", "open r1", "resample P to weekly", "resample Q to monthly as P", "use Q",
      "resample Q to weekly as W", "generate Q bars 300 seed 4",
    ]

  @Test(arguments: 0..<60)
  func `a saved session replays to what it was`(seed: Int) throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
    var random = RandomStream(seed: UInt64(seed))
    var typed = ["generate P bars 400 seed 1", "generate Q bars 400 seed 2"]
    for _ in 0..<30 {
      typed.append(Self.commands[Int(random.uniform() * Double(Self.commands.count))])
    }
    for command in typed {
      _ = try? session.execute(SourceText(command))
    }
    try session.execute(SourceText("save s.plateau"))
    let script = try String(contentsOf: folder.appending(path: "s.plateau"), encoding: .utf8)
    let replayed = Session(host: SessionHost(show: { _, _ in }), folder: folder.path)
    do {
      let verification = try replayed.execute(
        scriptAt: folder.path + "/s.plateau", shownAs: "s.plateau", expectations: .verified)
      #expect(verification.held == verification.checked)
    } catch {
      Issue.record(
        "\(error.rendered)\n--- typed\n\(typed.joined(separator: "\n"))\n--- saved\n\(script)")
      return
    }
    try replayed.execute(SourceText("save t.plateau"))
    let again = try String(contentsOf: folder.appending(path: "t.plateau"), encoding: .utf8)
    #expect(again == script, "\(typed.joined(separator: "\n"))")
  }
}
