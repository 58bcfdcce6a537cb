/// How orders become fills, how large they are, and what they cost (DESIGN parts 2.3 and 4).
///
/// Fractions are of one; `nan` is "none" or "automatic" where a setting allows that.
public struct ExecutionSettings: Hashable, Sendable {
  /// When an order fills.
  public enum FillTime: String, CaseIterable, Sendable {
    /// At the open of the next bar.
    case nextOpen = "next_open"
    /// At the close that decided it.
    case close
  }

  /// Which prices of a bar stops and targets are compared with.
  public enum Protection: String, CaseIterable, Sendable {
    /// The open, then low and high; the stop when both are in one bar.
    case intrabar
    /// The open, then the close.
    case close
    /// As `intrabar`, but the target when both are in one bar.
    case best
  }

  /// The price that stop, target and trail are fractions of.
  public enum StopBasis: String, CaseIterable, Sendable {
    /// The price of the entry fill.
    case fill
    /// The close that decided the entry.
    case signal
  }

  /// The sides that may be traded.
  public enum Direction: String, CaseIterable, Sendable {
    /// Long and short.
    case both
    /// Long only; `short` never fires.
    case long
    /// Short only; `buy` never fires.
    case short
  }

  /// Where the scored bars of candidates with different warm-up begin.
  public enum Start: String, CaseIterable, Sendable {
    /// At the window's first bar.
    case own
    /// At the latest first bar of all candidates.
    case common
  }

  /// What the amount of a sizing means.
  public enum SizingMode: String, CaseIterable, Sendable {
    /// All equity, costs included; the amount is not used.
    case allIn = "all_in"
    /// A fraction of equity, costs on top.
    case fraction
    /// A fraction of equity lost between fill and stop, costs not counted.
    case risk
    /// An amount of money.
    case value
    /// A number of units.
    case units
  }

  /// Opening cash.
  public var cash = 100_000.0
  /// Commission as a fraction of notional, a side.
  public var commission = 0.0
  /// Commission an order, in money.
  public var commissionFixed = 0.0
  /// Price disadvantage of market, stop and trail fills, as a fraction of the price.
  public var slippage = 0.0
  /// Yearly cost of a short position, as a fraction of its value.
  public var borrowRate = 0.0
  /// When orders fill.
  public var fill = FillTime.nextOpen
  /// Which prices stops and targets are compared with.
  public var protective = Protection.intrabar
  /// Loss at which a position is closed, as a fraction of its basis; `nan` for none.
  public var stop = Double.nan
  /// Gain at which a position is closed, as a fraction of its basis; `nan` for none.
  public var target = Double.nan
  /// Distance of a stop that follows the best price, as a fraction of the basis; `nan` for none.
  public var trail = Double.nan
  /// The price that stop, target and trail are fractions of.
  public var stopBasis = StopBasis.fill
  /// What `sizingAmount` means.
  public var sizingMode = SizingMode.allIn
  /// The size of a position in the unit of `sizingMode`; not used by `allIn`.
  public var sizingAmount = Double.nan
  /// The largest value of a position at its entry; `nan` for none.
  public var maximumPositionValue = Double.nan
  /// Units are a multiple of this, rounded down; 0 for fractional units.
  public var lot = 0.0
  /// The sides that may be traded.
  public var direction = Direction.both
  /// Where scored bars begin.
  public var start = Start.own
  /// Bars in a year; `nan` takes the market's.
  public var periodsPerYear = Double.nan
  /// Yearly return of cash that ratios are measured against.
  public var riskFree = 0.0

  /// Creates the settings that apply when nothing is set.
  public init() {}

  /// Creates the settings of a strategy when nothing is set: a few have defaults of their own.
  public init(defaultsFor strategy: any Strategy) {
    for setting in ExecutionSetting.all {
      if let value = strategy.settingDefaults[setting.name] { set(setting.name, to: value) }
    }
  }
}
