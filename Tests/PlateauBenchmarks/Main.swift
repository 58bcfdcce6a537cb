import Foundation
import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauSearch
import PlateauWorkbench

/// Measures what an analyst waits for.
///
/// Answers are checked; times are printed, never judged here.
/// With an argument, the measurements are also written to that path as JSON.
@main
struct Main {
  static func main() throws {
    var benchmark = Benchmark()
    // First, because a child's memory is counted from that of its parent.
    try PromptSweeps.measure(&benchmark)
    try EngineSpeed.measure(&benchmark)
    try sweeps(&benchmark)
    try loading(&benchmark)
    ranking(&benchmark)
    try LargeResults.measure(&benchmark)
    try waiting(&benchmark)
    if CommandLine.arguments.count > 1 {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(benchmark.measurements)
        .write(to: URL(fileURLWithPath: CommandLine.arguments[1]))
    }
  }

  /// Sweeps by typed commands, from the line to the table.
  private static func sweeps(_ benchmark: inout Benchmark) throws {
    let shapes = [
      (
        "sma_cross, 4950 pairs",
        "strategy sma_cross; set fast 2..101; set slow 2..101; "
          + "require fast < slow", 4950
      ),
      (
        "swing, 2304 with stop and target",
        "strategy swing; set sma_fast {5, 10, 15, 20}; "
          + "set sma_slow {30, 40, 50, 60}; set stop_loss_pct 1%..12% step 1%; "
          + "set take_profit_pct 2%..24% step 2%", 2304
      ),
      (
        "volatility_balancing, 2880",
        "strategy volatility_balancing; "
          + "set trigger_threshold_pct 1%..10% step 1%; set rebalance_ratio 0.3..2.0 step 0.1; "
          + "set min_stock_alloc_pct 10%..40% step 10%; "
          + "set max_stock_alloc_pct 60%..90% step 10%", 2880
      ),
    ]
    for threads in [1, ProcessInfo.processInfo.activeProcessorCount] {
      for (name, commands, count) in shapes {
        let setUp = "generate B bars 2148 seed 1; window all; set commission 0.1%; " + commands
        try benchmark.measure(
          "\(name), \(threads) thread\(threads == 1 ? "" : "s")", amount: count,
          unit: "candidate", bars: 2148
        ) {
          let session = Session(host: SessionHost(show: { _, _ in }))
          try session.execute(
            SourceText("\(setUp); sweep threads \(threads); assert candidates = \(count)"))
          return true
        }
      }
    }
  }

  /// What a person at the prompt waits for.
  private static func waiting(_ benchmark: inout Benchmark) throws {
    try benchmark.measure("plateau -c quit", amount: 1, unit: "start", runs: 20) {
      try StartUp.run(["-c", "quit"]).exitStatus == 0
    }
    let times = try KeyEcho.times(keys: 200).sorted()
    benchmark.add(
      "key echo in a background sweep, median of 200", seconds: times[times.count / 2], unit: "key")
    benchmark.add(
      "key echo in a background sweep, worst of 200", seconds: times[times.count - 1], unit: "key")
  }

  private static func loading(_ benchmark: inout Benchmark) throws {
    let count = 1_000_000
    let series = try SyntheticPrices.generate(
      name: "L", bars: count, seed: 1, interval: .intraday(seconds: 60))
    let path = FileManager.default.temporaryDirectory
      .appending(path: "plateau-bench-\(ProcessInfo.processInfo.processIdentifier).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(PriceWriter.csv(of: series).utf8).write(to: path)
    try benchmark.measure("load a CSV of a million rows", amount: count, unit: "row") {
      try PriceReader.read(path: path.path)[0].series.fingerprint == series.fingerprint
    }
  }

  private static func ranking(_ benchmark: inout Benchmark) {
    let count = 1_000_000
    var random = RandomStream(seed: 1)
    let table = Table([
      Column("n", kind: .length, values: (0..<count).map(Double.init)),
      Column("sharpe_ratio", values: (0..<count).map { _ in random.normal() }),
    ])
    let objective = Objective(
      ColumnProgram(input: "sharpe_ratio"), text: "sharpe_ratio", maximizes: true)
    benchmark.measure("score and rank a million rows", amount: count, unit: "row") {
      let scores = objective.scores(of: table)
      let order = (0..<count).sorted { objective.prefers(scores[$0], to: scores[$1]) }
      return scores[order[0]] >= scores[order[count - 1]]
    }
    benchmark.measure("digest a million rows", amount: count, unit: "row") {
      table.resultDigest(parameterCount: 1).bytes.count == 32
    }
  }
}
