import CEngineKernels

/// Where a price can go without any order firing, as steps that follow from what an account holds.
///
/// Between two fills most comparisons are of sums of something held and something held times the
/// price: close against last fill, weight against a bound. Such a comparison holds on one side of
/// a price. A stretch of prices is idle for `a and b` where it is for either, for `a or b` where it
/// is for both. What is not of this kind counts as able to fire at any price.
///
/// Rounding is on the safe side by a margin of the size of the terms: in a stretch, the comparison
/// fails beyond doubt; outside, it is asked as it was written.
struct IdleBand {
  /// The prices at which a condition cannot hold.
  enum Stretch: Hashable {
    /// None that are known.
    case none
    /// Every price.
    case all
    /// Those around the present price that a node gives.
    case around(OrderGraph.Place)
  }

  /// A number as a sum of held and held times the close, with the size of its terms; `nil` is zero.
  private struct Line {
    var constant: OrderGraph.Place?
    var slope: OrderGraph.Place?
    var constantSize: OrderGraph.Place?
    var slopeSize: OrderGraph.Place?
  }

  /// A line over one that is above zero: over nothing, the close or equity.
  private struct Ratio {
    var line: Line
    var divisor: OrderGraph.Place?
  }

  private var graph: OrderGraph
  private let close: OrderGraph.Place
  private let equity: OrderGraph.Place
  private let weight: OrderGraph.Place
  private var ratios: [Ratio?] = []

  /// The graph with the nodes of the band, and the prices at which none of some conditions holds.
  static func added(
    to graph: OrderGraph, of conditions: [OrderGraph.Place]
  ) -> (graph: OrderGraph, stretch: Stretch) {
    var band = IdleBand(graph: graph)
    let one = band.graph.add(number: 1)
    let count = band.graph.nodes.count
    var held: [Stretch] = []
    var failed: [Stretch] = []
    for place in 0..<count {
      band.ratios.append(band.ratio(of: place, one: one))
      held.append(band.stretch(of: place, isTrue: true, held, failed))
      failed.append(band.stretch(of: place, isTrue: false, held, failed))
    }
    let stretch = conditions.reduce(.all) { band.common($0, held[$1]) }
    return (band.graph, stretch)
  }

  private init(graph: OrderGraph) {
    self.graph = graph
    close = self.graph.add(.close)
    equity = self.graph.equity()
    weight = self.graph.weight()
  }

  /// The prices at which a condition is not true, or not false.
  private mutating func stretch(
    of place: OrderGraph.Place, isTrue: Bool, _ held: [Stretch], _ failed: [Stretch]
  ) -> Stretch {
    switch graph.nodes[place] {
    case .number(let bits): return bits == (isTrue ? 1.0 : 0.0).bitPattern ? .none : .all
    case .step(let operation, let first, let second):
      switch order_operation(operation) {
      case ORDER_NOT: return isTrue ? failed[first] : held[first]
      case ORDER_AND:
        return isTrue ? covering(held[first], held[second]) : common(failed[first], failed[second])
      case ORDER_OR:
        return isTrue ? common(held[first], held[second]) : covering(failed[first], failed[second])
      case ORDER_GREATER, ORDER_GREATER_OR_EQUAL:
        return below(isTrue ? first : second, isTrue ? second : first)
      case ORDER_LESS, ORDER_LESS_OR_EQUAL:
        return below(isTrue ? second : first, isTrue ? first : second)
      case ORDER_EQUAL where isTrue, ORDER_NOT_EQUAL where !isTrue:
        return covering(below(first, second), below(second, first))
      default: return .none
      }
    default: return .none
    }
  }

  private mutating func covering(_ first: Stretch, _ second: Stretch) -> Stretch {
    switch (first, second) {
    case (.all, _), (_, .all): .all
    case (.none, let other), (let other, .none): other
    case (.around(let a), .around(let b)): .around(a == b ? a : graph.add(ORDER_UNION, a, b))
    }
  }

  private mutating func common(_ first: Stretch, _ second: Stretch) -> Stretch {
    switch (first, second) {
    case (.none, _), (_, .none): .none
    case (.all, let other), (let other, .all): other
    case (.around(let a), .around(let b)): .around(a == b ? a : graph.add(ORDER_INTERSECTION, a, b))
    }
  }

