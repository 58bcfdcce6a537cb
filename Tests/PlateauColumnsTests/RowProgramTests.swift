import PlateauColumns
import Testing

/// Programs that run block by block give what they give column by column.
@Suite struct RowProgramTests {
  /// More rows than a few blocks, the last of them not full.
  private static let table: Table = {
    var random = RandomStream(seed: 2)
    return Table(
      ["a", "b", "c"].map { name in
        Column(
          name,
          values: (0..<50_123).map { row in
            row % 11 == 0 ? .nan : row % 7 == 0 ? 0 : (random.normal() * 4).rounded()
          })
      })
  }()

  private static let operations: [BinaryOperation] = [
    .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .greater, .greaterOrEqual,
    .equal, .notEqual, .and, .or,
  ]

  /// Every operation on columns, numbers and results of others.
  private static let programs: [ColumnProgram] = {
    var programs = [ColumnProgram(constant: 2), ColumnProgram(input: "b")]
    for operation in operations {
      var program = ColumnProgram()
      let a = program.append(.input("a"))
      let half = program.append(.constant(0.5))
      let left = program.append(.binary(.less, a, half))
      let b = program.append(.call("abs", [program.append(.input("b"))]))
      let right = program.append(.unary(.not, program.append(.unary(.isUndefined, b))))
      let other = program.append(.call("max", [right, program.append(.unary(.negate, a))]))
      let isLogical = operation == .and || operation == .or
      program.append(.binary(operation, isLogical ? left : a, isLogical ? right : other))
      programs.append(program)
    }
    return programs
  }()

  @Test(arguments: [1, 3])
  func `blocks of rows give the values of whole columns`(workers: Int) throws {
    for program in Self.programs {
      let whole = try program.evaluate(in: ColumnEnvironment(Self.table))
        .column(rowCount: Self.table.rowCount)
      let blocks = try program.values(over: Self.table, workers: workers)
      #expect(blocks.map(\.bitPattern) == whole.map(\.bitPattern), "\(program.instructions)")
    }
  }

  @Test func `a program that looks back is run over whole columns`() throws {
    var program = ColumnProgram()
    let a = program.append(.input("a"))
    program.append(.lag(series: a, rows: program.append(.constant(2))))
    let lagged = program.ending(at: program.instructions.count - 1)
    let values = try lagged.values(over: Self.table)
    #expect(values[1].isNaN)
    #expect(values[5].bitPattern == Self.table.columns[0].values[3].bitPattern)
  }

  @Test func `a name that is not there is told`() {
    #expect(throws: ColumnProgramError.unknownInput("d")) {
      _ = try ColumnProgram(input: "d").values(over: Self.table)
    }
    #expect(throws: ColumnProgramError.unknownInput("d")) {
      _ = try Self.table.rows(passing: [ColumnProgram(input: "d")])
    }
  }

  @Test(arguments: [1, 3])
  func `stacked conditions keep the rows for which all are true`(workers: Int) throws {
    let pairs: [(String, BinaryOperation, String)] = [
      ("a", .less, "b"), ("b", .notEqual, "c"), ("c", .greaterOrEqual, "a"),
    ]
    let conditions = pairs.map { left, operation, right in
      var program = ColumnProgram()
      let left = program.append(.input(left))
      program.append(.binary(operation, left, program.append(.input(right))))
      return program
    }
    var kept = Array(0..<Self.table.rowCount)
    var counts: [Int] = []
    for condition in conditions {
      let values = try condition.evaluate(in: ColumnEnvironment(Self.table))
      kept = kept.filter { values[$0] == 1 }
      counts.append(kept.count)
    }
    let passed = try Self.table.rows(passing: conditions, workers: workers)
    #expect(passed.rows == kept)
    #expect(passed.countAfter == counts)
    #expect(counts[0] > counts[2])
    #expect(counts[2] > 0)
  }

  @Test func `no condition keeps every row`() throws {
    let passed = try Self.table.rows(passing: [])
    #expect(passed.rows == Array(0..<Self.table.rowCount))
    #expect(passed.countAfter.isEmpty)
  }

  @Test func `single numbers have the values of rows`() throws {
    for program in Self.programs {
      let scalar = try #require(ScalarProgram(program, names: Self.table.names))
      let values = try program.values(over: Self.table)
      var registers: [Double] = []
      for row in stride(from: 0, to: Self.table.rowCount, by: 501) {
        let numbers = Self.table.columns.map { $0.values[row] }
        let value = scalar.evaluate(numbers, registers: &registers)
        #expect(value.bitPattern == values[row].bitPattern)
      }
    }
  }
}
