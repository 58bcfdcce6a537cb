import CEngineKernels
import PlateauColumns

/// A function of one row that is no step of the kernel.
struct OrderCall: Sendable {
  let function: RowFunction
  let result: Int
  let operands: [Int]

  /// Runs the function lane by lane.
  ///
  /// - Parameters:
  ///   - registers: The registers of all lanes.
  ///   - lanes: The lanes to run it for.
  func run(_ registers: UnsafeMutablePointer<Double>, lanes: Range<Int>) {
    let width = Int(ORDER_LANES)
    func read(_ operand: Int, _ lane: Int) -> Double {
      registers[operands[operand] * width + lane]
    }
    for lane in lanes {
      registers[result * width + lane] =
        switch function {
        case .one(let body): body(read(0, lane))
        case .two(let body): body(read(0, lane), read(1, lane))
        case .three(let body): body(read(0, lane), read(1, lane), read(2, lane))
        }
    }
  }
}

/// The steps of a plan where the kernel can reach them.
final class OrderSteps {
  /// What is asked at a close outside the band.
  let rules: order_rules
  /// Steps that are done once.
  let fixed: order_steps
  private var release: [() -> Void] = []

  /// Copies the steps of a plan.
  init(_ plan: OrderPlan) {
    var release: [() -> Void] = []
    func kept<Element>(_ elements: [Element]) -> UnsafePointer<Element>? {
      let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
      _ = memory.initialize(from: elements)
      release.append { memory.deallocate() }
      return UnsafePointer(memory.baseAddress)
    }
    func steps(_ steps: [order_step]) -> order_steps {
      order_steps(steps: kept(steps), count: steps.count)
    }
    let orders = plan.orders.map { order in
      let parts = order.condition.map { part in
        order_part(
          steps: steps(part.steps), place: Int32(part.register), is_whole: part.isWhole)
      }
      return order_formula(
        parts: kept(parts), part_count: parts.count, units: steps(order.units),
        wanted: Int32(order.wanted))
    }
    rules = order_rules(
      orders: kept(orders), order_count: orders.count, held: steps(plan.held),
      band: steps(plan.band?.steps ?? []), band_place: Int32(plan.band?.register ?? -1))
    fixed = steps(plan.fixed)
    self.release = release
  }

  deinit { for release in release { release() } }
}
