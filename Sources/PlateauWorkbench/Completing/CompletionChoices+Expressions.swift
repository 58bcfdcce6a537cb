import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

extension CompletionChoices {
  /// What names mean in the expression that is being typed, or `nil` where it has none.
  ///
  /// The scopes are those that the commands check against.
  var scope: ExpressionScope? {
    guard place.block == nil else { return blockScope }
    switch place.verb {
    case "series": return ExpressionScopes.series
    case "set", "unset", "baseline", "strategy", "load": return nil
    case "require": return strategy.map { ExpressionScopes.space(state, strategy: $0) }
    case "objective": return ExpressionScopes.metrics(state)
    case "define": return ExpressionScopes.metrics(state, without: word("name"))
    case "assert":
      return currentRun.map { ExpressionScopes.assertion(of: $0, state) }
    default:
      return currentRun.map { ExpressionScopes.result(of: $0, state) }
        ?? ExpressionScopes.metrics(state)
    }
  }

  var currentRun: Run? { state.currentRun.flatMap { session.runs[$0] } }

  /// What may stand at the place of an operand: names, then functions with their signatures; where
  /// one number is wanted, what is one and a few usual numbers.
  var operands: [Choice] {
    guard let scope else { return [] }
    let isLabel = place.wanted.contains { if case .label = $0 { true } else { false } }
    guard !isLabel || scope.allowsRows else { return [] }
    guard !place.isQuoted else {
      return scope.names.flatMap { name in
        name.labels.map { Choice($0, "a value of \(name.name)", isName: true) }
      }
    }
    if let numbers = numbers(in: scope) { return numbers }
    return fractions + names(of: scope)
  }

  /// The names, definitions and functions of a scope, as far as they fit the argument being typed.
  private func names(of scope: ExpressionScope) -> [Choice] {
    // Inside a call a comma or bracket follows, which the user types.
    let suffix = place.operandPlace == nil ? " " : ""
    let names = scope.names.filter { !$0.name.contains("[") && fits($0.kind) }.flatMap { name in
      [Choice(name.name, name.summary, suffix: suffix)]
        + name.aliases.map {
          Choice($0, "same as \(name.name)", suffix: suffix, isAlias: true)
        }
    }
    let definitions = state.definedMetrics.filter { scope.definitions[$0.name] != nil }.map {
      Choice($0.name, $0.text, suffix: suffix)
    }
    let functions = scope.functions.filter { fits($0.resultKind) }.map {
      Choice($0.name, "\($0.signature): \($0.summary)", suffix: "(")
    }
    return names + definitions + functions
  }

  /// Words between values; crossings make sense over bars only.
  func operatorWord(_ word: String) -> [Choice] {
    guard let scope, word != "crosses" || scope.allowsRows, allowsConditions else { return [] }
    let meaning = word == "crosses" ? "crosses above|below" : KeywordMeaning.of(word) ?? ""
    return [Choice(word, meaning)]
  }

  /// The labels of a metric that has some.
  func labels(of name: String) -> [Choice] {
    let opening = name.lowercased() + "["
    return (scope?.names ?? []).compactMap { labelled in
      guard labelled.name.lowercased().hasPrefix(opening), labelled.name.hasSuffix("]") else {
        return nil
      }
      return Choice(
        String(labelled.name.dropFirst(opening.count).dropLast()), labelled.summary, suffix: "]")
    }
  }

  /// Metrics of the open run, or all there are.
  var metrics: [Choice] {
    let computed = currentRun?.plan.metrics ?? Metric.all
    return computed.flatMap { metric in
      [Choice(metric.name, metric.summary, isName: true)]
        + metric.aliases.map { Choice($0, "same as \(metric.name)", isName: true, isAlias: true) }
    } + state.definedMetrics.map { Choice($0.name, $0.text, isName: true) }
  }

  /// Parameters that the open run varied, or those of the chosen strategy.
  var parameters: [Choice] {
    if let run = currentRun {
      return run.plan.study.space.domains.map {
        Choice($0.name, "swept parameter", isName: true)
      }
    }
    return (strategy?.parameters ?? []).map { Choice($0.name, $0.summary, isName: true) }
  }
}
