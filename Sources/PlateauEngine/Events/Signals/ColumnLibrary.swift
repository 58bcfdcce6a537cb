import PlateauColumns
import PlateauMarket

/// The columns that rules of one market read, each with the bars on which it is defined.
///
/// Expressions that become the same column share it. A library belongs to one thread.
final class ColumnLibrary {
  private let market: Market
  private struct Key: Hashable {
    let shape: Int
    let numbers: [UInt64]
  }

  private var shapes: [ColumnProgram] = []
  private var columns: [Key: DefinedColumn] = [:]
  /// The most columns that are kept.
  let limit: Int
  /// The price columns that are undefined somewhere.
  private var gappyInputs: [String: Bool] = [:]

  /// The most bytes of columns that a library keeps.
  private static let byteLimit = 256 << 20

  init(_ market: Market) {
    self.market = market
    limit = max(64, Self.byteLimit / max(1, market.series.count * MemoryLayout<Double>.stride))
  }

  /// The number of an expression's shape: which expression it is, whatever its parameters are
  /// called.
  ///
  /// - Parameters:
  ///   - program: The expression.
  ///   - names: Its parameters, in the order in which `column` will be given their values.
  /// - Returns: The number, equal for equal shapes.
  func shape(of program: ColumnProgram, _ names: [String]) -> Int {
    let shape = program.renamingInputs(
      Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Self.placeholder($0)) }))
    if let known = shapes.firstIndex(of: shape) { return known }
    shapes.append(shape)
    return shapes.count - 1
  }

  /// The column of a shape with numbers for its parameters.
  ///
  /// - Throws: `CandidateFailure` when it cannot be evaluated.
  func column(shape: Int, _ numbers: [Double]) throws(CandidateFailure) -> DefinedColumn {
    let key = Key(shape: shape, numbers: numbers.map(\.bitPattern))
    if let known = columns[key] { return known }
    if columns.count >= limit { columns = [:] }
    let column = try computed(
      shapes[shape].binding(
        Dictionary(
          uniqueKeysWithValues: numbers.enumerated().map { (Self.placeholder($0), $1) })))
    columns[key] = column
    return column
  }

  /// A name that no one can type.
  private static func placeholder(_ index: Int) -> String { "#\(index)" }

  private func computed(_ program: ColumnProgram) throws(CandidateFailure) -> DefinedColumn {
    let registers: [ColumnValue]
    do {
      registers = try program.registers(in: market.environment)
    } catch {
      throw CandidateFailure(error.description)
    }
    var definedness = Definedness(rowCount: market.series.count)
    var readsUndefinedNumber = false
    for (step, register) in zip(program.instructions, registers) {
      switch register {
      case .scalar(let value): readsUndefinedNumber = readsUndefinedNumber || value.isNaN
      case .column(let values):
        if case .input(let name) = step, !isGappy(name, values) { continue }
        definedness.add(values)
      }
    }
    var presence = Definedness(rowCount: market.series.count)
    if case .column(let values) = registers[program.result] { presence.add(values) }
    return DefinedColumn(
      registers[program.result], definedness, presence: presence,
      readsUndefinedNumber: readsUndefinedNumber)
  }

  private func isGappy(_ name: String, _ values: [Double]) -> Bool {
    if let known = gappyInputs[name] { return known }
    let isGappy = values.contains(where: \.isNaN)
    gappyInputs[name] = isGappy
    return isGappy
  }
}

/// A column with what is known of it.
final class DefinedColumn: Identifiable {
  /// The values; one number for an expression without prices.
  let value: ColumnValue
  /// The bar from which on all the expression reads is defined; `nil` where there are gaps, or
  /// where it has values before.
  let firstDefined: Int?
  /// Whether a number it reads, such as a parameter, is undefined.
  let readsUndefinedNumber: Bool
  private let definedness: Definedness
  private let presence: Definedness
  /// The bars on which everything the expression reads is defined.
  private(set) lazy var defined = definedness.mask
  /// The bars on which the column itself has a value: a choice may have one while the side that is
  /// not chosen is undefined.
  private(set) lazy var present = presence.mask

  fileprivate init(
    _ value: ColumnValue, _ definedness: Definedness, presence: Definedness,
    readsUndefinedNumber: Bool
  ) {
    self.value = value
    self.definedness = definedness
    self.presence = presence
    self.readsUndefinedNumber = readsUndefinedNumber
    firstDefined = presence.first == definedness.first ? definedness.first : nil
  }
}

/// On which rows all of several columns are defined.
private struct Definedness {
  private let rowCount: Int
  private var gaps: BarMask?
  private var start = 0

  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// The first row from which on all are defined, or `nil` where there are gaps.
  var first: Int? { gaps == nil ? start : nil }

  var mask: BarMask {
    var mask = BarMask(count: rowCount, from: start)
    if let gaps { mask.subtract(gaps) }
    return mask
  }

  mutating func add(_ values: [Double]) {
    let (leading, isDoubtful) = values.withUnsafeBufferPointer { values in
      var leading = 0
      while leading < values.count, values[leading].isNaN { leading += 1 }
      // Undefined and infinite numbers alone leave something of themselves when times zero.
      var traces = (0.0, 0.0, 0.0, 0.0)
      var row = leading
      while row + 4 <= values.count {
        traces.0 += values[row] * 0
        traces.1 += values[row + 1] * 0
        traces.2 += values[row + 2] * 0
        traces.3 += values[row + 3] * 0
        row += 4
      }
      while row < values.count {
        traces.0 += values[row] * 0
        row += 1
      }
      return (leading, (traces.0 + traces.1 + traces.2 + traces.3).isNaN)
    }
    start = max(start, leading)
    guard isDoubtful else { return }
    let undefined = values[leading...].count(where: \.isNaN)
    guard undefined > 0 else { return }
    var gaps = self.gaps ?? BarMask(count: rowCount)
    for row in leading..<values.count where values[row].isNaN { gaps[row] = true }
    self.gaps = gaps
  }
}
