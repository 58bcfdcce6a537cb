import PlateauColumns
import Synchronization

/// Runs the candidates of a plan through an evaluator, in batches, on any executor.
///
/// Starting and going on are the same call: `run` evaluates the batches that are not yet done.
/// Batches may end in any order; results are always in the order of the plan, so they do not
/// depend on threads or interruptions. Safe to use from any thread.
public final class Study: Sendable {
  /// What is being evaluated.
  public let plan: StudyPlan

  private struct Work {
    var sampler: GridSampler
    var nextBatch = 0
    var waiting: [Int: ResultBatch] = [:]
    var nextResult = 0
    var result = StudyResult()
    var progress = StudyProgress()
    var stop: StudyProgress.State?
  }

  private let work: Mutex<Work>

  /// Creates a study that has evaluated nothing.
  public init(_ plan: StudyPlan) {
    self.plan = plan
    work = Mutex(Work(sampler: GridSampler(plan.space)))
  }

  /// How far the study is.
  public var progress: StudyProgress { work.withLock(\.progress) }

  /// The rows so far, in the order of the plan.
  public var result: StudyResult { work.withLock(\.result) }

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
    return work.withLock { work in
      work.progress.state = work.sampler.isExhausted ? .finished : (work.stop ?? .paused)
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
    work.withLock { work in
      guard work.stop == nil, !work.sampler.isExhausted else { return .nothing }
      let candidates = work.sampler.propose(plan.batchSize)
      guard candidates.rowCount > 0 else { return .noneYet }
      defer { work.nextBatch += 1 }
      return .batch(CandidateBatch(index: work.nextBatch, candidates: candidates))
    }
  }

  private func hand(in batch: ResultBatch) {
    work.withLock { work in
      work.waiting[batch.index] = batch
      while let next = work.waiting.removeValue(forKey: work.nextResult) {
        noteBest(of: next, in: &work)
        work.result.append(next)
        work.nextResult += 1
      }
      work.progress.done = work.result.count
      work.progress.failed = work.result.failures.count
    }
  }

  private func noteBest(of batch: ResultBatch, in work: inout Work) {
    var rows = batch.candidates
    for column in batch.metrics.columns { rows.append(column) }
    for (row, score) in plan.objective.scores(of: rows).enumerated()
    where plan.objective.prefers(score, to: work.progress.bestScore) {
      work.progress.bestScore = score
      work.progress.bestCandidate = work.result.count + row
    }
  }
}
