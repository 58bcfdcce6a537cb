import PlateauColumns

extension ExpressionSyntax {
  /// How tightly an operator binds its operands, loosest first.
  enum Precedence: Int, Comparable {
    case or, and, not, comparison, sum, product, sign, power, operand

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    /// The next tighter level.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .operand }
  }

  /// The expression on one line with single spaces and no needless parentheses or comments.
  ///
  /// It reads back as an equal expression.
  public var text: String {
    switch kind {
    case .number(let literal): literal.text
    case .name(let name): name
    case .text(let text): text.quoted
    case .unary(.not, let operand): "not \(operand.text(atLeast: .not))"
    case .unary(.negate, let operand): "-\(operand.text(atLeast: .power))"
    case .unary(.isUndefined, let operand): "\(operand.text(atLeast: .sum)) = none"
    case .binary(.power, let left, let right):
      "\(left.text(atLeast: .operand)) ^ \(right.text(atLeast: .sign))"
    case .binary(let operation, let left, let right):
      "\(left.text(atLeast: operation.isComparison ? .sum : operation.precedence)) "
        + "\(operation.sign) \(right.text(atLeast: operation.precedence.tighter))"
    case .crosses(let direction, let left, let right):
      "\(left.text(atLeast: .sum)) crosses \(direction.rawValue) \(right.text(atLeast: .sum))"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .lookBack(let value, let bars): "\(value.text(atLeast: .operand))[\(bars.text)]"
    case .labelled(let name, let label, _):
      label.isIdentifier ? "\(name)[\(label)]" : "\(name)[\(label.quoted)]"
    }
  }

  private func text(atLeast level: Precedence) -> String {
    precedence < level ? "(\(text))" : text
  }

  private var precedence: Precedence {
    switch kind {
    case .unary(.not, _): .not
    case .unary(.negate, _): .sign
    case .unary(.isUndefined, _): .comparison
    case .binary(let operation, _, _): operation.precedence
    case .crosses: .comparison
    default: .operand
    }
  }
}

extension BinaryOperation {
  /// How tightly the operator binds.
  var precedence: ExpressionSyntax.Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    case .power: .power
    }
  }

  /// Whether the operation answers true or false about two values.
  var isComparison: Bool { precedence == .comparison }

  /// The operator as it is typed.
  var sign: String { self == .equal ? "=" : rawValue }
}

extension String {
  /// The text as a string of the language.
  public var quoted: String {
    var result = "\""
    for character in unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  /// Whether the text reads as one name without quotes.
  var isIdentifier: Bool {
    var lexer = Lexer(SourceText(self))
    guard let token = try? lexer.peek(), case .identifier(let name) = token.kind else {
      return false
    }
    return name == self
  }
}
