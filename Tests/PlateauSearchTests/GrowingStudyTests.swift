import PlateauColumns
import PlateauSearch
import Testing

/// Results that are read while they grow, and spaces walked many values at a time.
@Suite struct GrowingStudyTests {
  private static let space = ParameterSpace(
    [Example.range("a", 1...40), Example.range("b", 1...60), Example.range("c", 1...2)],
    constraints: [Example.ascending("a", "b")])

  @Test func `a copy that is being read keeps its rows while the study goes on`() {
    let study = Study(Example.plan(Self.space))
    var copies: [StudyResult] = []
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor()) { progress in
      let copy = study.result
      #expect(copy.count == progress.done)
      // Every other one is held, so that batches wait for some and not for others.
      if copies.count < 40, progress.done % 2 == 0 { copies.append(copy) }
    }
    let whole = study.result
    #expect(whole.count == study.progress.done)
    #expect(!copies.isEmpty)
    for copy in copies {
      for (column, all) in zip(copy.table.columns, whole.table.columns) {
        #expect(
          column.values.map(\.bitPattern) == all.values.prefix(copy.count).map(\.bitPattern))
      }
      #expect(copy.failures == whole.failures.filter { $0.row < copy.count })
    }
  }

  @Test func `a digest is that of the rows so far`() {
    let study = Study(Example.plan(Self.space))
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor()) { _ in
      #expect(study.digest == study.result.digest)
      study.pause()
    }
    let early = study.digest
    study.run(AnalyticEvaluator(), on: SerialBatchExecutor())
    #expect(study.digest == study.result.digest)
    #expect(study.digest != early)
  }

  @Test(arguments: [1, 2, 7, 1024])
  func `a sampler proposes what the constraints allow, in order, in tables of any size`(size: Int) {
    var between = Example.ascending("a", "b")
    let c = between.append(.input("c"))
    let least = between.append(.binary(.less, c, between.append(.input("b"))))
    between.append(.binary(.and, 2, least))
    let spaces = [
      Self.space,
      ParameterSpace(Self.space.domains, constraints: [between]),
      ParameterSpace(
        [Example.range("c", 1...2), Example.range("a", 1...2000), Example.range("b", 1...3)],
        constraints: [Example.ascending("b", "a"), Example.ascending("c", "b")]),
    ]
    for space in spaces {
      let constraints = space.constraints.compactMap {
        ScalarProgram($0, names: space.domains.map(\.name))
      }
      #expect(constraints.count == space.constraints.count)
      var expected: [[Double]] = []
      var registers: [Double] = []
      for first in space.domains[0].values {
        for second in space.domains[1].values {
          for third in space.domains[2].values {
            let row = [first, second, third]
            if constraints.allSatisfy({ $0.evaluate(row, registers: &registers) == 1 }) {
              expected.append(row)
            }
          }
        }
      }
      var sampler = GridSampler(space)
      var proposed: [[Double]] = []
      while !sampler.isExhausted {
        let table = sampler.propose(size)
        #expect(table.rowCount <= size)
        for row in 0..<table.rowCount { proposed.append(table.columns.map { $0.values[row] }) }
      }
      #expect(proposed == expected)
      #expect(space.candidateCount() == .exact(expected.count))
    }
  }

  @Test func `a batch is small where candidates are slow and never too large to be answered`() {
    let objective = Example.maximizeScore
    let space = ParameterSpace([Example.range("a", 1...1000), Example.range("b", 1...1000)])
    let fast = StudyPlan(
      space, objective: objective, rowsPerCandidate: 2000, nanosecondsPerRow: 0.1)
    let slow = StudyPlan(space, objective: objective, rowsPerCandidate: 2000)
    let slowest = StudyPlan(space, objective: objective, rowsPerCandidate: 1_000_000)
    #expect(fast.batchSize == 8192)
    #expect(Double(slow.batchSize) * 2000 * 100 <= 50e6)
    #expect(slowest.batchSize == 8)
  }
}
