import PlateauColumns

/// The random walk behind synthetic bars: one logarithm of a price that steps through each bar.
///
/// A bar is eight equal steps, so that high and low belong to a path from open to close. A bar that
/// opens a session begins with a jump that carries a fifth of a session's variance; bars of a week
/// or a month count as one session.
struct SyntheticWalk {
  /// One bar, rounded.
  struct Bar {
    let open: Double
    let high: Double
    let low: Double
    let close: Double
    let volume: Double
  }

  private static let steps = 8
  private static let overnightShare = 0.2
  private static let floor = 0.0
  private static let ceiling = Mathematics.logarithm(1e8)

  private let barsPerSession: Int
  private let sessionsPerYear: Double
  private let ticksPerUnit: Double
  private var random: RandomStream
  private var logarithm = Mathematics.logarithm(100)

  init(seed: UInt64, calendar: SyntheticCalendar) {
    random = RandomStream(seed: seed)
    barsPerSession = calendar.barsPerSession
    sessionsPerYear = calendar.periodsPerYear / Double(calendar.barsPerSession)
    ticksPerUnit = if case .intraday = calendar.interval { 10_000 } else { 100 }
  }

  /// The next bar; `bar` counts from 0.
  mutating func next(in regime: Regime, bar: Int) -> Bar {
    let session = 1 / sessionsPerYear
    if bar > 0, bar % barsPerSession == 0 { step(regime, years: session * Self.overnightShare) }
    let open = price
    var (high, low) = (open, open)
    let years = session * (1 - Self.overnightShare) / Double(barsPerSession * Self.steps)
    for _ in 0..<Self.steps {
      step(regime, years: years)
      high = max(high, price)
      low = min(low, price)
    }
    // Volume: log-normal around a million, more on bars that move.
    let noise = Mathematics.exponential(0.35 * random.normal())
    let unit = regime.annualVolatility * (session / Double(barsPerSession)).squareRoot()
    let movement = (price / open - 1).magnitude / unit
    let volume = (1_000_000 * noise * (1 + 0.3 * movement)).rounded()
    return Bar(open: open, high: high, low: low, close: price, volume: volume)
  }

  /// The present price, rounded to a tick.
  private var price: Double {
    (Mathematics.exponential(logarithm) * ticksPerUnit).rounded() / ticksPerUnit
  }

  /// A step of Brownian motion whose expected growth is the regime's; it turns back at the ends.
  private mutating func step(_ regime: Regime, years: Double) {
    let variance = regime.annualVolatility * regime.annualVolatility
    let drift = Mathematics.logarithm(1 + regime.annualGrowth) - variance / 2
    logarithm += drift * years + (variance * years).squareRoot() * random.normal()
    if logarithm > Self.ceiling { logarithm = 2 * Self.ceiling - logarithm }
    if logarithm < Self.floor { logarithm = 2 * Self.floor - logarithm }
  }
}
