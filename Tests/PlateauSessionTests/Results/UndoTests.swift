import Foundation
import PlateauLanguage
import PlateauReport
import PlateauWorkbench
import Testing

/// Every change of state can be taken back, and made again.
@Suite struct UndoTests {
  /// Commands that each change the state, in an order in which they make sense.
  static let commands = [
    "generate P bars 400 seed 1", "generate Q bars 400 seed 2", "use P, Q", "use P", "window all",
    "strategy sma_cross", "set fast 5..15 step 5", "set slow {20, 30}", "set commission 0.1%",
    "set sizing fraction 50%", "require fast < slow", "baseline fast=5, slow=20",
    "define score = sharpe - drawdown", "objective score", "set metrics +omega_ratio",
    "set mode csv", "set columns sharpe_ratio", "set timing on", "set threads 2",
    "note \"one\"", "sweep", "extend fast 20",
    "refine around best by 2", "adopt best", "filter Sharpe>-9 and drawdown<95%",
    "filter trades >= 0",
    "unset filter", "unset require", "unset commission",
    "strategy mine { buy when close > sma(close, 20); sell when close < sma(close, 20) }", "reset",
  ]

  private func session() -> Session { Session(host: SessionHost(show: { _, _ in })) }

  @Test func `undo walks back through every state, and redo forward again`() throws {
    let session = session()
    var states = [session.state]
    for command in Self.commands {
      try session.execute(SourceText(command))
      #expect(session.state != states[states.count - 1], "\(command) changed nothing")
      states.append(session.state)
    }
    for state in states.dropLast().reversed() {
      try session.execute(SourceText("undo"))
      #expect(session.state == state)
    }
    #expect(throws: SessionError.self) { try session.execute(SourceText("undo")) }
    for state in states.dropFirst() {
      try session.execute(SourceText("redo"))
      #expect(session.state == state)
    }
    #expect(throws: SessionError.self) { try session.execute(SourceText("redo")) }
  }

  @Test func `looking changes nothing and is not undone`() throws {
    let session = session()
    for command in Self.commands.prefix(21) { try session.execute(SourceText(command)) }
    let state = session.state
    for command in [
      "top", "show best", "trades best", "equity best", "describe", "failures", "runs", "data",
      "inspect", "set", "filter", "require", "help", "history", "warnings", "series close last 3",
      "explain sweep", "strategy", "assert kept > 0", "why", "why 0", "compare 0 best baseline",
      "convention best", "stress commission {0%, 1%}",
    ] {
      try session.execute(SourceText(command))
      #expect(session.state == state, "\(command)")
    }
    try session.execute(SourceText("undo"))
    #expect(session.state != state)
  }

  @Test func `filters stack, and undo takes back the last`() throws {
    let session = session()
    for command in Self.commands.prefix(20) where !command.hasPrefix("set mode") {
      try session.execute(SourceText(command))
    }
    var answers: [String] = []
    let watched = Session(
      host: SessionHost(show: { document, _ in
        answers.append(OutputMode.table.renderer().render(document))
      }))
    try watched.execute(
      SourceText(
        "generate P bars 400 seed 1; window all; strategy sma_cross; set fast 5..9; "
          + "set slow {20, 30, 40}; sweep; filter fast >= 6; filter fast >= 7 and slow < 40; "
          + "undo; filter slow = 20"))
    let kept = answers.filter { $0.contains("rows kept") }
    // 5 * 3 = 15 rows; 4 * 3 with fast >= 6; 3 * 2 of those; then 4 with slow = 20.
    #expect(
      kept.map { $0.prefix(while: { $0 != "\n" }) } == [
        "12 of 15 rows kept", "6 of 12 rows kept", "4 of 12 rows kept",
      ])
  }

  @Test func `an error changes nothing, not even half of a command`() throws {
    let session = session()
    try session.execute(SourceText("generate P bars 400 seed 1; strategy sma_cross; set fast 5..9"))
    let state = session.state
    for command in [
      "load nowhere.csv", "use P, X", "set fast 9..5", "strategy no { buy when clse > 1 }",
      "require fast < slo", "baseline fast=5, slo=3", "define x = sharp", "objective fast",
      "filter sharpe > 1", "sweep threads 0", "window 2001-01-01..2001-02-01",
      "run nowhere.plateau",
    ] {
      #expect(throws: SessionError.self, "\(command)") {
        try session.execute(SourceText(command))
      }
      #expect(session.state == state, "\(command)")
    }
  }
}
