import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

extension CompletionChoices {
  /// What names mean in the expression that is being typed, or `nil` where it has none.
  ///
  /// The scopes are those that the commands check against.
  private var scope: ExpressionScope? {
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

  /// Series, functions, and what the block declares above; a parameter's default is a number.
  private var blockScope: ExpressionScope? {
    guard place.blockWord != "param" else { return nil }
    let declared = (place.block ?? []).compactMap { statement -> ExpressionScope.Name? in
      switch statement.kind {
      case .parameter(let name, _, let value, _):
        .init(name, summary: "parameter, \(value.text) unless set", isScalar: true)
      case .definition(let name, _, let value): .init(name, summary: value.text)
      case .rule, .level, .exitAfter, .reversalOff: nil
      }
    }
    return ExpressionScope(
      noun: "series or parameter", names: declared + ExpressionScopes.seriesNames,
      functions: ColumnFunction.all, allowsRows: true)
  }

  /// Names, then functions with their signatures; in brackets or quotes only labels make sense.
  var operands: [Choice] {
    let isLabel = place.wanted.contains { if case .label = $0 { true } else { false } }
    guard let scope, !isLabel else { return [] }
    guard !place.isQuoted else {
      return scope.names.flatMap { name in
        name.labels.map { Choice($0, "a value of \(name.name)", isName: true) }
      }
    }
    let names = scope.names.filter { !$0.name.contains("[") }.flatMap { name in
      [Choice(name.name, name.summary)]
        + name.aliases.map { Choice($0, "same as \(name.name)", isAlias: true) }
    }
    let definitions = state.definedMetrics.filter { scope.definitions[$0.name] != nil }.map {
      Choice($0.name, $0.text)
    }
    let functions = scope.functions.map {
      Choice($0.name, "\($0.signature): \($0.summary)", suffix: "(")
    }
    return names + definitions + functions
  }

  /// Words between values; crossings make sense over bars only.
  func operatorWord(_ word: String) -> [Choice] {
    guard let scope, word != "crosses" || scope.allowsRows else { return [] }
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
