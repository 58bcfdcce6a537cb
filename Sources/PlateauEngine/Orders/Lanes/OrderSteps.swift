import CEngineKernels
import PlateauColumns

/// Steps over the registers of some lanes.
struct OrderSteps: Sendable {
  /// A function that the kernel does not know, lane by lane.
  private struct Call: Sendable {
    let function: RowFunction
    let result: Int
    let operands: [Int]
    /// The steps of the kernel before it.
    let stepsBefore: Int
  }

  private var steps: [order_step] = []
  private var calls: [Call] = []

  /// Steps that do nothing.
  init() {}

  /// Adds a step of the kernel.
  mutating func append(_ step: order_step) { steps.append(step) }

  /// Adds a function of one row.
  mutating func append(_ function: RowFunction, result: Int, operands: [Int]) {
    calls.append(
      Call(function: function, result: result, operands: operands, stepsBefore: steps.count))
  }

  /// Runs the steps for some vectors of lanes.
  func run(_ registers: UnsafeMutablePointer<Double>, vectors: Range<Int>) {
    steps.withUnsafeBufferPointer { steps in
      var done = 0
      func advance(to end: Int) {
        guard done < end, let first = steps.baseAddress else { return }
        order_steps_run(
          first + done, end - done, registers, vectors.lowerBound, vectors.upperBound)
        done = end
      }
      for call in calls {
        advance(to: call.stepsBefore)
        run(call, registers, vectors)
      }
      advance(to: steps.count)
    }
  }

  private func run(
    _ call: Call, _ registers: UnsafeMutablePointer<Double>, _ vectors: Range<Int>
  ) {
    let width = Int(ORDER_LANES)
    func read(_ operand: Int, _ lane: Int) -> Double {
      registers[call.operands[operand] * width + lane]
    }
    for lane in vectors.lowerBound * LaneColumns.width..<vectors.upperBound * LaneColumns.width {
      registers[call.result * width + lane] =
        switch call.function {
        case .one(let body): body(read(0, lane))
        case .two(let body): body(read(0, lane), read(1, lane))
        case .three(let body): body(read(0, lane), read(1, lane), read(2, lane))
        }
    }
  }
}
