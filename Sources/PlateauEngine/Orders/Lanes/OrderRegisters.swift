import CEngineKernels

/// Which registers the numbers of a close share: one is free again after the last step that reads it.
///
/// Few registers stay near the processor, many do not.
struct OrderRegisters {
  /// Steps in the order in which a close does them, with the registers that are read after the last.
  typealias Run = (steps: [order_step], read: [Int])

  /// When a number of a close is written first and read last.
  private struct Life {
    let begin: Int
    var end: Int
    let width: Int
  }

  /// Registers there are.
  private(set) var count: Int
  private var places: [Int: Int] = [:]

  /// Gives registers anew.
  ///
  /// - Parameters:
  ///   - runs: The steps of a close; they may be left out, but never come in another order.
  ///   - calls: The functions that steps call.
  ///   - kept: The registers that steps outside of these runs, or no steps, write.
  ///   - registerCount: Registers there were.
  init(_ runs: [Run], calls: [OrderCall], kept: Set<Int>, registerCount: Int) {
    var lives: [Int: Life] = [:]
    var time = 0
    func read(_ register: Int) { lives[register]?.end = time }
    for run in runs {
      for step in run.steps {
        time += 1
        for operand in step.operands(calls) { read(operand) }
        let result = Int(step.result)
        if lives[result] == nil, !kept.contains(result) {
          let isStretch = OrderGraph.stretches.contains(UInt32(step.operation))
          lives[result] = Life(begin: time, end: time, width: isStretch ? 2 : 1)
        }
        read(result)
      }
      time += 1
      for register in run.read { read(register) }
    }
    count = 0
    let shared = Set(lives.flatMap { $0..<$0 + $1.width })
    for register in 0..<registerCount where !shared.contains(register) {
      places[register] = count
      count += 1
    }
    give(lives)
  }

  /// Gives the lowest registers that are free while a number is needed.
  private mutating func give(_ lives: [Int: Life]) {
    let first = count
    var busyUntil: [Int] = []
    for (register, life) in lives.sorted(by: { $0.value.begin < $1.value.begin }) {
      let end = busyUntil.count
      let place =
        (0..<end).first { place in
          (place..<place + life.width).allSatisfy { $0 >= end || busyUntil[$0] < life.begin }
        } ?? end
      while busyUntil.count < place + life.width { busyUntil.append(0) }
      for part in 0..<life.width {
        busyUntil[place + part] = life.end
        places[register + part] = first + place + part
      }
    }
    count = first + busyUntil.count
  }

  /// The register that is now in place of another.
  subscript(register: Int) -> Int { places[register] ?? register }

  /// Steps with their new registers.
  func renamed(_ steps: [order_step]) -> [order_step] {
    steps.map { step in
      let isCall = step.operation == Int32(ORDER_CALL.rawValue)
      return order_step(
        operation: step.operation, result: Int32(self[Int(step.result)]),
        first: isCall ? step.first : Int32(self[Int(step.first)]),
        second: isCall ? step.second : Int32(self[Int(step.second)]))
    }
  }

  /// A function with its new registers.
  func renamed(_ call: OrderCall) -> OrderCall {
    OrderCall(
      function: call.function, result: self[call.result], operands: call.operands.map { self[$0] })
  }
}

extension order_step {
  /// The registers that the step reads; of a stretch of prices the first of two.
  fileprivate func operands(_ calls: [OrderCall]) -> [Int] {
    operation == Int32(ORDER_CALL.rawValue)
      ? calls[Int(first)].operands : [Int(first), Int(second)]
  }
}
