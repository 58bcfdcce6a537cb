import PlateauColumns

/// A rule taken apart into the comparisons it is made of.
///
/// Each comparison becomes a mask of bars; `and`, `or` and `not` combine masks 64 bars at a time.
/// Only true fires, so a rule needs the bars on which it is true, and under a `not` those on which
/// it is false: undefined is neither.
struct ConditionPlan {
  /// How the comparisons of a rule are combined.
  indirect enum Node {
    case constant(Bool)
    case comparison(Int)
    case and(Node, Node)
    case or(Node, Node)
  }

  /// The combination that is true where the rule is.
  let root: Node
  /// The comparisons the nodes name.
  let comparisons: [ColumnComparison]

  /// Takes a rule apart, or `nil` for a rule whose conditions are not comparisons.
  init?(_ program: ColumnProgram) {
    var builder = Builder(program: program)
    guard let root = builder.node(program.result, isTrue: true) else { return nil }
    self.root = root
    comparisons = builder.comparisons
  }

  private struct Builder {
    let program: ColumnProgram
    var comparisons: [ColumnComparison] = []

    mutating func node(_ register: ColumnProgram.Register, isTrue: Bool) -> Node? {
      switch program.instructions[register] {
      case .constant(let value): .constant(isTrue ? value == 1 : value == 0)
      case .unary(.not, let operand): node(operand, isTrue: !isTrue)
      case .binary(.and, let left, let right): pair(left, right, isTrue, isUnion: !isTrue)
      case .binary(.or, let left, let right): pair(left, right, isTrue, isUnion: isTrue)
      case .binary(let operation, let left, let right):
        ColumnComparison.Relation(operation).map { relation in
          leaf(isTrue ? relation : relation.opposite, left, right)
        }
      case .crossesAbove(let left, let right):
        leaf(isTrue ? .crossesAbove : .doesNotCrossAbove, left, right)
      case .crossesBelow(let left, let right):
        leaf(isTrue ? .crossesBelow : .doesNotCrossBelow, left, right)
      default: nil
      }
    }

    private mutating func pair(
      _ left: Int, _ right: Int, _ isTrue: Bool, isUnion: Bool
    ) -> Node? {
      guard let first = node(left, isTrue: isTrue), let second = node(right, isTrue: isTrue)
      else { return nil }
      return isUnion ? .or(first, second) : .and(first, second)
    }

    private mutating func leaf(_ relation: ColumnComparison.Relation, _ left: Int, _ right: Int)
      -> Node
    {
      comparisons.append(
        ColumnComparison(
          relation: relation, left: program.slice(at: left), right: program.slice(at: right)))
      return .comparison(comparisons.count - 1)
    }
  }
}

/// Two expressions and what is asked of them on every bar.
struct ColumnComparison {
  /// What is asked; false on a bar where either side is undefined.
  enum Relation {
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case crossesAbove, crossesBelow
    case doesNotCrossAbove, doesNotCrossBelow
  }

  let relation: Relation
  let left: ColumnProgram
  let right: ColumnProgram
}

extension ColumnComparison.Relation {
  /// The relation of an operator, or `nil` for arithmetic.
  init?(_ operation: BinaryOperation) {
    switch operation {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    default: return nil
    }
  }

  /// The relation that holds on the defined bars where this one does not.
  var opposite: Self {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    case .crossesAbove: .doesNotCrossAbove
    case .crossesBelow: .doesNotCrossBelow
    case .doesNotCrossAbove: .crossesAbove
    case .doesNotCrossBelow: .crossesBelow
    }
  }

  /// Whether the bar before counts as well.
  var looksBack: Bool {
    switch self {
    case .crossesAbove, .crossesBelow, .doesNotCrossAbove, .doesNotCrossBelow: true
    default: false
    }
  }
}
