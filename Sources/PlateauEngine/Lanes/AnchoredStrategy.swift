/// A strategy that trades one account around an anchor price, so that many candidates can be run
/// side by side.
///
/// Between two fills nothing but the price changes, and the rule is idle while the price stays
/// near its anchor. What the rule usually does outside is stated in `AnchoredTerms`; everything
/// unusual, and every near tie, is asked of the rule itself.
public protocol AnchoredStrategy: Strategy {
  /// The rule with the numbers of one candidate.
  associatedtype Rule: AnchoredRule

  /// The rule of a candidate.
  ///
  /// - Parameters:
  ///   - parameters: A value for each of `parameters`, in their order.
  ///   - settings: How orders are executed.
  /// - Returns: The rule, the same that `backtest` follows.
  /// - Throws: `CandidateFailure`, the same that `backtest` gives for any market.
  func rule(_ parameters: [Double], settings: ExecutionSettings) throws(CandidateFailure) -> Rule

  /// Whether the close of the first bar, on which the account is opened, counts as equity.
  var countsOpeningBar: Bool { get }
}

/// What an account does at each close.
public protocol AnchoredRule: Sendable {
  /// The usual case of the rule.
  var terms: AnchoredTerms { get }

  /// The account after the close of the first bar.
  func opening(cash: Double, at price: Double) -> AnchoredAccount

  /// Books what happens at a close, and whatever came before it on its bar.
  ///
  /// - Parameters:
  ///   - price: The close.
  ///   - dividend: Dividend a share on this bar, zero on most.
  ///   - ordersToday: Fills on earlier bars of the same date.
  ///   - account: The account; a fill counts in it and moves its anchor.
  func act(
    at price: Double, dividend: Double, ordersToday: Int, on account: inout AnchoredAccount)
}

/// An account between two closes.
public struct AnchoredAccount: Hashable, Sendable {
  /// Cash.
  public var cash: Double
  /// Units of the stock, zero or more.
  public var units: Double
  /// The price that moves are measured from.
  public var anchor: Double
  /// Value of everything bought and sold so far.
  public var tradedNotional: Double
  /// Fills so far.
  public var fillCount: Int

  /// Creates an account.
  public init(
    cash: Double, units: Double, anchor: Double, tradedNotional: Double = 0, fillCount: Int = 0
  ) {
    self.cash = cash
    self.units = units
    self.anchor = anchor
    self.tradedNotional = tradedNotional
    self.fillCount = fillCount
  }

  /// The value of the account at a price.
  public func value(at price: Double) -> Double { units * price + cash }
}

/// The usual case of an anchored rule.
///
/// A close at or beyond the anchor by `threshold` triggers a trade of (anchor / close - 1) · ratio
/// of the account's value, cut so that the weight of the stock stays within its bounds. A fill
/// moves the anchor to its price. Whether a close that is within rounding of a bound counts as
/// beyond it is for the rule to say, and so is any case in which more than this matters.
public struct AnchoredTerms: Hashable, Sendable {
  /// The move from the anchor that triggers, as a fraction.
  public var threshold: Double
  /// What the move is multiplied with.
  public var ratio: Double
  /// The smallest weight of the stock.
  public var lowestWeight: Double
  /// The largest weight of the stock.
  public var highestWeight: Double
  /// Commission as a fraction of notional, paid on top.
  public var commission: Double
  /// Whether weights are compared with their bounds after commission.
  public var weighsAfterCommission = false
  /// How far a fill may leave the bounds before it is refused; infinite where it never is.
  public var weightTolerance = Double.infinity
  /// The largest triggered trade as a share of the account's value.
  public var largestTrade = Double.infinity
  /// Trades of smaller value are not made.
  public var smallestNotional = 0.0
  /// Fewest units of a trade back to a bound that the weight has left without a trigger; `nil` for
  /// a rule that makes no such trades.
  public var smallestDrift: Double?
  /// A move beyond this fraction of the anchor is unusual.
  public var anomalyLimit = Double.infinity
  /// The number of fills a day that a rule may not exceed.
  public var ordersPerDay = Int.max
  /// Whether units are rounded, which makes every trade unusual.
  public var roundsUnits = false

  /// Creates the terms of a rule without further limits.
  public init(
    threshold: Double, ratio: Double, lowestWeight: Double, highestWeight: Double,
    commission: Double
  ) {
    self.threshold = threshold
    self.ratio = ratio
    self.lowestWeight = lowestWeight
    self.highestWeight = highestWeight
    self.commission = commission
  }

  /// Whether lanes need more than trigger, ratio and bounds.
  var isLimited: Bool { weighsAfterCommission || largestTrade < .infinity || smallestDrift != nil }
}
