import PlateauColumns
import PlateauSearch
import Testing

@Suite struct ParameterSpaceTests {
  @Test func `a hundred lengths with fast below slow are 4950 pairs`() {
    // 100 * 99 / 2 = 4950
    let space = ParameterSpace(
      [Example.range("fast", 2...101), Example.range("slow", 2...101)],
      constraints: [Example.ascending("fast", "slow")])
    #expect(space.candidateCount() == .exact(4950))
    var sampler = GridSampler(space)
    #expect(sampler.propose(10_000).rowCount == 4950)
    #expect(sampler.propose(1).rowCount == 0)
  }

  @Test func `rows of a table are candidates where every value and every constraint allows them`() {
    let space = ParameterSpace(
      [Example.range("a", 0...3), Example.range("b", 1...4)],
      constraints: [Example.ascending("a", "b")])
    // In turn: allowed, refused by the constraint, no value of a, no value of b, allowed, undefined.
    let table = Table([
      Column("a", values: [1, 3, 9, 1, -0.0, .nan]), Column("b", values: [2, 2, 10, 1.5, 1, 2]),
      Column("score", values: [1, 1, 1, 1, 1, 1]),
    ])
    #expect(space.candidateRows(of: table) == [0, 4])
  }

  @Test func `the last domain is the fastest`() {
    var sampler = GridSampler(
      ParameterSpace([Example.range("a", 1...2), Example.range("b", 1...3)]))
    let table = sampler.propose(100)
    #expect(table["a"]?.values == [1, 1, 1, 2, 2, 2])
    #expect(table["b"]?.values == [1, 2, 3, 1, 2, 3])
  }

  @Test func `a constraint on later domains does not depend on where they stand`() {
    // a in 1...3, free in 1...2, b in 1...3, a < b: pairs (1,2) (1,3) (2,3), each twice.
    let space = ParameterSpace(
      [Example.range("a", 1...3), Example.range("free", 1...2), Example.range("b", 1...3)],
      constraints: [Example.ascending("a", "b")])
    #expect(space.candidateCount() == .exact(6))
    var sampler = GridSampler(space)
    let table = sampler.propose(100)
    #expect(table["a"]?.values == [1, 1, 1, 1, 2, 2])
    #expect(table["b"]?.values == [2, 3, 2, 3, 3, 3])
  }

  @Test func `a space too large to walk is estimated within a few per cent`() {
    let names = ["a", "b", "c", "d"]
    let space = ParameterSpace(
      names.map { Example.range($0, 1...1000) }, constraints: [Example.ascending("a", "d")])
    // Of 10^12 combinations 999/2000 have a < d.
    guard case .estimate(let count) = space.candidateCount(stepLimit: 100_000) else {
      Issue.record("counted one by one")
      return
    }
    #expect(abs(count / 0.4995e12 - 1) < 0.03)
  }

  @Test func `domains that no constraint reads are multiplied, not walked`() {
    let names = ["a", "b", "c", "d", "e", "f"]
    let space = ParameterSpace(
      names.map { Example.range($0, 1...100) }, constraints: [Example.ascending("a", "b")])
    #expect(space.candidateCount(stepLimit: 100_000) == .exact(495_000_000_000))
  }

  @Test func `what each constraint refuses is told`() {
    let space = ParameterSpace(
      [Example.range("a", 1...10), Example.range("b", 1...10)],
      constraints: [Example.ascending("a", "b"), Example.ascending("b", "a")])
    #expect(space.candidateCount() == .exact(0))
    #expect(space.refusedShares() == [0.55, 0.55])
  }

  @Test func `proposals of any size are the same candidates`() {
    let space = ParameterSpace(
      [Example.range("a", 1...9), Example.range("b", 1...9)],
      constraints: [Example.ascending("a", "b")])
    var whole = GridSampler(space)
    let expected = whole.propose(1000)
    for size in [1, 2, 7, 36, 37] {
      var sampler = GridSampler(space)
      var joined = sampler.propose(size)
      while joined.rowCount > 0 {
        let next = sampler.propose(size)
        if next.rowCount == 0 { break }
        joined.append(rowsOf: next)
      }
      #expect(joined == expected)
    }
  }

  @Test func `a space that allows nothing is given up after the steps allowed`() {
    let space = ParameterSpace(
      [Example.range("a", 1...100_000), Example.range("b", 1...100_000)],
      constraints: [Example.ascending("a", "b"), Example.ascending("b", "a")])
    #expect(space.candidateCount(stepLimit: 100_000) == .estimate(0))
    var sampler = GridSampler(space)
    #expect(sampler.propose(10, stepLimit: 100_000).rowCount == 0)
    #expect(!sampler.isExhausted)
  }

  @Test func `few steps at a time propose the same candidates`() {
    let space = ParameterSpace(
      [Example.range("a", 1...9), Example.range("b", 1...9)],
      constraints: [Example.ascending("a", "b")])
    var whole = GridSampler(space)
    let expected = whole.propose(1000)
    #expect(whole.isExhausted)
    var sampler = GridSampler(space)
    var joined = Table()
    while !sampler.isExhausted {
      let part = sampler.propose(1000, stepLimit: 3)
      if part.rowCount > 0 { joined.append(rowsOf: part) }
    }
    #expect(joined == expected)
  }
}
