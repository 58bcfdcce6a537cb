import PlateauColumns
import Testing

@Suite struct ColumnProgramTests {
  let undefined = Double.nan

  private func condition(_ operation: BinaryOperation, _ left: Double, _ right: Double) throws
    -> Double
  {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    let b = program.append(.input("b"))
    program.append(.binary(operation, a, b))
    let inputs: [String: ColumnValue] = ["a": .scalar(left), "b": .scalar(right)]
    return try program.evaluate(in: ColumnEnvironment(rowCount: 1, inputs: inputs))[0]
  }

  @Test func `false decides and, true decides or, beside anything`() throws {
    #expect(try condition(.and, 0, undefined) == 0)
    #expect(try condition(.and, undefined, 0) == 0)
    #expect(try condition(.and, 1, undefined).isNaN)
    #expect(try condition(.or, 1, undefined) == 1)
    #expect(try condition(.or, undefined, 1) == 1)
    #expect(try condition(.or, 0, undefined).isNaN)
  }

  @Test func `a comparison with an undefined side is undefined, and so is its negation`() throws {
    #expect(try condition(.greater, undefined, 1).isNaN)
    #expect(try condition(.notEqual, 1, undefined).isNaN)
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    program.append(.unary(.not, a))
    let value = try program.evaluate(
      in: ColumnEnvironment(rowCount: 1, inputs: ["a": .scalar(undefined)]))
    #expect(value[0].isNaN)
  }

  @Test func `division by zero and powers without a value are undefined, never infinite`() throws {
    #expect(try condition(.divide, 1, 0).isNaN)
    #expect(try condition(.divide, 0, 0).isNaN)
    #expect(try condition(.power, -8, 0.5).isNaN)
    #expect(try condition(.power, 10, 400).isNaN)
    #expect(try condition(.multiply, 1e300, 1e300).isNaN)
  }

  private func crossing(_ instruction: (Int, Int) -> ColumnProgram.Instruction) throws -> [Double] {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    let b = program.append(.input("b"))
    program.append(instruction(a, b))
    let environment = ColumnEnvironment(
      rowCount: 7,
      inputs: [
        "a": .column([.nan, 1, 3, 3, 2, 1, 3]), "b": .column([2, 2, 2, 2, 2, 2, 2]),
      ])
    return try program.evaluate(in: environment).column(rowCount: 7)
  }

  @Test func `a touch is not yet a crossing, and leaving it is one`() throws {
    // a - b: undefined, -1, 1, 1, 0, -1, 1
    let above = try crossing { .crossesAbove($0, $1) }
    #expect(above[0].isNaN && above[1].isNaN)
    #expect(Array(above[2...]) == [1, 0, 0, 0, 1])
    let below = try crossing { .crossesBelow($0, $1) }
    #expect(Array(below[2...]) == [0, 0, 0, 1, 0])
  }

  @Test func `a look back shifts a column and leaves its first rows undefined`() throws {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    let two = program.append(.constant(2))
    program.append(.lag(series: a, rows: two))
    let value = try program.evaluate(
      in: ColumnEnvironment(rowCount: 4, inputs: ["a": .column([1, 2, 3, 4])]))
    let column = value.column(rowCount: 4)
    #expect(column[0].isNaN && column[1].isNaN)
    #expect(column[2] == 1 && column[3] == 2)
  }

  @Test(arguments: [0, -3, 2.5, .nan])
  func `a length that is not a whole number of at least 1 is an error`(length: Double) throws {
    let program = average(of: "a", length: "n")
    let environment = ColumnEnvironment(
      rowCount: 3, inputs: ["a": .column([1, 2, 3]), "n": .scalar(length)])
    #expect(throws: ColumnProgramError.self) { try program.evaluate(in: environment) }
  }

  @Test func `a missing input is an error that names it`() {
    #expect(throws: ColumnProgramError.unknownInput("a")) {
      try ColumnProgram(input: "a").evaluate(in: ColumnEnvironment(rowCount: 1, inputs: [:]))
    }
  }

  @Test func `equal indicator columns of different candidates are computed once`() throws {
    let store = ColumnStore()
    let program = average(of: "a", length: "n")
    for length in [2.0, 3, 2, 3, 2] {
      _ = try program.evaluate(
        in: ColumnEnvironment(
          rowCount: 4, inputs: ["a": .column([1, 2, 3, 4]), "n": .scalar(length)], store: store))
    }
    #expect(store.count == 2)
  }

  @Test func `binding replaces inputs by numbers and leaves the rest`() throws {
    let bound = average(of: "a", length: "n").binding(["n": 2])
    #expect(bound.inputs == ["a"])
    let value = try bound.evaluate(
      in: ColumnEnvironment(rowCount: 3, inputs: ["a": .column([1, 2, 4])]))
    #expect(Array(value.column(rowCount: 3)[1...]) == [1.5, 3])
  }

  @Test func `a program over single numbers gives what the columns would`() throws {
    var program = ColumnProgram()
    let fast = program.append(.input("fast"))
    let slow = program.append(.input("slow"))
    let larger = program.append(.call("max", [fast, slow]))
    program.append(.binary(.equal, larger, slow))
    let scalar = try #require(ScalarProgram(program, names: ["slow", "fast"]))
    var registers: [Double] = []
    #expect(scalar.evaluate([10, 5], registers: &registers) == 1)
    #expect(scalar.evaluate([5, 10], registers: &registers) == 0)
    #expect(scalar.lastSlot == 1)
    #expect(ScalarProgram(program, names: ["fast"]) == nil)
  }

  private func average(of series: String, length: String) -> ColumnProgram {
    var program = ColumnProgram()
    let a = program.append(.input(series))
    let n = program.append(.input(length))
    program.append(.call("sma", [a, n]))
    return program
  }
}
