import Foundation

/// Whole sweeps by the program itself, from its start to the end of its answer.
enum PromptSweeps {
  /// Measures sweeps of growing size, with the memory they take.
  static func measure(_ benchmark: inout Benchmark) throws {
    let pairs = "strategy sma_cross; require fast < slow; "
    try measure(
      "sweep of 4,950 pairs on 2,148 bars", bars: 2148,
      pairs + "set commission 0.1%; set fast 2..101; set slow 2..101", count: 4950, &benchmark)
    try measure(
      "sweep of a million pairs on 10,000 bars", bars: 10_000,
      pairs + "set commission {0.05%, 0.1%}; set fast 2..1000; set slow 3..1002",
      count: 1_000_998, &benchmark)
    // Strategies of one's own: three indicators and a stop, fixed and in average true ranges.
    try measure(
      "sweep of 100,000 candidates of a written strategy on 2,500 bars", bars: 2500,
      "strategy own { param trend = 100; param dip = 5; param loss = 4%; "
        + "buy when close > sma(close, trend) and rsi(close, dip) < 30; "
        + "sell when rsi(close, dip) > 55; stop loss }; "
        + "set trend 10..209 step 4; set dip 2..21; set loss 0.1%..10% step 0.1%",
      count: 100_000, &benchmark)
    try measure(
      "the same with a stop in average true ranges", bars: 2500,
      "strategy own { param entry = 20; param dip = 5; param width = 2; "
        + "buy when close > highest(high, entry)[1] and rsi(close, dip) > 50; "
        + "sell when close < sma(close, entry); stop width * atr(14) / close }; "
        + "set entry 10..59; set dip 2..21; set width 1..10.9 step 0.1",
      count: 100_000, &benchmark)
    // An entry that holds for many bars: a stop lets the next position begin.
    try measure(
      "the same with an entry that recurs while a position is held", bars: 2500,
      "strategy own { param fast = 10; param slow = 50; param dip = 5; param loss = 4%; "
        + "buy when sma(close, fast) > ema(close, slow) and rsi(close, dip) < 60; "
        + "sell when rsi(close, dip) > 70; stop loss }; "
        + "set fast 5..24; set slow 30..125 step 5; set dip 5..9; "
        + "set loss 0.25%..12.5% step 0.25%",
      count: 100_000, &benchmark)
    // Time grows with the candidates and not faster.
    for lengths in [10, 32, 100, 316, 1000] {
      try measure(
        "sweep of \(lengths * lengths * 10) candidates on 2,500 bars", bars: 2500,
        "strategy sma_cross; set commission 0.01%..0.1% step 0.01%; "
          + "set fast 2..\(lengths + 1); set slow 1010..\(1009 + lengths)",
        count: lengths * lengths * 10, &benchmark)
    }
  }

  private static func measure(
    _ name: String, bars: Int, _ space: String, count: Int, _ benchmark: inout Benchmark
  ) throws {
    let setUp = "generate B bars \(bars) seed 1; window all; \(space); "
    // What a start and the prices take is not the sweep's.
    let idle = try StartUp.run(["-c", setUp])
    let whole = try StartUp.run(["-c", setUp + "sweep force; assert candidates = \(count)"])
    precondition(idle.exitStatus == 0 && whole.exitStatus == 0, "\(name) gave a wrong answer")
    benchmark.add(name, seconds: max(0, whole.seconds - idle.seconds), unit: "sweep")
    print("  at most \(whole.peakBytes >> 20) MB")
  }
}
