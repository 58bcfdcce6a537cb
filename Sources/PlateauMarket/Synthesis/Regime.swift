/// A kind of market that synthetic prices can pass through.
///
/// | regime | expected growth a year | volatility a year |
/// |---|---|---|
/// | bull | 18% | 14% |
/// | bear | -25% | 26% |
/// | sideways | 0% | 10% |
/// | volatile | 0% | 40% |
public enum Regime: String, Hashable, Sendable, CaseIterable {
  /// Rising calmly.
  case bull
  /// Falling nervously.
  case bear
  /// Calm and without direction.
  case sideways
  /// Wild and without direction.
  case volatile

  /// The expected growth of the price in a year: 0.18 is 18%.
  public var annualGrowth: Double {
    switch self {
    case .bull: 0.18
    case .bear: -0.25
    case .sideways, .volatile: 0
    }
  }

  /// The standard deviation of a year's logarithmic return.
  public var annualVolatility: Double {
    switch self {
    case .bull: 0.14
    case .bear: 0.26
    case .sideways: 0.10
    case .volatile: 0.40
    }
  }
}
