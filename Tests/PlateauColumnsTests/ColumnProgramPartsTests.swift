import PlateauColumns
import Testing

/// What a program is made of: its columns, its comparisons, and its arithmetic on numbers.
@Suite struct ColumnProgramPartsTests {
  /// The rule `sma(close, fast) > sma(close, 20) and not (close < abs(open))`.
  private func rule() -> ColumnProgram {
    var program = ColumnProgram()
    let close = program.append(.input("close"))
    let fast = program.append(.call("sma", [close, program.append(.input("fast"))]))
    let slow = program.append(.call("sma", [close, program.append(.constant(20))]))
    let above = program.append(.binary(.greater, fast, slow))
    let open = program.append(.call("abs", [program.append(.input("open"))]))
    let below = program.append(.binary(.less, close, open))
    program.append(.binary(.and, above, program.append(.unary(.not, below))))
    return program
  }

  @Test func `the columns of a rule are its calls of functions of several rows`() {
    let calls = rule().calls
    #expect(calls.map(\.inputs) == [["close", "fast"], ["close"]])
    #expect(
      calls.allSatisfy { if case .call("sma", _)? = $0.instructions.last { true } else { false } })
  }

  @Test func `an inner column comes before the one around it`() {
    var program = ColumnProgram()
    let close = program.append(.input("close"))
    let inner = program.append(.call("rsi", [close, program.append(.constant(14))]))
    program.append(.call("sma", [inner, program.append(.constant(3))]))
    let names = program.calls.map { call -> String in
      if case .call(let name, _)? = call.instructions.last { name } else { "none" }
    }
    #expect(names == ["rsi", "sma"])
  }

  @Test func `conditions are those that and, or and not join`() {
    let conditions = rule().conditions
    #expect(conditions.count == 2)
    // A comparison whose answer is counted as a number is no part of the rule itself.
    var counted = ColumnProgram()
    let close = counted.append(.input("close"))
    let inner = counted.append(.binary(.less, close, counted.append(.constant(5))))
    counted.append(.binary(.greater, inner, counted.append(.constant(0))))
    #expect(counted.conditions.count == 1)
    #expect(ColumnProgram(input: "close").conditions.isEmpty)
  }

  @Test func `arithmetic on numbers is carried out, so equal columns are equal programs`() {
    func average(_ length: (inout ColumnProgram) -> Int) -> ColumnProgram {
      var program = ColumnProgram()
      let close = program.append(.input("close"))
      program.append(.call("sma", [close, length(&program)]))
      return program
    }
    let product = average { program in
      program.append(
        .binary(.multiply, program.append(.constant(5)), program.append(.constant(4))))
    }
    let largest = average { program in
      program.append(.call("max", [program.append(.constant(20)), program.append(.constant(3))]))
    }
    let plain = average { $0.append(.constant(20)) }
    #expect(product != plain && product.folded == plain && largest.folded == plain)
    #expect(plain.folded == plain)
    // What is undefined stays as it was written: it would not equal itself.
    let undefined = average { program in
      program.append(.binary(.divide, program.append(.constant(1)), program.append(.constant(0))))
    }
    #expect(undefined.folded == undefined.folded)
  }
}
