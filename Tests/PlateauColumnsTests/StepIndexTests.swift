import PlateauColumns
import Testing

@Suite struct StepIndexTests {
  @Test(arguments: [3, 24, 25, 26, 500])
  func `an equal step is found however long the program is`(count: Int) {
    var program = ColumnProgram()
    for number in 0..<count { program.append(.constant(Double(number))) }
    for number in 0..<count { #expect(program.append(.constant(Double(number))) == number) }
    #expect(program.instructions.count == count)
  }

  @Test func `undefined numbers equal nothing`() {
    var program = ColumnProgram()
    for _ in 0..<100 { program.append(.constant(.nan)) }
    #expect(program.instructions.count == 100)
  }

  @Test func `a program that was cut forgets what came after`() {
    var program = ColumnProgram()
    for number in 0..<100 { program.append(.constant(Double(number))) }
    var cut = program.ending(at: 49)
    #expect(cut.append(.constant(70)) == 50)
    #expect(cut.append(.constant(30)) == 30)
    #expect(program.append(.constant(70)) == 70)
  }

  @Test func `programs of the same steps are equal, however they were built`() {
    var long = ColumnProgram()
    for number in 0..<100 { long.append(.constant(Double(number))) }
    var short = ColumnProgram()
    for number in 0..<10 { short.append(.constant(Double(number))) }
    #expect(long.ending(at: 9) == short)
    #expect(Set([long.ending(at: 9), short]).count == 1)
  }
}
