import Foundation

/// One measurement: what was done, how much of it, and how long the best of a few runs took.
struct Measurement: Encodable {
  let name: String
  /// Candidates, rows or bytes that the run handled.
  let amount: Double
  /// What `amount` counts.
  let unit: String
  /// Seconds of the fastest run.
  let seconds: Double
  /// Bars each candidate was run on; 1 where there are none.
  let barsPerCandidate: Int

  /// Amount a second.
  var rate: Double { amount / seconds }

  /// Nanoseconds for one unit on one bar.
  var nanoseconds: Double { seconds * 1e9 / amount / Double(barsPerCandidate) }

  /// The measurement as one line to read.
  var line: String {
    let figures = String(
      format: "%12.4f s %14.0f %@/s %10.2f ns", seconds, rate, unit as NSString, nanoseconds)
    return name + String(repeating: " ", count: max(1, 44 - name.count)) + figures
      + (barsPerCandidate > 1 ? " a \(unit) and bar" : " each")
  }
}

/// Runs bodies and collects their times.
struct Benchmark {
  private(set) var measurements: [Measurement] = []

  /// Keeps a time that was taken elsewhere.
  mutating func add(_ name: String, seconds: Double, unit: String) {
    let measurement = Measurement(
      name: name, amount: 1, unit: unit, seconds: seconds, barsPerCandidate: 1)
    measurements.append(measurement)
    print(
      name + String(repeating: " ", count: max(1, 44 - name.count))
        + String(format: "%12.2f ms", seconds * 1000))
  }

  /// Measures the fastest of `runs` runs after one that is not counted.
  ///
  /// - Parameters:
  ///   - name: What is done.
  ///   - amount: How much of it a run does.
  ///   - unit: What `amount` counts.
  ///   - bars: Bars each candidate is run on.
  ///   - runs: Runs that count.
  ///   - body: Does it once, and returns whether its answer was right.
  mutating func measure(
    _ name: String, amount: Int, unit: String, bars: Int = 1, runs: Int = 3,
    _ body: () throws -> Bool
  ) rethrows {
    var best = Double.infinity
    for run in 0...runs {
      let start = ContinuousClock.now
      let isRight = try body()
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      precondition(isRight, "\(name) gave a wrong answer")
      if run > 0 { best = min(best, seconds) }
    }
    let measurement = Measurement(
      name: name, amount: Double(amount), unit: unit, seconds: best, barsPerCandidate: bars)
    measurements.append(measurement)
    print(measurement.line)
  }
}
