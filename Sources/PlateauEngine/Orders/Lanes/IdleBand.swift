import CEngineKernels

/// Where a price can go without any order firing, as steps that follow from what an account holds.
///
/// Between two fills most comparisons are of sums of something held and something held times the
/// price: close against last fill, weight against a bound. Such a comparison holds on one side of
/// a price. A stretch of prices is idle for `a and b` where it is for either, for `a or b` where it
/// is for both. The lower or higher of two such numbers is compared as both are; so an order that
/// would be too small is known for a stretch of prices. What is not of this kind counts as able to
/// fire at any price.
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

  /// The most steps at fills and closes that a comparison of more than two ratios is worth.
  private static let mostSteps = 24

  /// The rules and what the band adds to them.
  var graph: OrderGraph
  /// The nodes of the rules come first, those of the band after them.
  private let ruleCount: Int
  /// The close.
  let close: OrderGraph.Place
  /// Cash and units at the close.
  let equity: OrderGraph.Place
  private let weight: OrderGraph.Place
  /// The number 1.
  let one: OrderGraph.Place
  private let zero: OrderGraph.Place
  /// What is known of each node as a function of the price.
  private(set) var shapes: [PriceShape?] = []
  /// Stretches of all prices or none.
  private var constants: Set<OrderGraph.Place> = []

  /// The graph with the nodes of the band, and the prices at which none of some conditions holds.
  static func added(
    to graph: OrderGraph, of conditions: [OrderGraph.Place]
  ) -> (graph: OrderGraph, stretch: Stretch) {
    var band = IdleBand(graph: graph)
    let count = band.graph.nodes.count
    var held: [Stretch] = []
    var failed: [Stretch] = []
    for place in 0..<count {
      band.shapes.append(band.shape(of: place))
      held.append(band.stretch(of: place, isTrue: true, held, failed))
      failed.append(band.stretch(of: place, isTrue: false, held, failed))
    }
    let stretch = conditions.reduce(.all) { band.common($0, held[$1]) }
    return (band.graph, stretch)
  }

  private init(graph: OrderGraph) {
    self.graph = graph
    ruleCount = graph.nodes.count
    close = self.graph.add(.close)
    equity = self.graph.equity()
    weight = self.graph.weight()
    one = self.graph.add(number: 1)
    zero = self.graph.add(number: 0)
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
    // What holds at every price or at none is enough, and cheap.
    if isConstant(first) { return first }
    if isConstant(second) { return second }
    return switch (first, second) {
    case (.all, _), (_, .all): .all
    case (.none, let other), (let other, .none): other
    case (.around(let a), .around(let b)): .around(a == b ? a : graph.add(ORDER_UNION, a, b))
    }
  }

  /// Whether a stretch hardly depends on the price.
  private func isConstant(_ stretch: Stretch) -> Bool {
    guard case .around(let place) = stretch else { return false }
    return constants.contains(place)
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
    if graph.stages[right] < .moving, left == close {
      return .around(graph.add(ORDER_PRICE_BELOW, right))
    }
    if graph.stages[left] < .moving, right == close {
      return .around(graph.add(ORDER_PRICE_ABOVE, left))
    }
    if graph.stages[right] < .moving, left == weight {
      return .around(stock(below: right, slack: zero))
    }
    if graph.stages[left] < .moving, right == weight {
      return .around(stock(above: left, slack: zero))
    }
    guard let left = shapes[left], let right = shapes[right] else { return .none }
    let stretch = below(left, right)
    switch (left, right) {
    case (.ratio, .ratio): return stretch
    default: return steps(behind: stretch) <= Self.mostSteps ? stretch : .none
    }
  }

  private mutating func below(_ left: PriceShape, _ right: PriceShape) -> Stretch {
    switch (left, right) {
    case (.lower(let a, let b), _): covering(below(a, right), below(b, right))
    case (.higher(let a, let b), _): common(below(a, right), below(b, right))
    case (_, .lower(let a, let b)): common(below(left, a), below(left, b))
    case (_, .higher(let a, let b)): covering(below(left, a), below(left, b))
    case (.ratio(let a), .ratio(let b)): below(a, b)
    }
  }

  private mutating func below(_ left: PriceRatio, _ right: PriceRatio) -> Stretch {
    guard let (first, second) = multipliedOut(left, right) else { return .none }
    if second.slope == nil, case .nothing? = first.meaning {
      // What rounding leaves of it is far below a billionth of the value of the units.
      let slack = graph.add(ORDER_DIVIDE, second.constant ?? zero, graph.add(number: LANES_CLEAR))
      let place = stock(below: zero, slack: slack)
      constants.insert(place)
      return .around(place)
    }
    if second.slope == nil, case .distance(let share, let isMissing)? = first.meaning {
      let slack = second.constant ?? zero
      return .around(
        isMissing ? stock(above: share, slack: slack) : stock(below: share, slack: slack))
    }
    let difference = difference(first, second)
    func raised(_ value: OrderGraph.Place?, _ size: OrderGraph.Place?) -> OrderGraph.Place {
      guard let size else { return value ?? zero }
      return graph.add(ORDER_INFLATE, value ?? zero, size)
    }
    return .around(
      graph.add(
        ORDER_BELOW_ZERO, raised(difference.constant, difference.constantSize),
        raised(difference.slope, difference.slopeSize)))
  }

  /// Where the value of the units is above a share of equity by less than a slack.
  private mutating func stock(
    below share: OrderGraph.Place, slack: OrderGraph.Place
  ) -> OrderGraph.Place {
    let most = graph.add(number: 1 - LANES_CLEAR)
    let clear = graph.add(ORDER_MINIMUM, lowered(share, by: leeway(share)), most)
    return graph.add(
      ORDER_STOCK_BELOW, graph.add(ORDER_ODDS, clear),
      lowered(slack, by: graph.add(ORDER_ABSOLUTE, slack)))
  }

  /// Where the value of the units misses less than a slack to a share of equity.
  private mutating func stock(
    above share: OrderGraph.Place, slack: OrderGraph.Place
  ) -> OrderGraph.Place {
    let clear = graph.add(ORDER_INFLATE, share, leeway(share))
    return graph.add(
      ORDER_STOCK_ABOVE, graph.add(ORDER_ODDS, clear),
      lowered(slack, by: graph.add(ORDER_ABSOLUTE, slack)))
  }

  /// The size of the terms where the value of the units is compared with a share of equity.
  private mutating func leeway(_ share: OrderGraph.Place) -> OrderGraph.Place {
    graph.add(ORDER_ADD, one, graph.add(ORDER_ABSOLUTE, share))
  }

  private mutating func lowered(
    _ value: OrderGraph.Place, by size: OrderGraph.Place
  ) -> OrderGraph.Place {
    value == zero ? zero : graph.add(ORDER_INFLATE, value, graph.add(ORDER_NEGATE, size))
  }

  /// The steps that a stretch takes besides those of the rules and those that are done once.
  private func steps(behind stretch: Stretch) -> Int {
    guard case .around(let place) = stretch else { return 0 }
    var seen: Set<OrderGraph.Place> = []
    var open = [place]
    while let place = open.popLast() {
      guard place >= ruleCount, graph.stages[place] > .fixed, seen.insert(place).inserted
      else { continue }
      open += graph.operands(place)
    }
    return seen.count
  }
}
