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
