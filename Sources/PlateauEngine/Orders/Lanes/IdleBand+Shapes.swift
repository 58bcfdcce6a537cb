import CEngineKernels

/// What the numbers of a graph are as functions of the price.
extension IdleBand {
  /// A node as a function of the price, or `nil` where it is none that a band can follow.
  mutating func shape(of place: OrderGraph.Place) -> PriceShape? {
    if graph.stages[place] < .moving {
      let size = graph.add(ORDER_ABSOLUTE, place)
      return .ratio(PriceRatio(line: PriceLine(constant: place, constantSize: size)))
    }
    if place == close { return .ratio(PriceRatio(line: PriceLine(slope: one, slopeSize: one))) }
    guard case .step(let operation, let first, let second) = graph.nodes[place],
      first < shapes.count, second < shapes.count, let left = shapes[first],
      let right = shapes[second]
    else { return nil }
    switch order_operation(operation) {
    case ORDER_NEGATE: return negated(left)
    case ORDER_ABSOLUTE: return negated(left).flatMap { PriceShape.higher(left, $0).ifSmall }
    case ORDER_MINIMUM: return PriceShape.lower(left, right).ifSmall
    case ORDER_MAXIMUM: return PriceShape.higher(left, right).ifSmall
    case ORDER_ADD: return place == equity ? wholeEquity(left, right) : sum(left, right)
    case ORDER_SUBTRACT: return difference(left, right)
    case ORDER_MULTIPLY: return product(left, right, of: first, second)
    case ORDER_DIVIDE: return quotient(left, by: second)
    default: return nil
    }
  }

  /// Two lines that compare as two ratios do.
  mutating func multipliedOut(_ left: PriceRatio, _ right: PriceRatio) -> (PriceLine, PriceLine)? {
    if left.divisor == right.divisor { return (left.line, right.line) }
    if let divisor = left.divisor, right.divisor == nil {
      return line(divisor, times: right.line).map { (left.line, $0) }
    }
    if let divisor = right.divisor, left.divisor == nil {
      return line(divisor, times: left.line).map { ($0, right.line) }
    }
    return nil
  }

  /// A line less another.
  mutating func difference(_ a: PriceLine, _ b: PriceLine) -> PriceLine {
    var meaning: PriceLine.Meaning?
    switch (a.meaning, b.meaning) {
    case (.equity(let share)?, .stock?): meaning = .distance(share: share, isMissing: true)
    case (.stock?, .equity(let share)?): meaning = .distance(share: share, isMissing: false)
    case (.stock?, .stock?): meaning = .nothing
    case (nil, .nothing?) where a.isZero: meaning = .nothing
    case (nil, .distance(let share, let isMissing)?) where a.isZero:
      meaning = .distance(share: share, isMissing: !isMissing)
    default: break
    }
    return PriceLine(
      constant: difference(a.constant, b.constant), slope: difference(a.slope, b.slope),
      constantSize: sum(a.constantSize, b.constantSize), slopeSize: sum(a.slopeSize, b.slopeSize),
      meaning: meaning)
  }

  private mutating func wholeEquity(_ cash: PriceShape, _ stock: PriceShape) -> PriceShape? {
    guard case .ratio(let cash) = cash, case .ratio(let stock) = stock else { return nil }
    var line = sum(cash.line, stock.line)
    line.meaning = .equity(share: one)
    return .ratio(PriceRatio(line: line))
  }

  private mutating func negated(_ shape: PriceShape) -> PriceShape? {
    shape.turned { PriceRatio(line: difference(PriceLine(), $0.line), divisor: $0.divisor) }
  }

  /// The sum of two shapes of which one is a ratio.
  private mutating func sum(_ left: PriceShape, _ right: PriceShape) -> PriceShape? {
    func both(_ a: PriceRatio, _ b: PriceRatio) -> PriceRatio? {
      guard let (c, d) = multipliedOut(a, b) else { return nil }
      return PriceRatio(line: sum(c, d), divisor: a.divisor ?? b.divisor)
    }
    if case .ratio(let left) = left { return right.map { both(left, $0) } }
    guard case .ratio(let right) = right else { return nil }
    return left.map { both($0, right) }
  }

