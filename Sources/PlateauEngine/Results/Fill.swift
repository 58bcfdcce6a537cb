/// One order of an account-driven strategy as it was executed.
public struct Fill: Hashable, Sendable {
  /// What made the order.
  public enum Kind: String, Hashable, Sendable {
    /// The price left the band around the anchor.
    case trigger
    /// The weight of the stock left its bounds.
    case drift
    /// A rule of the strategy's own text fired.
    case order
  }

  /// The bar, an index into the series.
  public let bar: Int
  /// What made the order.
  public let kind: Kind
  /// Units bought, negative for units sold.
  public let units: Double
  /// Units the rule asked for before limits, bounds and rounding; negative to sell.
  public let unitsBeforeLimits: Double
  /// Price of the fill.
  public let price: Double
  /// Commission.
  public let fee: Double
  /// Anchor price before the fill; the fill moves it to `price`.
  ///
  /// For orders it is the price of the fill before, undefined before the first.
  public let anchorBefore: Double
  /// Cash after the fill.
  public let cashAfter: Double
  /// Units held after the fill.
  public let unitsAfter: Double

  /// The weight of the stock after the fill.
  public var weightAfter: Double {
    unitsAfter * price / (unitsAfter * price + cashAfter)
  }
}

/// A dividend received by an account-driven strategy.
public struct DividendPayment: Hashable, Sendable {
  /// The ex-date's bar, an index into the series.
  public let bar: Int
  /// Dividend a share.
  public let perShare: Double
  /// Shares held.
  public let units: Double
  /// Money received, net of tax.
  public let net: Double
  /// Anchor price before the dividend lowered it.
  public let anchorBefore: Double

  /// Money before tax.
  public var gross: Double { perShare * units }
}
