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
    var isExhausted = false
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
    let mayRun = work.withLock { work in
      guard work.progress.state == .paused else { return false }
      work.progress.state = .running
      work.stop = nil
      return true
    }
    guard mayRun else { return progress }
    executor.drain { [self] in
      guard let batch = takeBatch() else { return false }
      hand(in: evaluator.evaluate(batch))
      return true
    } tick: {
      tick(progress)
    }
    return work.withLock { work in
      work.progress.state = work.isExhausted ? .finished : (work.stop ?? .paused)
      return work.progress
    }
  }

  private func takeBatch() -> CandidateBatch? {
    work.withLock { work in
      guard work.stop == nil, !work.isExhausted else { return nil }
      let candidates = work.sampler.propose(plan.batchSize)
      guard candidates.rowCount > 0 else {
        work.isExhausted = true
        return nil
      }
      defer { work.nextBatch += 1 }
      return CandidateBatch(index: work.nextBatch, candidates: candidates)
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
