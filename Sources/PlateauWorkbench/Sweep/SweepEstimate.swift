import Foundation
import PlateauColumns
import PlateauSearch

/// What a sweep will cost, told before it starts.
struct SweepEstimate {
  /// Candidates there will be.
  let count: CandidateCount
  /// Bytes of the finished result.
  let bytes: Double
  /// Candidates that need no evaluation.
  var known = 0
  /// Seconds that one candidate takes on the threads it will use, from a few timed just now.
  private let secondsEach: Double

  /// Times a few candidates of the plan and multiplies.
  ///
  /// - Parameters:
  ///   - plan: The sweep.
  ///   - threads: Threads it will use.
  init(_ plan: SweepPlan, threads: Int) {
    let evaluator = plan.evaluator
    count = plan.study.count
    bytes = plan.memoryEstimate
    var sampler = GridSampler(plan.study.space)
    let clock = ContinuousClock()
    var timed = 0
    var spent = 0.0
    // The first batch pays for columns that all candidates share, so it is not counted.
    _ = evaluator.evaluate(CandidateBatch(index: 0, candidates: sampler.propose(2)))
    while spent < 0.01, timed < 256 {
      let candidates = sampler.propose(4)
      guard candidates.rowCount > 0 else { break }
      let duration = clock.measure {
        _ = evaluator.evaluate(CandidateBatch(index: 0, candidates: candidates))
      }
      spent += duration / .seconds(1)
      timed += candidates.rowCount
    }
    secondsEach = timed == 0 ? 0 : spent / Double(timed) / Double(threads)
  }

  /// Seconds where so many candidates need no evaluation.
  private func seconds(knowing known: Int) -> Double {
    secondsEach * max(0, count.value - Double(known))
  }

  /// The estimate as one sentence.
  var sentence: String {
    let candidates =
      switch count {
      case .exact(let count): Wording.plural(count, "candidate")
      case .estimate(let count): "about \(Wording.roughCount(count)) candidates"
      }
    let taken = known > 0 ? ", \(Wording.count(known)) of them known" : ""
    return "\(candidates)\(taken), about \(Wording.seconds(seconds(knowing: known))) and "
      + Wording.bytes(bytes)
  }

  /// Why the sweep cannot be done at all, or `nil`.
  var refusal: String? {
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    guard bytes > memory / 2 else { return nil }
    return "the result would take \(Wording.bytes(bytes)) of memory, and this machine has "
      + Wording.bytes(memory)
  }

  /// Whether to ask, or to want `force`, before starting a sweep that knows so many candidates.
  func isLarge(knowing known: Int) -> Bool { seconds(knowing: known) > 1800 || bytes > 2e9 }
}
