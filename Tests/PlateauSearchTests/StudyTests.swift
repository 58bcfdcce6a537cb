import PlateauColumns
import PlateauSearch
import Testing

@Suite struct StudyTests {
  let space = ParameterSpace(
    [Example.range("a", 1...12), Example.range("b", 1...40), Example.range("c", 1...5)],
    constraints: [Example.ascending("a", "b")])

  @Test(arguments: [1, 2, 7], [false, true])
  func `any number of threads gives the same rows`(threads: Int, givesWay: Bool) {
    let serial = Study(Example.plan(space))
    serial.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    let threaded = Study(Example.plan(space))
    threaded.run(
      ShufflingEvaluator(), on: ThreadedBatchExecutor(threadCount: threads, givesWay: givesWay))
    #expect(threaded.progress.state == .finished)
    #expect(bits(of: threaded) == bits(of: serial))
    #expect(threaded.result.failures == serial.result.failures)
    #expect(threaded.progress == serial.progress)
  }

  @Test func `a study paused after any batch and run again equals one never stopped`() {
    let whole = Study(Example.plan(space))
    whole.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    let batches = (whole.result.count + whole.plan.batchSize - 1) / whole.plan.batchSize
    #expect(batches > 20)
    for stop in 1..<batches {
      let study = Study(Example.plan(space))
      var ticks = 0
      study.run(AnalyticEvaluator(), on: SerialBatchExecutor()) { _ in
        ticks += 1
        if ticks == stop { study.pause() }
      }
      #expect(study.progress.state == .paused)
      #expect(study.progress.done == stop * study.plan.batchSize)
      study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
      #expect(bits(of: study) == bits(of: whole))
    }
  }

  @Test func `a cancelled study keeps what is done and does not go on`() {
    let study = Study(Example.plan(space))
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor()) { _ in study.cancel() }
    #expect(study.progress.state == .cancelled)
    let done = study.progress.done
    #expect(done == study.plan.batchSize)
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    #expect(study.progress.done == done)
  }

  @Test func `failures are rows with their reasons`() {
    let study = Study(Example.plan(space))
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    // a = 7 leaves b in 8...40 and c in 1...5: 33 * 5.
    #expect(study.result.failures.count == 165)
    #expect(study.progress.failed == 165)
    let first = study.result.failures[0]
    #expect(first.reason == "seven")
    #expect(study.result.table["a"]?.values[first.row] == 7)
    #expect(study.result.table["score"]?.values[first.row].isNaN == true)
  }

  @Test func `the best so far is the first of the best`() {
    let study = Study(Example.plan(space))
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    // 12 * 100 + 40 * 10 + 5
    #expect(study.progress.bestScore == 1605)
    #expect(study.progress.bestCandidate == study.result.count - 1)
  }

  @Test func `the digest does not depend on the order of rows`() {
    let table = Table([
      Column("a", values: [2, 1, 3]), Column("score", values: [.nan, 10, 30]),
    ])
    let other = table.selecting(rows: [2, 0, 1])
    #expect(table.resultDigest(parameterCount: 1) == other.resultDigest(parameterCount: 1))
    let changed = Table([
      Column("a", values: [2, 1, 3]), Column("score", values: [.nan, 10, 30.000000000000004]),
    ])
    #expect(table.resultDigest(parameterCount: 1) != changed.resultDigest(parameterCount: 1))
  }

  /// All values in order as raw bits, so that undefined values compare equal.
  private func bits(of study: Study) -> [[UInt64]] {
    study.result.table.columns.map { $0.values.map(\.bitPattern) }
  }
}
