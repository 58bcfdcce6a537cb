/// How many units an entry buys or sells short.
struct PositionSizing {
  private let settings: ExecutionSettings

  /// Creates the sizing that the settings describe.
  init(_ settings: ExecutionSettings) {
    self.settings = settings
  }

  /// Units of an entry.
  ///
  /// No sizing exceeds what all equity can pay for, costs included; then the largest position
  /// value and the lot apply. A billionth of a lot is forgiven, so that 0.3 units are three lots
  /// of 0.1.
  ///
  /// - Parameters:
  ///   - amount: What the mode of the sizing needs; not read for all equity.
  ///   - equity: Equity before the entry, without any position.
  ///   - price: Price of the fill, slippage included.
  ///   - stopLevel: The price at which the stop would close the position; `nan` for none.
  ///   - fixedFee: What this order pays besides its share of notional.
  /// - Returns: Units, zero for no order.
  func units(
    _ amount: Double, equity: Double, price: Double, stopLevel: Double, fixedFee: Double
  ) -> Double {
    let allIn = (equity - fixedFee) / (price * (1 + settings.commission))
    let wanted =
      switch settings.sizingMode {
      case .allIn: allIn
      case .fraction: amount * equity / price
      case .risk: amount * equity / abs(price - stopLevel)
      case .value: amount / price
      case .units: amount
      }
    var units = min(wanted, allIn)
    if !settings.maximumPositionValue.isNaN {
      units = min(units, settings.maximumPositionValue / price)
    }
    if settings.lot > 0 {
      units = (units / settings.lot + 1e-9).rounded(.down) * settings.lot
    }
    return units > 0 && units.isFinite ? units : 0
  }
}
