import Testing

/// What is said of a sweep before it starts, and who is asked.
@Suite(.serialized) struct LargeSweepTests {
  /// Fifteen million candidates: a result of more than two gigabytes.
  private static let setUp =
    "generate P bars 60 seed 1; window all; strategy sma_cross; set fast 1..3000; set slow 1..5000"

  @Test func `a sweep says what it will cost before it starts`() throws {
    let outcome = try Binary.commands(
      "generate P bars 60 seed 1; window all; strategy sma_cross; set fast 2..5; sweep")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("sweeping 4 candidates, about "), "\(outcome.errors)")
  }

  @Test func `a large sweep needs force in a script`() throws {
    let outcome = try Binary.commands(Self.setUp + "; sweep")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the sweep is large: 15,000,000 candidates"))
    #expect(outcome.errors.contains("'sweep force' starts it"), "\(outcome.errors)")
  }

  @Test func `a large sweep asks at a prompt`() throws {
    try PseudoTerminal.prompt { terminal, _ in
      try terminal.enter(Self.setUp, waitingFor: "P sma_cross> ")
      try terminal.enter("sweep", waitingFor: "Start it? [y/N] ")
      try terminal.enter("n", waitingFor: "the sweep was not started")
      try terminal.enter("runs", waitingFor: "no sweep has run yet")
      #expect(try terminal.quit() == 0)
    }
  }
}
