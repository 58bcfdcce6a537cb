import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// What the argument of a function asks for.
extension CompletionChoices {
  /// The function whose argument is being typed, with the argument's place; `nil` outside a call.
  private var openCall: (function: ColumnFunction, place: Int)? {
    guard case .argument(let place, let name)? = place.operandPlace,
      let function = ColumnFunction.named(name), function.arguments.indices.contains(place)
    else { return nil }
    return (function, place)
  }

  private var argumentKind: ColumnFunction.ArgumentKind? {
    openCall.map { $0.function.arguments[$0.place].kind }
  }

  /// Whether a condition may stand here.
  var allowsConditions: Bool {
    if place.operandPlace == .lookBack { return false }
    return switch argumentKind {
    case .series, .length, .number: false
    default: true
    }
  }

  /// Whether a value of a kind may stand here; a condition can also begin with any number.
  func fits(_ kind: ValueKind) -> Bool { kind != .condition || allowsConditions }

  /// What may stand where one number for all bars is wanted, or `nil` where a series may stand.
  func numbers(in scope: ExpressionScope) -> [Choice]? {
    let usual: [Choice]
    let isLength: Bool
    switch (place.operandPlace, argumentKind) {
    case (.lookBack?, _):
      usual = [Choice("1", "one bar ago", suffix: "]")]
      isLength = true
    case (_, .length?):
      usual = example + ["10", "20", "50", "100"].map { Choice($0, "bars", suffix: "") }
      isLength = true
    case (_, .number?):
      usual = example
      isLength = false
    case (nil, _) where place.blockWord == "exit":
      usual = ["5", "10", "20"].map { Choice($0, "bars or days") }
      isLength = true
    default: return nil
    }
    let names = scope.names.filter {
      $0.isScalar && fits($0.kind) && !(isLength && $0.kind == .fraction)
    }
    let suffix = place.operandPlace == nil ? " " : ""
    let functions = scope.functions.filter { !$0.readsSeveralRows && fits($0.resultKind) }
    return names.map { Choice($0.name, $0.summary, suffix: suffix) } + usual
      + functions.map {
        Choice($0.name, "\($0.signature): \($0.summary)", suffix: "(", isAlias: true)
      }
  }

  /// The number that the function's own example has at the argument's place.
  private var example: [Choice] {
    guard let (function, place) = openCall,
      case .call(_, let arguments)? = (try? parseExpression(function.example))?.kind,
      arguments.indices.contains(place), case .number(let literal) = arguments[place].kind
    else { return [] }
    return [Choice(literal.text, "as in \(function.example)", suffix: "")]
  }

  /// A usual fraction where a strategy says how far its stop, target or trail is.
  var fractions: [Choice] {
    let examples = ["stop": "5%", "target": "10%", "trail": "8%"]
    guard place.operandPlace == nil, let fraction = examples[place.blockWord ?? ""] else {
      return []
    }
    return [Choice(fraction, "of the entry price")]
  }
}

extension ColumnFunction {
  /// The kind of the result where it does not depend on arguments, else that of any number.
  var resultKind: ValueKind {
    if case .always(let kind) = result { kind } else { .number }
  }
}