  /// The difference of two shapes of which one is a ratio.
  private mutating func difference(_ left: PriceShape, _ right: PriceShape) -> PriceShape? {
    func both(_ a: PriceRatio, _ b: PriceRatio) -> PriceRatio? {
      guard let (c, d) = multipliedOut(a, b) else { return nil }
      return PriceRatio(line: difference(c, d), divisor: a.divisor ?? b.divisor)
    }
    if case .ratio(let left) = left { return right.turned { both(left, $0) } }
    guard case .ratio(let right) = right else { return nil }
    return left.map { both($0, right) }
  }

  private mutating func product(
    _ left: PriceShape, _ right: PriceShape, of first: OrderGraph.Place,
    _ second: OrderGraph.Place
  ) -> PriceShape? {
    // A ratio may turn its sign with a factor; others keep their order with one above zero.
    if graph.stages[second] < .moving, case .ratio(let ratio) = left {
      return .ratio(scaled(ratio, by: second, ORDER_MULTIPLY.rawValue))
    }
    if graph.stages[first] < .moving, case .ratio(let ratio) = right {
      return .ratio(scaled(ratio, by: first, ORDER_MULTIPLY.rawValue))
    }
    if isAboveZero(second) { return left.map { multiplied($0, by: second) } }
    if isAboveZero(first) { return right.map { multiplied($0, by: first) } }
    return nil
  }

  private mutating func quotient(
    _ left: PriceShape, by divisor: OrderGraph.Place
  ) -> PriceShape? {
    if graph.stages[divisor] < .moving, case .ratio(let ratio) = left {
      return .ratio(scaled(ratio, by: divisor, ORDER_DIVIDE.rawValue))
    }
    guard isAboveZero(divisor) else { return nil }
    return left.map { $0.divisor == nil ? PriceRatio(line: $0.line, divisor: divisor) : nil }
  }

  private func isAboveZero(_ place: OrderGraph.Place) -> Bool { place == close || place == equity }

  private mutating func multiplied(
    _ ratio: PriceRatio, by place: OrderGraph.Place
  ) -> PriceRatio? {
    if ratio.divisor == place { return PriceRatio(line: ratio.line) }
    guard ratio.divisor == nil else { return nil }
    return line(place, times: ratio.line).map { PriceRatio(line: $0) }
  }

  /// The line of the close or of equity, times one that no price has a say in.
  private mutating func line(_ place: OrderGraph.Place, times factor: PriceLine) -> PriceLine? {
    guard factor.slope == nil, case .ratio(let ratio)? = shapes[place] else { return nil }
    return factor.constant.map { scaled(ratio, by: $0, ORDER_MULTIPLY.rawValue).line }
      ?? PriceLine()
  }

  private mutating func scaled(
    _ ratio: PriceRatio, by factor: OrderGraph.Place, _ operation: UInt32
  ) -> PriceRatio {
    let (line, size) = (ratio.line, graph.add(ORDER_ABSOLUTE, factor))
    func by(_ factor: OrderGraph.Place, _ value: OrderGraph.Place?) -> OrderGraph.Place? {
      if value == one, operation == ORDER_MULTIPLY.rawValue { return factor }
      return value.map { graph.add(.step(operation, $0, factor)) }
    }
    var result = PriceLine(
      constant: by(factor, line.constant), slope: by(factor, line.slope),
      constantSize: by(size, line.constantSize), slopeSize: by(size, line.slopeSize))
    if operation == ORDER_MULTIPLY.rawValue {
      if line.constant == nil, line.slope == one, graph.nodes[factor] == .units {
        result.meaning = .stock
      } else if case .equity(one)? = line.meaning {
        result.meaning = .equity(share: factor)
      }
    }
    return PriceRatio(line: result, divisor: ratio.divisor)
  }

  private mutating func sum(_ a: PriceLine, _ b: PriceLine) -> PriceLine {
    PriceLine(
      constant: sum(a.constant, b.constant), slope: sum(a.slope, b.slope),
      constantSize: sum(a.constantSize, b.constantSize), slopeSize: sum(a.slopeSize, b.slopeSize))
  }

  private mutating func sum(
    _ a: OrderGraph.Place?, _ b: OrderGraph.Place?
  ) -> OrderGraph.Place? {
    guard let a, let b else { return a ?? b }
    return graph.add(ORDER_ADD, a, b)
  }

  private mutating func difference(
    _ a: OrderGraph.Place?, _ b: OrderGraph.Place?
  ) -> OrderGraph.Place? {
    guard let b else { return a }
    guard let a else { return graph.add(ORDER_NEGATE, b) }
    return a == b ? nil : graph.add(ORDER_SUBTRACT, a, b)
  }
}
