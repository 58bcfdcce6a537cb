/// A function that expressions can call: its signature, its meaning and its kernel.
public struct ColumnFunction: Sendable {
  /// What an argument may be.
  public enum ArgumentKind: String, Sendable {
    /// A column, or a number that stands for a constant column.
    case series
    /// A whole number of rows, at least 1; never a column.
    case length
    /// A single number; never a column.
    case number
  }

  /// One argument: its name in the signature and what it may be.
  public struct Argument: Sendable {
    /// The name shown in `sma(series, length)`.
    public let name: String
    /// What may stand there.
    public let kind: ArgumentKind

    /// Creates an argument.
    public init(_ name: String, _ kind: ArgumentKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// The kind of the result.
  public enum ResultKind: Sendable {
    /// The kind of the first argument: an average of prices is a price.
    case sameAsFirst
    /// Always this kind.
    case always(ValueKind)
  }

  /// How the function is computed.
  enum Kernel: Sendable {
    /// Row by row, from one value.
    case map(@Sendable (Double) -> Double)
    /// Row by row, from two values.
    case combine(@Sendable (Double, Double) -> Double)
    /// From one whole column and its lengths and numbers.
    case column(@Sendable (_ series: [Double], _ numbers: [Double]) -> [Double])
    /// From the sums of one whole column, which all lengths share.
    case sums(@Sendable (_ sums: PrefixSums, _ numbers: [Double]) -> [Double])
  }

  /// The name, in lower case; TA-Lib's where it has the function.
  public let name: String
  /// The arguments in order; all are required.
  public let arguments: [Argument]
  /// The kind of the result.
  public let result: ResultKind
  /// One line of meaning.
  public let summary: String
  /// The formula, in plain text.
  public let formula: String
  /// The first defined row, in words.
  public let warmUp: String
  /// How it is computed.
  let kernel: Kernel

  /// The signature as a user types it, such as `sma(series, length)`.
  public var signature: String {
    "\(name)(\(arguments.map(\.name).joined(separator: ", ")))"
  }

  /// Whether the result depends on more than one row; such columns are computed once and kept.
  public var readsSeveralRows: Bool {
    switch kernel {
    case .map, .combine: false
    case .column, .sums: true
    }
  }

  /// Every function, in alphabetical order.
  public static let all: [ColumnFunction] = [
    .abs, .ema, .highest, .lowest, .max, .min, .rsi, .sma,
  ]

  /// The function of a name, compared in lower case.
  public static func named(_ name: String) -> ColumnFunction? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }
}
