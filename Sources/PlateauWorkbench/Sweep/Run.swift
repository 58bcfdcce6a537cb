import Foundation
import PlateauColumns
import PlateauSearch
import Synchronization

/// One sweep of a session, past or running.
final class Run: Sendable {
  /// The number in `r1`, `r2`, from 1.
  let id: Int
  /// The name given by `sweep … as NAME`.
  let name: String?
  /// What was planned.
  let plan: SweepPlan
  /// The work and its result.
  let study: Study
  /// The engine, shared by the sweep and by replays of single candidates.
  let evaluator: BacktestEvaluator
  /// The earlier run some of whose rows were not evaluated again, or `nil`.
  let sourceLabel: String?
  private let recalling: RecallingEvaluator?
  /// Threads of the sweep.
  let threads: Int
  /// The command that started it.
  let command: String

  private struct Clock {
    var seconds = 0.0
    var startedAt: ContinuousClock.Instant?
    var doneAtStart = 0
    var isInBackground = false
  }
  private let clock = Mutex(Clock())
  private let observed = Mutex<SweepObservations?>(nil)

  init(
    id: Int, name: String?, plan: SweepPlan, evaluator: BacktestEvaluator,
    takenOver: TakenOverRows? = nil, threads: Int, command: String
  ) {
    self.id = id
    self.name = name
    self.plan = plan
    self.evaluator = evaluator
    sourceLabel = takenOver?.label
    recalling = takenOver.map { RecallingEvaluator(evaluator, knowing: $0.rows) }
    self.threads = threads
    self.command = command
    study = Study(plan.study)
  }

  /// The name as typed: `r2`.
  var label: String { "r\(id)" }

  /// How many rows so far were taken over and not evaluated.
  var takenOverCount: Int { recalling?.recalledCount ?? 0 }

  /// Whether the run was started in the background.
  var isInBackground: Bool { clock.withLock(\.isInBackground) }

  /// Seconds spent running so far.
  var seconds: Double {
    clock.withLock { clock in
      clock.seconds + (clock.startedAt.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0)
    }
  }

  /// Runs what is left on this thread's watch; may be called again after a pause.
  ///
  /// - Parameter tick: Called now and then with a report; may pause the study.
  func work(tick: (ProgressReport) -> Void) {
    guard study.begin() else { return }
    workAsBegun(tick: tick)
  }

  private func workAsBegun(tick: (ProgressReport) -> Void) {
    clock.withLock { clock in
      clock.startedAt = .now
      clock.doneAtStart = study.progress.done
    }
    let executor: any BatchExecutor =
      threads == 1 && !isInBackground
      ? SerialBatchExecutor()
      : ThreadedBatchExecutor(threadCount: threads, givesWay: isInBackground)
    study.finish(recalling ?? evaluator, on: executor) { tick(report(of: $0)) }
    forgetWhenEnded()
    clock.withLock { clock in
      clock.seconds += clock.startedAt.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
      clock.startedAt = nil
    }
  }

  /// Runs what is left on a thread of its own.
  ///
  /// - Parameter whenDone: Called on that thread at the end.
  func workInBackground(whenDone: @escaping @Sendable (Run) -> Void) {
    guard study.begin() else { return }
    clock.withLock { $0.isInBackground = true }
    let thread = Thread {
      self.workAsBegun { _ in }
      whenDone(self)
    }
    thread.start()
  }

  /// Ends the sweep; what is done is kept.
  func cancel() {
    study.cancel()
    forgetWhenEnded()
  }

  /// Rows to be taken over are of no more use once nothing is left to be evaluated.
  private func forgetWhenEnded() {
    switch study.progress.state {
    case .finished, .cancelled: recalling?.forget()
    case .paused, .running: break
    }
  }

  /// What the result shows that nobody asked for; looked for once, when the run has ended.
  func observations() -> SweepObservations {
    observed.withLock { observed in
      let found = observed ?? SweepObservations(self)
      observed = found
      return found
    }
  }

  /// Waits for the batches at hand after `pause` or `cancel` of a background sweep.
  func waitUntilStopped() {
    while study.progress.state == .running { pauseThread() }
  }

  /// Lets the sweep's threads work for a moment.
  func pauseThread() { Thread.sleep(forTimeInterval: 0.005) }

  private func report(of progress: StudyProgress) -> ProgressReport {
    let (seconds, doneAtStart) = clock.withLock { clock in
      (clock.startedAt.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0, clock.doneAtStart)
    }
    let best = progress.bestCandidate.map { _ in
      plan.state.objective.scoreText(progress.bestScore)
    }
    return ProgressReport(
      done: progress.done, total: plan.study.count.value, failed: progress.failed,
      seconds: seconds, doneNow: progress.done - doneAtStart, best: best)
  }
}

/// The runs of a session in order.
struct RunList {
  private(set) var all: [Run] = []

  /// The number of the next run.
  var nextID: Int { all.count + 1 }

  /// Adds a run.
  mutating func append(_ run: Run) { all.append(run) }

  /// The run of a number.
  subscript(id: Int) -> Run? { all.first { $0.id == id } }

  /// The run of a word: `r2`, `2` or the name it was given.
  func run(named word: String) -> Run? {
    let lowered = word.lowercased()
    return all.last {
      $0.name?.lowercased() == lowered || $0.label == lowered || "\($0.id)" == word
    }
  }

  /// Whether a word could be the number of a run: `3`, `r3`.
  static func isNumber(_ word: String) -> Bool {
    let digits = word.lowercased().hasPrefix("r") ? word.dropFirst() : word[...]
    return digits.isEmpty || digits.allSatisfy(\.isNumber)
  }

  /// The words that name runs.
  var names: [String] { all.map(\.label) + all.compactMap(\.name) }
}
