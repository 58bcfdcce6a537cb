public import PlateauColumns

/// A number that judges a backtest, with everything `help` and a table heading say about it.
public struct Metric: Sendable {
  /// Which values are better.
  public enum Direction: String, Sendable {
    /// Larger values.
    case higher
    /// Smaller values.
    case lower
    /// Neither; the number describes.
    case neutral
  }

  /// The name as typed.
  public let name: String
  /// Other names for it.
  public let aliases: [String]
  /// What the number means.
  public let kind: ValueKind
  /// Which values are better.
  public let direction: Direction
  /// Whether it is computed unless told otherwise.
  public let isDefault: Bool
  /// One line of meaning.
  public let summary: String
  /// The formula and its convention, and how other packages differ.
  public let convention: String

  private let formula: @Sendable (Backtest) -> Double
  /// The metric without the equity of every bar, where it can be had so.
  let summaryFormula: SummaryFormula?

  /// Whether a summary must know more of trades than their number.
  let needsTrades: Bool

  /// Whether a summary must know the equity or the shortfall of every close.
  let needsEveryClose: Bool

  /// Creates a metric.
  init(
    _ name: String, aliases: [String] = [], _ kind: ValueKind, _ direction: Direction,
    isDefault: Bool = false, needsTrades: Bool = false, needsEveryClose: Bool = false,
    _ summary: String, convention: String,
    formula: @escaping @Sendable (Backtest) -> Double,
    fromSummary summaryFormula: (@Sendable (borrowing PerformanceSummary) -> Double)? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.direction = direction
    self.isDefault = isDefault
    self.summary = summary
    self.convention = convention
    self.formula = formula
    self.summaryFormula = summaryFormula.map(SummaryFormula.init)
    self.needsTrades = needsTrades
    self.needsEveryClose = needsEveryClose
  }

  /// The metric of a backtest; `nan` where it is undefined, never infinite.
  public func value(of backtest: Backtest) -> Double {
    let value = formula(backtest)
    return value.isFinite ? value : .nan
  }

  /// Whether the metric can be had without the equity of every bar.
  var followsFromSummary: Bool { summaryFormula != nil }

  /// Every metric: the default ones in the order of a result's columns, then those on request.
  public static let all: [Metric] = [
    .totalReturn, .cagr, .sharpeRatio, .sortinoRatio, .calmarRatio, .maximumDrawdown, .volatility,
    .winRate, .profitFactor, .tradeCount, .averageTradeDuration, .expectancy, .exposure,
    .turnover, .fees, .finalEquity, .buyHoldReturn,
    .omegaRatio, .ulcerIndex, .valueAtRisk, .conditionalValueAtRisk, .skew, .kurtosis,
    .tailRatio, .longestDrawdown, .systemQuality, .bestTrade, .worstTrade, .alpha, .beta,
    .informationRatio, .payoffRatio, .openPosition, .ambiguousTrades,
  ]

  /// The metrics that are computed unless told otherwise.
  public static var defaults: [Metric] { all.filter(\.isDefault) }

  /// The metric of a name or alias, whatever its case.
  public static func named(_ name: String) -> Metric? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }
}

/// How a metric follows from a summary.
///
/// A value of its own, so that an array of them calls each without copying the summary.
struct SummaryFormula: Sendable {
  /// The metric; not finite where it is undefined.
  let value: @Sendable (borrowing PerformanceSummary) -> Double
}
