import PlateauColumns
import PlateauMarket

/// An account that orders trade: what it holds, and what rules may ask of it.
///
/// A position lasts from the fill that opens it from flat to the fill that leaves nothing. Its entry
/// bar and entry price are those of the opening fill, whatever is bought later.
struct OrderAccount {
  /// Cash.
  private(set) var cash: Double
  /// Units held, zero or more.
  private(set) var units = 0.0
  /// The price of the latest fill; undefined before the first.
  private(set) var lastFill = Double.nan
  /// Bar and price of the fill that opened the position, if there is one.
  private(set) var entry: (bar: Int, price: Double)?
  /// The highest high and the lowest low since the entry bar, up to the bar followed last.
  private var (highest, lowest) = (-Double.infinity, Double.infinity)
  /// All commission paid.
  private(set) var fees = 0.0
  /// Value of everything bought and sold.
  private(set) var tradedNotional = 0.0

  /// Creates an account that holds cash only.
  init(cash: Double) {
    self.cash = cash
  }

  /// Puts a share of cash in stock without fee, which is the starting mix and no fill.
  mutating func start(with share: Double, at price: Double, on bar: Int) {
    let invested = cash * share
    cash -= invested
    units = invested / price
    lastFill = price
    entry = units > 0 ? (bar, price) : nil
  }

  /// Looks at a bar, or again at it after a fill at its close; bars come one after the other.
  mutating func follow(high: Double, low: Double) {
    guard entry != nil else { return }
    highest = max(highest, high)
    lowest = min(lowest, low)
  }

  /// Books a fill.
  mutating func fill(_ units: Double, at price: Double, on bar: Int, _ terms: OrderTerms) {
    let size = abs(units), fee = terms.fee(size: size, price: price)
    cash = cash - units * price - fee - terms.fixedFee
    if self.units == 0 {
      entry = (bar, price)
      (highest, lowest) = (-.infinity, .infinity)
    }
    self.units += units
    if self.units == 0 { entry = nil }
    lastFill = price
    fees += fee + terms.fixedFee
    tradedNotional += size * price
  }

  /// What the account is worth at a price.
  func equity(at price: Double) -> Double { cash + units * price }

  /// What a rule is told at a close, after that bar's fills.
  func state(_ wanted: AccountState, at bar: Int, of series: PriceSeries) -> Double {
    let close = series.close[bar]
    switch wanted {
    case .position: return units
    case .lastFill: return lastFill
    case .equity: return equity(at: close)
    case .weight: return BinaryOperation.divide(units * close, equity(at: close))
    case .entryPrice, .barsHeld, .highSince, .lowSince, .pnl: break
    }
    guard let entry else { return .nan }
    switch wanted {
    case .entryPrice: return entry.price
    case .barsHeld: return Double(bar - entry.bar)
    case .highSince: return highest
    case .lowSince: return lowest
    default:
      return BinaryOperation.divide(BinaryOperation.subtract(close, entry.price), entry.price)
    }
  }
}
