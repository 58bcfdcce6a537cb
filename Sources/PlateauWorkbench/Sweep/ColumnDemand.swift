import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// The columns that a strategy's expressions become with the values given to its parameters.
///
/// Each distinct column is computed once, whichever candidates and rules read it.
struct ColumnDemand {
  /// One expression with the number of columns it becomes.
  struct Entry {
    /// The expression as it would be typed.
    let text: String
    /// The distinct columns, one for each choice of what stands in it.
    let count: Int
  }

  /// The calls of functions of several bars, in order of first use.
  let entries: [Entry]
  /// The distinct columns of all of them together.
  let count: Int
  /// Whether `count` is an upper bound, because there are too many to compare them.
  let isBound: Bool
  /// The comparisons and other conditions that rules are made of, as they would be typed.
  let conditions: [String]

  /// The most columns that are compared with each other to find out which are the same.
  private static let comparedLimit = 20_000

  /// Counts the columns of a strategy.
  ///
  /// - Parameters:
  ///   - strategy: The strategy.
  ///   - values: What is tried for parameters, by name; others have their defaults.
  /// - Complexity: O(columns), of which at most 20,000 are looked at.
  init(_ strategy: any Strategy, values: [String: [Double]] = [:]) {
    var calls: [ColumnProgram] = []
    var conditions: [ColumnProgram] = []
    for program in strategy.programs {
      for call in program.calls where !calls.contains(call) { calls.append(call) }
      for condition in program.conditions where !conditions.contains(condition) {
        conditions.append(condition)
      }
    }
    self.conditions = conditions.map(\.text)
    let choices = Dictionary(
      strategy.parameters.map { ($0.name, values[$0.name] ?? [$0.defaultValue]) },
      uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    var distinct: Set<ColumnProgram> = []
    var uncompared = 0
    var left = Self.comparedLimit
    for call in calls {
      let names = call.inputs.filter { choices[$0] != nil }
      let product = names.reduce(1.0) { $0 * Double(choices[$1]?.count ?? 1) }
      guard product <= Double(left) else {
        let count = Int(min(product, 1e15))
        entries.append(Entry(text: call.text, count: count))
        uncompared += count
        continue
      }
      left -= Int(product)
      let columns = Self.columns(of: call, names, choices)
      entries.append(Entry(text: call.text, count: columns.count))
      distinct.formUnion(columns)
    }
    self.entries = entries
    count = distinct.count + uncompared
    isBound = uncompared > 0
  }

  /// Bytes of all columns on series of some lengths.
  func bytes(barCounts: [Int]) -> Double {
    Double(count) * Double(barCounts.reduce(0, +) * MemoryLayout<Double>.stride)
  }

  /// The expression with every choice of numbers put in, the same column once.
  private static func columns(
    of call: ColumnProgram, _ names: [String], _ choices: [String: [Double]]
  ) -> Set<ColumnProgram> {
    var bindings: [[String: Double]] = [[:]]
    for name in names {
      bindings = bindings.flatMap { binding in
        (choices[name] ?? []).map { value in binding.merging([name: value]) { $1 } }
      }
    }
    return Set(bindings.map { call.binding($0).folded })
  }
}

extension SweepPlan {
  /// The columns that the candidates read, whatever the requirements leave out.
  var columnDemand: ColumnDemand {
    ColumnDemand(
      strategy,
      values: Dictionary(
        study.space.domains.map { ($0.name, $0.values) }, uniquingKeysWith: { first, _ in first }))
  }
}
