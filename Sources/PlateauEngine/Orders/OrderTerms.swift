/// What becomes of an order: its price, its size and what it costs.
struct OrderTerms {
  private let settings: ExecutionSettings

  /// Creates the terms that the settings describe.
  init(_ settings: ExecutionSettings) {
    self.settings = settings
  }

  /// The price of a fill, slippage against the order.
  func price(_ price: Double, buying: Bool) -> Double {
    price * (buying ? 1 + settings.slippage : 1 - settings.slippage)
  }

  /// Commission of a fill.
  func fee(size: Double, price: Double) -> Double { size * price * settings.commission }

  /// What an order pays besides its share of notional.
  var fixedFee: Double { settings.commissionFixed }

  /// Signed units of a fill.
  ///
  /// A purchase is cut to what cash pays for with commission and to the largest position value, a
  /// sale to the units held. The lot rounds down; a billionth of a lot is forgiven, so that 0.3
  /// units are three lots of 0.1.
  ///
  /// - Parameters:
  ///   - wanted: Signed units of the order.
  ///   - price: Price of the fill, slippage included.
  ///   - cash: Cash before the fill.
  ///   - held: Units before the fill.
  /// - Returns: The units, zero for no fill.
  func units(_ wanted: Double, price: Double, cash: Double, held: Double) -> Double {
    var size = min(-wanted, held)
    if wanted > 0 {
      size = min(wanted, (cash - settings.commissionFixed) / (price * (1 + settings.commission)))
      if !settings.maximumPositionValue.isNaN {
        size = min(size, settings.maximumPositionValue / price - held)
      }
    }
    if settings.lot > 0 {
      size = (size / settings.lot + 1e-9).rounded(.down) * settings.lot
      if wanted < 0 { size = min(size, held) }
    }
    guard size > 0, size.isFinite else { return 0 }
    return wanted > 0 ? size : -size
  }
}
