import PlateauColumns
import PlateauLanguage
import PlateauSearch

/// One condition of a filter: one of the parts that `and` joins at its top.
struct FilterCondition {
  /// The number of the filter it belongs to, from 1.
  let filter: Int
  /// The condition as it was written.
  let text: String
  /// Its value for every candidate: 1, 0, or `nan` where undefined.
  let holds: [Double]
  /// What is compared, where it asks for one number to be on a side of another, or to be equal.
  ///
  /// A condition with `!=` has none: it fails only where both sides are equal, at no distance.
  let comparison: Comparison?

  /// The two sides of a comparison of numbers, for every candidate.
  struct Comparison {
    /// What the left side is called: a metric's full name, or the text as written.
    let name: String
    /// The sign between them.
    let sign: String
    let left: [Double]
    let right: [Double]
    /// What the numbers mean.
    let kind: ValueKind

    /// By how much a candidate misses: the distance of both sides; `nan` where one is undefined.
    func miss(_ row: Int) -> Double { abs(left[row] - right[row]) }
  }

  /// The conditions of stacked filters, in order.
  ///
  /// - Parameters:
  ///   - filters: The filters.
  ///   - view: The run with its rows.
  ///   - state: The state whose definitions the filters read.
  /// - Returns: At least one condition a filter.
  /// - Throws: `Diagnostic` when a filter reads what the run does not have.
  /// - Complexity: O(candidates · steps of the filters).
  static func all(
    in filters: [NamedExpression], of view: RunView, _ state: SessionState
  ) throws -> [FilterCondition] {
    let scope = ExpressionScopes.result(of: view.run, state)
    let table = view.result.table
    return try filters.enumerated().flatMap { index, filter in
      try parseExpression(filter.text).conjuncts.map { syntax in
        let expression = try compile(syntax, in: scope, expecting: .condition)
        return FilterCondition(
          filter: index + 1, text: expression.text,
          holds: try expression.program.values(over: table),
          comparison: comparison(syntax, scope, table))
      }
    }
  }

  private static func comparison(
    _ syntax: ExpressionSyntax, _ scope: ExpressionScope, _ table: Table
  ) -> Comparison? {
    guard case .binary(let operation, let left, let right) = syntax.kind, operation.hasDistance,
      let first = try? compile(left, in: scope), let second = try? compile(right, in: scope),
      let left = try? first.program.values(over: table),
      let right = try? second.program.values(over: table)
    else { return nil }
    let isOneInput = first.program.instructions.count == 1 && !first.program.inputs.isEmpty
    return Comparison(
      name: isOneInput ? first.program.inputs[0] : first.text, sign: operation.sign,
      left: left, right: right,
      kind: first.program.constantValue == nil ? first.kind : second.kind)
  }
}

extension ExpressionSyntax {
  /// The parts that `and` joins at the top, in order; the expression itself where there is none.
  var conjuncts: [ExpressionSyntax] {
    var parts: [ExpressionSyntax] = []
    var rest = [self]
    while let next = rest.popLast() {
      if case .binary(.and, let left, let right) = next.kind {
        rest.append(right)
        rest.append(left)
      } else {
        parts.append(next)
      }
    }
    return parts
  }
}

extension BinaryOperation {
  /// Whether the operation compares two values that can be nearer to it or farther from it.
  fileprivate var hasDistance: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal: true
    default: false
    }
  }

  /// The sign as it is typed.
  fileprivate var sign: String { self == .equal ? "=" : rawValue }
}