  /// The prices at which one number is below another beyond doubt.
  private mutating func below(_ left: OrderGraph.Place, _ right: OrderGraph.Place) -> Stretch {
    // The usual comparisons have steps of their own.
    if graph.stages[right] < .moving, left == close || left == weight {
      return .around(
        graph.add(left == close ? ORDER_PRICE_BELOW : ORDER_WEIGHT_BELOW, right))
    }
    if graph.stages[left] < .moving, right == close || right == weight {
      return .around(
        graph.add(right == close ? ORDER_PRICE_ABOVE : ORDER_WEIGHT_ABOVE, left))
    }
    guard let left = ratios[left], let right = ratios[right],
      let (first, second) = multipliedOut(left, right)
    else { return .none }
    let difference = difference(first, second)
    let zero = graph.add(number: 0)
    func raised(_ value: OrderGraph.Place?, _ size: OrderGraph.Place?) -> OrderGraph.Place {
      guard let size else { return value ?? zero }
      return graph.add(ORDER_INFLATE, value ?? zero, size)
    }
    return .around(
      graph.add(
        ORDER_BELOW_ZERO, raised(difference.constant, difference.constantSize),
        raised(difference.slope, difference.slopeSize)))
  }

  /// Two lines that compare as two ratios do.
  private mutating func multipliedOut(_ left: Ratio, _ right: Ratio) -> (Line, Line)? {
    if left.divisor == right.divisor { return (left.line, right.line) }
    if let divisor = left.divisor, right.divisor == nil {
      return line(divisor, times: right.line).map { (left.line, $0) }
    }
    if let divisor = right.divisor, left.divisor == nil {
      return line(divisor, times: left.line).map { ($0, right.line) }
    }
    return nil
  }

  private mutating func line(_ place: OrderGraph.Place, times factor: Line) -> Line? {
    guard factor.slope == nil, let line = ratios[place]?.line else { return nil }
    return factor.constant.map { scaled(line, by: $0, ORDER_MULTIPLY.rawValue) } ?? Line()
  }

  private mutating func ratio(of place: OrderGraph.Place, one: OrderGraph.Place) -> Ratio? {
    if graph.stages[place] < .moving {
      let size = graph.add(ORDER_ABSOLUTE, place)
      return Ratio(line: Line(constant: place, constantSize: size))
    }
    if place == close {
      return Ratio(line: Line(slope: one, slopeSize: one))
    }
    guard case .step(let operation, let first, let second) = graph.nodes[place],
      first < ratios.count, second < ratios.count, let left = ratios[first],
      let right = ratios[second]
    else { return nil }
    switch order_operation(operation) {
    case ORDER_NEGATE:
      return Ratio(line: difference(Line(), left.line), divisor: left.divisor)
    case ORDER_ADD, ORDER_SUBTRACT:
      guard let (a, b) = multipliedOut(left, right) else { return nil }
      return Ratio(
        line: order_operation(operation) == ORDER_ADD ? sum(a, b) : difference(a, b),
        divisor: left.divisor ?? right.divisor)
    case ORDER_MULTIPLY:
      if graph.stages[second] < .moving {
        return Ratio(line: scaled(left.line, by: second, operation), divisor: left.divisor)
      }
      guard graph.stages[first] < .moving else { return nil }
      return Ratio(line: scaled(right.line, by: first, operation), divisor: right.divisor)
    case ORDER_DIVIDE:
      if graph.stages[second] < .moving {
        return Ratio(line: scaled(left.line, by: second, operation), divisor: left.divisor)
      }
      guard left.divisor == nil, second == equity || second == close
      else { return nil }
      return Ratio(line: left.line, divisor: second)
    default: return nil
    }
  }

  private mutating func scaled(
    _ line: Line, by factor: OrderGraph.Place, _ operation: UInt32
  ) -> Line {
    let size = graph.add(ORDER_ABSOLUTE, factor)
    func by(_ factor: OrderGraph.Place, _ value: OrderGraph.Place?) -> OrderGraph.Place? {
      value.map { graph.add(.step(operation, $0, factor)) }
    }
    return Line(
      constant: by(factor, line.constant), slope: by(factor, line.slope),
      constantSize: by(size, line.constantSize), slopeSize: by(size, line.slopeSize))
  }

  private mutating func sum(_ a: Line, _ b: Line) -> Line {
    Line(
      constant: sum(a.constant, b.constant), slope: sum(a.slope, b.slope),
      constantSize: sum(a.constantSize, b.constantSize), slopeSize: sum(a.slopeSize, b.slopeSize))
  }

  private mutating func difference(_ a: Line, _ b: Line) -> Line {
    Line(
      constant: difference(a.constant, b.constant), slope: difference(a.slope, b.slope),
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
    return graph.add(ORDER_SUBTRACT, a, b)
  }
}
