import PlateauColumns

/// A rule taken apart into the comparisons it is made of.
///
/// A condition of another kind, such as `rising(close, 3)`, is a column that is compared with one,
/// or under a `not` with zero.
///
/// Each comparison becomes a mask of bars; `and`, `or` and `not` combine masks 64 bars at a time.
/// Only true fires, so a rule needs the bars on which it is true, and under a `not` those on which
/// it is false: undefined is neither.
struct ConditionPlan {
  /// How comparisons are combined; operands are places of earlier nodes.
  enum Node {
    case constant(Bool)
    case comparison(Int)
    case and(Int, Int)
    case or(Int, Int)
  }

  /// The combinations, operands first; what a rule says twice is one node.
  let nodes: [Node]
  /// The place of the node that is true where the rule is.
  let root: Int
  /// The comparisons the nodes name.
  let comparisons: [ColumnComparison]

  /// Takes a rule apart.
  ///
  /// - Complexity: O(steps) nodes.
  init(_ program: ColumnProgram) {
    var builder = Builder(program: program)
    root = builder.node(program.result, isTrue: true)
    nodes = builder.nodes
    comparisons = builder.comparisons
  }

  /// What is asked of a step.
  private struct Question: Hashable {
    let register: ColumnProgram.Register
    let isTrue: Bool
  }

  private struct Builder {
    let program: ColumnProgram
    var nodes: [Node] = []
    var comparisons: [ColumnComparison] = []
    private var answers: [Question: Int] = [:]

    init(program: ColumnProgram) {
      self.program = program
    }

    /// The place of the node that is true where a step is true, or false.
    mutating func node(_ register: ColumnProgram.Register, isTrue: Bool) -> Int {
      let question = Question(register: register, isTrue: isTrue)
      if let known = answers[question] { return known }
      let place = made(register, isTrue)
      answers[question] = place
      return place
    }

    private mutating func made(_ register: ColumnProgram.Register, _ isTrue: Bool) -> Int {
      switch program.instructions[register] {
      case .constant(let value): return add(.constant(isTrue ? value == 1 : value == 0))
      case .unary(.not, let operand): return node(operand, isTrue: !isTrue)
      case .binary(.and, let left, let right): return pair(left, right, isTrue, isUnion: !isTrue)
      case .binary(.or, let left, let right): return pair(left, right, isTrue, isUnion: isTrue)
      case .crossesAbove(let left, let right):
        return leaf(isTrue ? .crossesAbove : .doesNotCrossAbove, left, right)
      case .crossesBelow(let left, let right):
        return leaf(isTrue ? .crossesBelow : .doesNotCrossBelow, left, right)
      case .binary(let operation, let left, let right):
        guard let relation = ColumnComparison.Relation(operation) else { break }
        return leaf(isTrue ? relation : relation.opposite, left, right)
      default: break
      }
      return leaf(
        .equal, program.slice(at: register), ColumnProgram(constant: isTrue ? 1 : 0))
    }

    private mutating func add(_ node: Node) -> Int {
      nodes.append(node)
      return nodes.count - 1
    }

    private mutating func pair(
      _ left: Int, _ right: Int, _ isTrue: Bool, isUnion: Bool
    ) -> Int {
      let (first, second) = (node(left, isTrue: isTrue), node(right, isTrue: isTrue))
      return add(isUnion ? .or(first, second) : .and(first, second))
    }

    private mutating func leaf(
      _ relation: ColumnComparison.Relation, _ left: Int, _ right: Int
    ) -> Int {
      leaf(relation, program.slice(at: left), program.slice(at: right))
    }

    private mutating func leaf(
      _ relation: ColumnComparison.Relation, _ left: ColumnProgram, _ right: ColumnProgram
    ) -> Int {
      comparisons.append(ColumnComparison(relation: relation, left: left, right: right))
      return add(.comparison(comparisons.count - 1))
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
