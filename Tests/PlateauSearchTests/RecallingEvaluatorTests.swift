import PlateauColumns
import PlateauSearch
import Synchronization
import Testing

@Suite struct RecallingEvaluatorTests {
  /// Counts the candidates that are really evaluated.
  final class CountingEvaluator: Evaluator {
    let count = Mutex(0)

    func evaluate(_ batch: CandidateBatch) -> ResultBatch {
      count.withLock { $0 += batch.candidates.rowCount }
      return AnalyticEvaluator().evaluate(batch)
    }
  }

  private static func known(_ study: Study) -> KnownRows {
    let result = study.result
    let names = result.table.names
    return KnownRows(
      parameters: result.table.selecting(columns: Array(names.prefix(result.parameterCount))),
      metrics: result.table.selecting(columns: Array(names.dropFirst(result.parameterCount))),
      failures: result.failures)
  }

  private static func run(_ space: ParameterSpace) -> Study {
    let study = Study(Example.plan(space))
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    return study
  }

  @Test(arguments: [1, 2, 7])
  func `recalled rows give the digest of a fresh study, for any number of threads`(
    threads: Int
  ) throws {
    let known = Self.run(
      ParameterSpace(
        [Example.range("a", 5...8), Example.range("b", 1...20), Example.range("c", 1...5)]))
    let space = ParameterSpace(
      [Example.range("a", 4...12), Example.range("b", 3...25), Example.range("c", 2...5)],
      constraints: [Example.ascending("a", "b")])
    let fresh = Self.run(space)
    let evaluator = CountingEvaluator()
    let study = Study(Example.plan(space))
    let recalling = RecallingEvaluator(evaluator, knowing: Self.known(known))
    study.run(recalling, on: ThreadedBatchExecutor(threadCount: threads))
    #expect(study.result.digest == fresh.result.digest)
    #expect(study.result.failures == fresh.result.failures)
    #expect(!study.result.failures.isEmpty)
    #expect(study.progress == fresh.progress)
    // Of a in 5...8 and b in 3...20 with a < b: 15 + 14 + 13 + 12 pairs, each with 4 values of c.
    #expect(recalling.recalledCount == 216)
    #expect(evaluator.count.withLock { $0 } == fresh.result.count - 216)
  }

  @Test func `a study that knows every row evaluates none`() {
    let space = ParameterSpace([Example.range("a", 6...8), Example.range("b", 1...4)])
    let fresh = Self.run(space)
    let evaluator = CountingEvaluator()
    let study = Study(Example.plan(space))
    study.run(
      RecallingEvaluator(evaluator, knowing: Self.known(fresh)), on: SerialBatchExecutor())
    #expect(evaluator.count.withLock { $0 } == 0)
    #expect(study.result.digest == fresh.result.digest)
    #expect(study.result.failures == fresh.result.failures)
  }

  @Test func `what was forgotten is evaluated`() {
    let space = ParameterSpace([Example.range("a", 6...8), Example.range("b", 1...4)])
    let fresh = Self.run(space)
    let evaluator = CountingEvaluator()
    let recalling = RecallingEvaluator(evaluator, knowing: Self.known(fresh))
    recalling.forget()
    let study = Study(Example.plan(space))
    study.run(recalling, on: SerialBatchExecutor())
    #expect(evaluator.count.withLock { $0 } == 12 && recalling.recalledCount == 0)
    #expect(study.result.digest == fresh.result.digest)
  }

  @Test func `known rows may be some rows of a table, and answer with its metrics and failures`() {
    let known = KnownRows(
      parameters: Table([Column("a", values: [9, 7]), Column("b", values: [1, 2])]), rows: [1, 3],
      metrics: Table([Column("score", values: [10, 11, 12, 13])]),
      failures: [RowFailure(row: 0, reason: "zero"), RowFailure(row: 3, reason: "three")])
    let batch = CandidateBatch(
      index: 0,
      candidates: Table([Column("a", values: [7, 9]), Column("b", values: [2, 1])]))
    let result = RecallingEvaluator(CountingEvaluator(), knowing: known).evaluate(batch)
    #expect(result.metrics["score"]?.values == [13, 11])
    #expect(result.failures == [RowFailure(row: 0, reason: "three")])
  }

  @Test func `an undefined value is found, and a number that differs in its last bit is not`() {
    let known = KnownRows(
      parameters: Table([Column("stop", values: [0.03, .nan, 0.1, -0.0])]),
      metrics: Table([Column("score", values: [1, 2, 3, 4])]), failures: [])
    let wanted = Table([
      Column("stop", values: [-Double.nan, 0.1, 0.1.nextUp, 0.03, 0])
    ])
    #expect((0..<5).map { known.row(like: $0, of: wanted) } == [1, 2, nil, 0, 3])
  }
}
