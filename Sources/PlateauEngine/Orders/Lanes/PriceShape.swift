/// A number as a sum of held and held times the close, with the size of its terms; `nil` is zero.
struct PriceLine {
  /// What a line is, where steps of the kernel know it.
  enum Meaning {
    /// A share of equity.
    case equity(share: OrderGraph.Place)
    /// The value of the units.
    case stock
    /// What the value of the units is above a share of equity, or misses to it.
    case distance(share: OrderGraph.Place, isMissing: Bool)
    /// The value of the units less itself.
    case nothing
  }

  var constant: OrderGraph.Place?
  var slope: OrderGraph.Place?
  var constantSize: OrderGraph.Place?
  var slopeSize: OrderGraph.Place?
  var meaning: Meaning?

  /// Whether it is zero at every price, beyond doubt.
  var isZero: Bool { constantSize == nil && slopeSize == nil }
}

/// A line over one that is above zero: over nothing, the close or equity.
struct PriceRatio {
  var line: PriceLine
  var divisor: OrderGraph.Place?
}

/// A number as a function of the price: ratios, and the lower or higher of such.
indirect enum PriceShape {
  case ratio(PriceRatio)
  case lower(PriceShape, PriceShape)
  case higher(PriceShape, PriceShape)

  /// The most ratios that are worth following.
  private static let largestCount = 8

  /// The ratios in it.
  var count: Int {
    switch self {
    case .ratio: 1
    case .lower(let a, let b), .higher(let a, let b): a.count + b.count
    }
  }

  /// Itself, unless it has too many ratios to be worth following.
  var ifSmall: PriceShape? { count <= Self.largestCount ? self : nil }

  /// The shape with other ratios, by something that keeps their order; `nil` where it has none.
  func map(_ body: (PriceRatio) -> PriceRatio?) -> PriceShape? {
    switch self {
    case .ratio(let ratio): return body(ratio).map(Self.ratio)
    case .lower(let a, let b):
      guard let a = a.map(body), let b = b.map(body) else { return nil }
      return .lower(a, b)
    case .higher(let a, let b):
      guard let a = a.map(body), let b = b.map(body) else { return nil }
      return .higher(a, b)
    }
  }

  /// The shape with lower and higher exchanged, and other ratios, by something that turns their order.
  func turned(_ body: (PriceRatio) -> PriceRatio?) -> PriceShape? {
    switch self {
    case .ratio(let ratio): return body(ratio).map(Self.ratio)
    case .lower(let a, let b):
      guard let a = a.turned(body), let b = b.turned(body) else { return nil }
      return .higher(a, b)
    case .higher(let a, let b):
      guard let a = a.turned(body), let b = b.turned(body) else { return nil }
      return .lower(a, b)
    }
  }
}
