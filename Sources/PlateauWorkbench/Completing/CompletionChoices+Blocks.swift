import PlateauColumns
import PlateauEngine
import PlateauLanguage

/// Names in a strategy block.
extension CompletionChoices {
  /// What the block declares above, series, the account's state in rules, and functions.
  ///
  /// A parameter's default is a number.
  var blockScope: ExpressionScope? {
    guard place.blockWord != "param" else { return nil }
    let further = ExpressionScopes.seriesNames + accountState
    var declared: [ExpressionScope.Name] = []
    for statement in place.block ?? [] {
      switch statement.kind {
      case .parameter(let name, _, let value, _):
        declared.append(Self.parameter(name, value))
      case .definition(let name, _, let value):
        let scope = Self.scope(declared + further)
        let compiled = try? compile(value, in: scope, allowsConditions: true)
        declared.append(
          .init(
            name, kind: compiled?.kind ?? .number, summary: value.text,
            isScalar: compiled?.isScalar ?? false))
      default: break
      }
    }
    return Self.scope(declared + further)
  }

  /// What the account is asked by; only rules and what stands in them can read it.
  private var accountState: [ExpressionScope.Name] {
    let readers = ["let", "order"] + StrategyRule.allCases.map(\.rawValue)
    guard readers.contains(place.blockWord ?? "") else { return [] }
    return ExpressionScopes.stateNames
  }

  private static func scope(_ names: [ExpressionScope.Name]) -> ExpressionScope {
    ExpressionScope(
      noun: "series or parameter", names: names, functions: ColumnFunction.all, allowsRows: true)
  }

  /// A parameter, whose default tells what it may stand for.
  private static func parameter(_ name: String, _ value: ExpressionSyntax) -> ExpressionScope.Name {
    var kind = ValueKind.number
    if case .number(let literal) = value.kind {
      if let unit = literal.unit {
        kind = unit.isTime ? .days : .fraction
      } else if literal.value >= 1, literal.value == literal.value.rounded() {
        kind = .length
      }
    }
    return .init(name, kind: kind, summary: "parameter, \(value.text) unless set", isScalar: true)
  }
}
