public import PlateauColumns

/// How another package states what an account earned.
///
/// Each computes from the same curve, trades and dates with its own formulas and at its own
/// defaults; only the periods in a year are those of the curve where a package takes them as given.
public struct Convention: Sendable {
  /// One number as the package states it, sign and unit included.
  public struct Figure: Hashable, Sendable {
    /// What it is about: the name of Plateau's metric where there is one.
    public let name: String
    /// The number; `nan` where the package has none for this curve.
    public let value: Double
    /// What the number means.
    public let kind: ValueKind

    /// Creates a figure; what is infinite is undefined.
    init(_ name: String, _ kind: ValueKind, _ value: Double) {
      self.name = name
      self.kind = kind
      self.value = value.isFinite ? value : .nan
    }
  }

  /// The package.
  public let name: String
  /// The version whose formulas these are.
  public let version: String
  private let formula: @Sendable (EquityCurve) -> [Figure]

  init(
    _ name: String, version: String, formula: @escaping @Sendable (EquityCurve) -> [Figure]
  ) {
    self.name = name
    self.version = version
    self.formula = formula
  }

  /// What the package says of a curve; nothing for a curve of fewer than two values.
  ///
  /// - Complexity: O(bars · log bars).
  public func figures(of curve: EquityCurve) -> [Figure] {
    curve.returns.isEmpty ? [] : formula(curve)
  }

  /// The packages there are conventions of.
  public static let all: [Convention] = [.backtesting, .quantstats, .vectorbt, .backtrader]
}
