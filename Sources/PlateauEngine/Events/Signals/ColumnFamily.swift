import PlateauColumns
import PlateauMarket

/// The columns that one expression of a rule becomes, one for each choice of the parameters in it.
///
/// A family belongs to one thread and one market. Columns have places, which are good for one
/// generation; the latest is found without a search, because neighbouring candidates share it.
struct ColumnFamily {
  private let library: ColumnLibrary
  private let shape: Int
  private let slots: [Int]

  /// The parameter that is the whole expression, as in `stop stop_pct`.
  let onlyParameter: Int?

  private var columns: [DefinedColumn] = []
  private var index: ParameterIndex
  /// How often all columns were forgotten.
  private(set) var generation = 0

  /// Creates the family of an expression over prices and a strategy's parameters.
  init(_ program: ColumnProgram, parameters: [String], library: ColumnLibrary) {
    self.library = library
    let inputs = program.inputs
    let slots = parameters.indices.filter { inputs.contains(parameters[$0]) }
    self.slots = slots
    shape = library.shape(of: program, slots.map { parameters[$0] })
    index = ParameterIndex(slots)
    onlyParameter = program.instructions.count == 1 ? slots.first : nil
  }

  /// The only parameter that the expression reads, or `nil`.
  var soleParameter: Int? { slots.count == 1 ? slots[0] : nil }

  /// The place of the column for a candidate's parameters.
  ///
  /// - Throws: `CandidateFailure` when the expression cannot be evaluated, such as for a length
  ///   of 2.5.
  mutating func place(_ parameters: [Double]) throws(CandidateFailure) -> Int {
    if let known = index.place(parameters) { return known }
    let column = try library.column(shape: shape, slots.map { parameters[$0] })
    if columns.count >= library.limit {
      (columns, index, generation) = ([], ParameterIndex(slots), generation + 1)
    }
    columns.append(column)
    index.insert(columns.count - 1, parameters)
    return columns.count - 1
  }

  /// The number that the expression is for a candidate, where it reads no prices.
  ///
  /// - Returns: `nil` for an expression that has a number for each bar.
  mutating func number(_ parameters: [Double]) throws(CandidateFailure) -> Double? {
    if let onlyParameter { return parameters[onlyParameter] }
    guard case .scalar(let number) = columns[try place(parameters)].value else { return nil }
    return number
  }

  /// The column at a place.
  subscript(place: Int) -> DefinedColumn { columns[place] }

  /// Names the column at a place once and for all.
  func version(of place: Int) -> Int { generation << 32 | place }
}

/// Finds places by parameters, without hashing where these are one small whole number.
private struct ParameterIndex {
  private let slots: [Int]
  private let onlySlot: Int
  private var small: [Int32] = []
  private var others: [[UInt64]: Int] = [:]
  private static let smallLimit = 65_536.0

  init(_ slots: [Int]) {
    self.slots = slots
    onlySlot = slots.count == 1 ? slots[0] : -1
  }

  func place(_ parameters: [Double]) -> Int? {
    if let number = smallNumber(parameters) {
      return number < small.count && small[number] >= 0 ? Int(small[number]) : nil
    }
    return others[slots.map { parameters[$0].bitPattern }]
  }

  mutating func insert(_ place: Int, _ parameters: [Double]) {
    guard let number = smallNumber(parameters) else {
      others[slots.map { parameters[$0].bitPattern }] = place
      return
    }
    if number >= small.count {
      small += [Int32](repeating: -1, count: max(64, number + 1 - small.count))
    }
    small[number] = Int32(place)
  }

  @inline(__always)
  private func smallNumber(_ parameters: [Double]) -> Int? {
    guard onlySlot >= 0 else { return nil }
    let value = parameters[onlySlot]
    guard value >= 1, value < Self.smallLimit, value == Double(Int32(value)) else { return nil }
    return Int(Int32(value))
  }
}
