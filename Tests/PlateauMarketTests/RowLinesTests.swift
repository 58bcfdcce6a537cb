import Testing

@testable import PlateauMarket

@Suite struct RowLinesTests {
  @Test(arguments: [
    [2, 3, 4], [2, 4, 5, 9], [9, 8, 7], [5], [], [2, 2, 3], [2, 3, 7, 8, 9, 20],
  ])
  func `lines come out as they went in`(lines: [Int]) {
    let kept = RowLines(lines)
    #expect((0..<kept.count).map { kept[$0] } == lines)
    #expect((0..<kept.count).map { kept.selecting([$0])[0] } == lines)
    var twice = kept
    twice.append(contentsOf: kept)
    #expect((0..<twice.count).map { twice[$0] } == lines + lines)
  }
}
