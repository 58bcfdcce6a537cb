/// A program prepared to run over blocks of rows that stay in the nearest cache.
///
/// Every step of a block is done before the next block is begun, so no column is written out but
/// the one that was asked for. Its values are those of `ColumnProgram.evaluate`.
public struct BlockProgram: Sendable {
  /// Rows of a block.
  public static let length = 1024

  private enum Step: Sendable {
    case constant(Double)
    /// A number or a column, by its place among the inputs.
    case input(Int)
    case unary(UnaryOperation, Int)
    case binary(BinaryOperation, Int, Int)
    case map(@Sendable (Double) -> Double, Int)
    case combine(@Sendable (Double, Double) -> Double, Int, Int)
    case choose(@Sendable (Double, Double, Double) -> Double, Int, Int, Int)
  }

  private let steps: [Step]

  /// The highest place of an input that the program reads, or `nil` if it reads none.
  public let lastInput: Int?

  /// Prepares a program whose inputs are the given names; `nil` where it reads more than one row.
  ///
  /// - Throws: `ColumnProgramError` for another name or an unknown function.
  public init?(_ program: ColumnProgram, names: [String]) throws(ColumnProgramError) {
    var steps: [Step] = []
    for instruction in program.instructions {
      switch instruction {
      case .constant(let value): steps.append(.constant(value))
      case .input(let name):
        guard let place = names.firstIndex(of: name) else { throw .unknownInput(name) }
        steps.append(.input(place))
      case .unary(let operation, let operand): steps.append(.unary(operation, operand))
      case .binary(let operation, let left, let right):
        steps.append(.binary(operation, left, right))
      case .lag, .crossesAbove, .crossesBelow, .completed: return nil
      case .call(let name, let arguments):
        guard let function = ColumnFunction.named(name),
          function.arguments.count == arguments.count
        else { throw .unknownFunction(name) }
        switch function.kernel {
        case .map(let body): steps.append(.map(body, arguments[0]))
        case .combine(let body): steps.append(.combine(body, arguments[0], arguments[1]))
        case .choose(let body):
          steps.append(.choose(body, arguments[0], arguments[1], arguments[2]))
        case .column, .sums, .columns, .periods: return nil
        }
      }
    }
    self.steps = steps
    lastInput = steps.compactMap { if case .input(let place) = $0 { place } else { nil } }.max()
  }

  /// Runs the program over rows, block by block.
  ///
  /// - Parameters:
  ///   - rows: Rows that every input has.
  ///   - inputs: The inputs in the order of the names.
  ///   - body: Takes the rows of a block and their results.
  public func forEachBlock(
    of rows: Range<Int>, in inputs: [ColumnValue],
    _ body: (Range<Int>, UnsafeBufferPointer<Double>) -> Void
  ) {
    let width = min(rows.count, Self.length)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: steps.count * width) { scratch in
      guard let space = scratch.baseAddress else { return }
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.length) {
        let part = start..<min(start + Self.length, rows.upperBound)
        let block = Block(steps: steps, rows: part, inputs: inputs, scratch: space, width: width)
        for step in steps.indices { block.run(step) }
        block.read(steps.count - 1) {
          body(part, UnsafeBufferPointer(start: $0, count: part.count))
        }
      }
    }
  }

  /// One run over one block.
  private struct Block {
    let steps: [Step]
    let rows: Range<Int>
    let inputs: [ColumnValue]
    let scratch: UnsafeMutablePointer<Double>
    let width: Int

    func run(_ step: Int) {
      switch steps[step] {
      case .input(let input):
        if case .scalar(let value) = inputs[input] {
          place(step).update(repeating: value, count: rows.count)
        }
      case .constant(let value): place(step).update(repeating: value, count: rows.count)
      case .map(let body, let operand): map(step, operand, body)
      case .combine(let body, let left, let right): combine(step, left, right, body)
      case .choose(let body, let condition, let first, let second):
        choose(step, condition, first, second, body)
      case .unary(.negate, let operand): map(step, operand) { UnaryOperation.negate($0) }
      case .unary(.not, let operand): map(step, operand) { UnaryOperation.not($0) }
      case .unary(.isUndefined, let operand): map(step, operand) { UnaryOperation.isUndefined($0) }
      case .binary(let operation, let a, let b):
        // One loop an operation, so that the choice is made once a block.
        switch operation {
        case .add: combine(step, a, b) { BinaryOperation.add($0, $1) }
        case .subtract: combine(step, a, b) { BinaryOperation.subtract($0, $1) }
        case .multiply: combine(step, a, b) { BinaryOperation.multiply($0, $1) }
        case .divide: combine(step, a, b) { BinaryOperation.divide($0, $1) }
        case .power: combine(step, a, b) { BinaryOperation.power($0, $1) }
        case .less: combine(step, a, b) { BinaryOperation.less($0, $1) }
        case .lessOrEqual: combine(step, a, b) { BinaryOperation.lessOrEqual($0, $1) }
        case .greater: combine(step, a, b) { BinaryOperation.greater($0, $1) }
        case .greaterOrEqual: combine(step, a, b) { BinaryOperation.greaterOrEqual($0, $1) }
        case .equal: combine(step, a, b) { BinaryOperation.equal($0, $1) }
        case .notEqual: combine(step, a, b) { BinaryOperation.notEqual($0, $1) }
        case .and: combine(step, a, b) { BinaryOperation.and($0, $1) }
        case .or: combine(step, a, b) { BinaryOperation.or($0, $1) }
        }
      }
    }

    private func place(_ step: Int) -> UnsafeMutablePointer<Double> {
      scratch + step * width
    }

    /// The results of a step; a column is read where it lies.
    func read<Answer>(_ step: Int, _ body: (UnsafePointer<Double>) -> Answer) -> Answer {
      guard case .input(let input) = steps[step], case .column(let values) = inputs[input] else {
        return body(place(step))
      }
      return values.withUnsafeBufferPointer { values in
        body(values.baseAddress.map { $0 + rows.lowerBound } ?? UnsafePointer(scratch))
      }
    }

    @inline(__always)
    private func map(_ step: Int, _ operand: Int, _ body: (Double) -> Double) {
      let results = place(step)
      read(operand) { values in
        for row in 0..<rows.count { results[row] = body(values[row]) }
      }
    }

    private func choose(
      _ step: Int, _ condition: Int, _ first: Int, _ second: Int,
      _ body: (Double, Double, Double) -> Double
    ) {
      let results = place(step)
      read(condition) { condition in
        read(first) { first in
          read(second) { second in
            for row in 0..<rows.count {
              results[row] = body(condition[row], first[row], second[row])
            }
          }
        }
      }
    }

    @inline(__always)
    private func combine(_ step: Int, _ left: Int, _ right: Int, _ body: (Double, Double) -> Double)
    {
      let results = place(step)
      read(left) { left in
        read(right) { right in
          for row in 0..<rows.count { results[row] = body(left[row], right[row]) }
        }
      }
    }
  }
}
