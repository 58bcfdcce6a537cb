public import PlateauColumns
import Synchronization

/// Runs the candidates of a plan through an evaluator, in batches, on any executor.
///
/// Starting and going on are the same call: `run` evaluates the batches that are not yet done.
/// Batches may end in any order; results are always in the order of the plan, so they do not
/// depend on threads or interruptions. Safe to use from any thread.
public final class Study: Sendable {
  /// What is being evaluated.
  public let plan: StudyPlan

  /// What batches are made of.
  private struct Supply {
    var sampler: GridSampler
    var nextBatch = 0
  }

  /// What has become of them.
  private struct Work {
    var waiting: [Int: Evaluated] = [:]
    var nextResult = 0
    var rows: GrowingResult
    var progress = StudyProgress()
    var stop: StudyProgress.State?
    var digest: (count: Int, fingerprint: Fingerprint)?
  }

  private struct Evaluated {
    let batch: ResultBatch
    let best: (row: Int, score: Double)?
  }

  // Two locks, so that taking a batch does not wait for another's rows to be added.
  private let supply: Mutex<Supply>
  private let work: Mutex<Work>

  /// Creates a study that has evaluated nothing.
  public init(_ plan: StudyPlan) {
    self.plan = plan
    supply = Mutex(Supply(sampler: GridSampler(plan.space)))
    work = Mutex(Work(rows: GrowingResult(expecting: plan.count)))
  }

  /// How far the study is.
  public var progress: StudyProgress { work.withLock(\.progress) }

  /// The rows so far, in the order of the plan.
  ///
  /// Those that come while a copy is in use wait until nobody reads: let go of it soon.
  public var result: StudyResult { work.withLock { $0.rows.read() } }

  /// The digest of the rows so far, kept until there are more.
  public var digest: Fingerprint {
    let result = result
    if let known = work.withLock(\.digest), known.count == result.count { return known.fingerprint }
    let fingerprint = result.digest
    work.withLock { $0.digest = (result.count, fingerprint) }
    return fingerprint
  }

  /// Asks a running study to stop after the batches at hand; `run` goes on from there.
  public func pause() { work.withLock { $0.stop = .paused } }

  /// Ends the study; what is done is kept.
  public func cancel() {
    work.withLock { work in
      work.stop = .cancelled
      if work.progress.state == .paused { work.progress.state = .cancelled }
    }
  }

  /// Evaluates what is not yet evaluated, and returns when done or asked to stop.
  ///
  /// - Parameters:
  ///   - evaluator: Evaluates batches, possibly several at once.
  ///   - executor: Supplies the threads.
  ///   - tick: Called now and then on this thread with the progress; may call `pause`.
  /// - Returns: How far the study is now: finished, paused or cancelled.
  @discardableResult
  public func run(
    _ evaluator: any Evaluator, on executor: any BatchExecutor,
    tick: (StudyProgress) -> Void = { _ in }
  ) -> StudyProgress {
    guard begin() else { return progress }
    return finish(evaluator, on: executor, tick: tick)
  }

  /// Claims a study that is at rest, so that from now on it counts as running.
  ///
  /// - Returns: Whether this caller has claimed it, and now owes a call of `finish`.
  public func begin() -> Bool {
    work.withLock { work in
      guard work.progress.state == .paused else { return false }
      work.progress.state = .running
      work.stop = nil
      return true
    }
  }

  /// Does the work of a study that `begin` has claimed, as `run` does.
  @discardableResult
  public func finish(
    _ evaluator: any Evaluator, on executor: any BatchExecutor,
    tick: (StudyProgress) -> Void = { _ in }
  ) -> StudyProgress {
    executor.drain { [self] in
      switch takeBatch() {
      case .nothing: return false
      case .noneYet: return true
      case .batch(let batch):
        hand(in: evaluator.evaluate(batch))
        return true
      }
    } tick: {
      tick(progress)
    }
    let isExhausted = supply.withLock(\.sampler.isExhausted)
    return work.withLock { work in
      work.progress.state = isExhausted ? .finished : (work.stop ?? .paused)
      return work.progress
    }
  }

  private enum Taken {
    case batch(CandidateBatch)
    /// The space is sparse, and no candidate was found in the steps allowed.
    case noneYet
    case nothing
  }

  private func takeBatch() -> Taken {
    guard work.withLock({ $0.stop == nil }) else { return .nothing }
    return supply.withLock { supply in
      guard !supply.sampler.isExhausted else { return .nothing }
      let candidates = supply.sampler.propose(plan.batchSize)
      guard candidates.rowCount > 0 else { return .noneYet }
      defer { supply.nextBatch += 1 }
      return .batch(CandidateBatch(index: supply.nextBatch, candidates: candidates))
    }
  }

  private func hand(in batch: ResultBatch) {
    let evaluated = Evaluated(batch: batch, best: plan.objective.best(of: batch.table))
    work.withLock { work in
      work.waiting[batch.index] = evaluated
      while let next = work.waiting.removeValue(forKey: work.nextResult) {
        if let best = next.best, plan.objective.prefers(best.score, to: work.progress.bestScore) {
          work.progress.bestScore = best.score
          work.progress.bestCandidate = work.rows.count + best.row
        }
        work.rows.append(next.batch)
        work.nextResult += 1
      }
      work.progress.done = work.rows.count
      work.progress.failed = work.rows.failureCount
    }
  }
}
