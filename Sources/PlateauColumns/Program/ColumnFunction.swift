/// A function that expressions can call: its signature, its meaning and its kernel.
public struct ColumnFunction: Sendable {
  /// What an argument may be.
  public enum ArgumentKind: String, Sendable {
    /// A column, or a number that stands for a constant column.
    case series
    /// A condition: true, false or undefined on every row.
    case condition
    /// A whole number of rows, at least 1; never a column.
    case length
    /// A single number; never a column.
    case number
    /// Anything that has a value a bar, worked out on other bars than the call's own.
    case expression
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
    /// The kind of the argument at that place, counted from 0.
    case sameAs(Int)
    /// Always this kind.
    case always(ValueKind)
  }

  /// How the function is computed.
  enum Kernel: Sendable {
    /// Row by row, from one value.
    case map(@Sendable (Double) -> Double)
    /// Row by row, from two values.
    case combine(@Sendable (Double, Double) -> Double)
    /// Row by row, from a condition and two values.
    case choose(@Sendable (Double, Double, Double) -> Double)
    /// From one whole column and its lengths and numbers.
    case column(@Sendable (_ series: [Double], _ numbers: [Double]) -> [Double])
    /// From the sums of one whole column, which all lengths share.
    case sums(@Sendable (_ sums: PrefixSums, _ numbers: [Double]) -> [Double])
    /// From whole columns: those given as arguments, and those of the bars that it reads by itself.
    case columns(reads: [BarColumn], @Sendable (FunctionInputs) -> [Double])
    /// No kernel: the argument is a program of its own, run on the bars of periods.
    case periods(BarPeriod)
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
  /// A call as one would write it in a rule, such as `rsi(close, 14)`.
  public let example: String
  /// The name of the same function in TA-Lib, if it has one.
  public let talibName: String?
  /// The paper, book or package that the formula follows; empty for what needs no source.
  public let source: String
  /// What its values can never leave, whatever the prices; `nil` where nothing is known.
  public let bounds: ClosedRange<Double>?
  /// How it is computed.
  let kernel: Kernel

  /// Creates a function.
  init(
    name: String, arguments: [Argument], result: ResultKind, summary: String, formula: String,
    warmUp: String, example: String, talibName: String? = nil, source: String = "",
    bounds: ClosedRange<Double>? = nil,
    kernel: Kernel
  ) {
    self.name = name
    self.arguments = arguments
    self.result = result
    self.summary = summary
    self.formula = formula
    self.warmUp = warmUp
    self.example = example
    self.talibName = talibName
    self.source = source
    self.bounds = bounds
    self.kernel = kernel
  }

  /// The signature as a user types it, such as `sma(series, length)`.
  public var signature: String {
    "\(name)(\(arguments.map(\.name).joined(separator: ", ")))"
  }

  /// Whether the result depends on more than one row; such columns are computed once and kept.
  public var readsSeveralRows: Bool {
    switch kernel {
    case .map, .combine, .choose: false
    case .column, .sums, .columns, .periods: true
    }
  }

  /// The columns of the bars that it reads without being given them.
  public var readBars: [BarColumn] {
    if case .columns(let reads, _) = kernel { reads } else { [] }
  }

  /// What it does to one row, where one row is all it needs.
  public var rowFunction: RowFunction? {
    switch kernel {
    case .map(let body): .one(body)
    case .combine(let body): .two(body)
    case .choose(let body): .three(body)
    case .column, .sums, .columns, .periods: nil
    }
  }

  /// The period on whose bars its argument is worked out; `nil` for all other functions.
  public var period: BarPeriod? {
    if case .periods(let period) = kernel { period } else { nil }
  }

  /// The function of a name, compared in lower case.
  public static func named(_ name: String) -> ColumnFunction? {
    let name = name.lowercased()
    return all.first { $0.name == name }
  }
}

/// A column that every bar has.
public enum BarColumn: String, Hashable, Sendable, CaseIterable {
  case open
  case high
  case low
  case close
  case volume
}

/// What a function does to the values of one row; `nan` is undefined.
public enum RowFunction: Sendable {
  case one(@Sendable (Double) -> Double)
  case two(@Sendable (Double, Double) -> Double)
  case three(@Sendable (Double, Double, Double) -> Double)
}

/// What a function of whole columns is given.
struct FunctionInputs {
  /// Rows in every column.
  let rowCount: Int
  /// The series and conditions among the arguments, in order; conditions are 1, 0 or `nan`.
  let series: [[Double]]
  /// The lengths and numbers among the arguments, in order; lengths are whole and at least 1.
  let numbers: [Double]
  /// The columns of the bars that the function reads by itself.
  let bars: [BarColumn: [Double]]

  /// A column of the bars; it must be among those that the function reads.
  subscript(bar: BarColumn) -> [Double] { bars[bar] ?? [] }

  /// A number that counts rows, by its place among the numbers.
  func length(_ place: Int) -> Int { Int(numbers[place]) }
}
