import PlateauWorkbench
import Testing

/// Why a row is removed, and which rows nearly are not.
@Suite struct WhyTests {
  /// Ten candidates: fast 5 to 9 with slow 20 and 30; candidate 2i + j has fast 5 + i, slow 20 + 10j.
  static let base =
    "generate P bars 400 seed 1; window all; strategy sma_cross; set fast 5..9; "
    + "set slow {20, 30}; sweep; "

  @Test func `each condition says its sides, whether it holds, and by how much it misses`() throws {
    let session = try WatchedSession(Self.base + "filter fast >= 8 and slow > 25")
    let answer = try session.answer("why 2")
    #expect(
      answer.hasPrefix(
        """
        candidate 2 of r1: removed by 2 conditions
          fast 6 >= 8: misses by 2
          slow 20 > 25: misses by 5
        """), "\(answer)")
    let kept = try session.answer("why best")
    #expect(kept.hasPrefix("candidate ") && kept.contains(": kept, rank 1 of 2"), "\(kept)")
    #expect(kept.contains("yes") && !kept.contains("misses by 0"))
  }

  @Test func `near misses are measured in standard deviations and come nearest first`() throws {
    let session = try WatchedSession(Self.base + "filter fast >= 8 and slow > 25")
    let rows = try session.rows("why")
    // fast - 8 is -3 ... 1, each twice: the variance is 20 / 9. slow - 25 is -5 or 5: 250 / 9.
    let (fast, slow) = ((20.0 / 9).squareRoot(), (250.0 / 9).squareRoot())
    let expected: [(Int, Double)] = [
      (5, 1 / fast), (6, 5 / slow), (8, 5 / slow), (3, 2 / fast), (4, 1 / fast + 5 / slow),
      (1, 3 / fast), (2, 2 / fast + 5 / slow), (0, 3 / fast + 5 / slow),
    ]
    #expect(rows.map { Int($0[0]) } == expected.map(\.0))
    for (row, pair) in zip(rows, expected) {
      #expect(agrees(Double(row[1]) ?? .nan, pair.1), "\(row)")
    }
    #expect(rows[4][2] == "fast >= 8 by 1; slow > 25 by 5")
  }

  @Test func `a condition at its limit, an undefined one and one of words say so`() throws {
    let session = try WatchedSession(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 390}; "
        + "set slow 399; set fill {next_open, close}; sweep")
    try session.answer("filter fast > 5")
    #expect(try session.answer("why").contains("fast > 5 at the limit"))
    try session.answer("undo; filter profit_factor > 1 and fill = close")
    let answer = try session.answer("why 0")
    #expect(answer.contains("profit_factor > 1: profit_factor is undefined"), "\(answer)")
    #expect(answer.contains("fill = close: does not hold"))
    #expect(try session.answer("why").contains("none of the 4 removed rows is near"))
  }

  @Test func `a condition that asks for a difference is never near`() throws {
    let session = try WatchedSession(Self.base + "filter fast != 5 and slow > 25")
    // Candidates 0 and 1 have fast 5; of the others, those with slow 20 miss by a number.
    #expect(try session.rows("why").map { $0[0] }.sorted() == ["2", "4", "6", "8"])
    let answer = try session.answer("why")
    #expect(answer.contains("6 rows removed, 2 of them not near"), "\(answer)")
    #expect(
      try session.answer("why 1").hasPrefix(
        "candidate 1 of r1: removed by 1 condition\n  fast != 5: does not hold\n"))
  }

  @Test func `of many near misses ten are shown and all are counted`() throws {
    let session = try WatchedSession(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast 5..30; sweep; "
        + "filter fast > 29")
    let answer = try session.answer("why")
    #expect(try session.rows("why").map { $0[0] } == (15...24).reversed().map(String.init))
    #expect(answer.contains("25 rows removed"), "\(answer)")
  }

  @Test func `a failed row says its reason, and without filters nothing is removed`() throws {
    let session = try WatchedSession(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 5000}; sweep")
    #expect(
      try session.answer("why 1").contains(
        "candidate 1 of r1 failed: no bar of the window has every input defined"))
    #expect(try session.answer("why").hasPrefix("nothing is removed"))
    #expect(try session.answer("why 0") == "candidate 0 of r1: kept, rank 1 of 2\n")
  }

  @Test func `an empty result is explained condition by condition`() throws {
    let session = try WatchedSession(Self.base + "filter fast >= 8 and slow > 25")
    let answer = try session.answer("filter fast < 8")
    #expect(answer.hasPrefix("0 of 2 rows kept\n"), "\(answer)")
    // Fast 8 with slow 30 meets the first two conditions and stands exactly at the third.
    #expect(answer.contains("nearest is candidate 7, which misses fast < 8 at the limit"))
    #expect(answer.contains("'undo' takes the filter back"))
    let rows = try session.rows("filter")
    #expect(
      rows.prefix(3) == [
        ["1", "fast >= 8", "4", "6", "4"], ["1", "slow > 25", "5", "2", "2"],
        ["2", "fast < 8", "6", "2", "0"],
      ])
  }

  @Test func `undefined values can be asked for, and only with = and !=`() throws {
    let session = try WatchedSession(
      "generate P bars 400 seed 1; window all; strategy sma_cross; set fast {5, 390}; "
        + "set slow {20, 399}; set stop {none, 3%}; sweep")
    #expect(try session.answer("filter stop = none").hasPrefix("4 of 8 rows kept"))
    #expect(try session.answer("undo; filter stop != none").hasPrefix("4 of 8 rows kept"))
    // Only fast 5 with slow 20 trades within 400 bars.
    #expect(try session.answer("filter profit_factor != none").hasPrefix("1 of 4 rows kept"))
    let swept = try session.answer("require none = stop; sweep")
    #expect(WatchedSession.field("candidates", in: swept)?.hasPrefix("4") == true)
    #expect(
      session.error("filter stop > none").hasPrefix(
        "error: a value is none or not; none is not larger or smaller; did you mean 'stop = none'?")
    )
    #expect(session.error("filter none = none").contains("none is always none"))
    #expect(session.error("series close = none").contains("there is no series or function 'none'"))
  }
}
