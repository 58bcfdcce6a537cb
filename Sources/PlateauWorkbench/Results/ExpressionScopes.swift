import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// What names mean in each place where an expression may stand.
enum ExpressionScopes {
  /// Functions that work row by row: all that makes sense over the rows of a result.
  private static let rowwise = ColumnFunction.all.filter { !$0.readsSeveralRows }

  /// The series of a symbol's bars, prices and calendar: what strategies and `series` read.
  static let seriesNames: [ExpressionScope.Name] = [
    .init("open", kind: .price, summary: "opening price"),
    .init("high", kind: .price, summary: "highest price of the bar"),
    .init("low", kind: .price, summary: "lowest price of the bar"),
    .init("close", kind: .price, summary: "closing price"),
    .init("volume", kind: .number, summary: "traded volume"),
    .init("hl2", kind: .price, summary: "(high + low) / 2"),
    .init("hlc3", kind: .price, summary: "(high + low + close) / 3"),
    .init("ohlc4", kind: .price, summary: "(open + high + low + close) / 4"),
    .init("dayofweek", summary: "day of the week, 1 Monday to 7 Sunday"),
    .init("hour", summary: "hour of the bar's stamp as tables show it, 0 to 23"),
    .init("minute", summary: "minute of the bar's stamp, 0 to 59"),
    .init("month", summary: "month of the bar's date, 1 to 12"),
  ]

  /// What the rules of a strategy may ask of the account.
  static let stateNames: [ExpressionScope.Name] = AccountState.allCases.map {
    .init($0.rawValue, kind: $0.kind, summary: $0.summary, isAccountState: true)
  }

  /// Names that the rules of a strategy cannot read, with the reason.
  static let outsideRules = NamesElsewhere.metrics(noun: "series or parameter")
    .merging(NamesElsewhere.settings(noun: "series or parameter")) { $1 }

  /// Expressions over bars.
  static let series = ExpressionScope(
    noun: "series or function", names: seriesNames, functions: ColumnFunction.all,
    allowsRows: true,
    elsewhere: NamesElsewhere.metrics(noun: "series or function")
      .merging(NamesElsewhere.settings(noun: "series or function")) { $1 }
      .merging(NamesElsewhere.accountState(noun: "series or function")) { $1 })

  /// Metrics: what an objective or a defined metric reads before any run exists.
  ///
  /// A definition that is being written anew is left out: it cannot read itself.
  static func metrics(_ state: SessionState, without name: String? = nil) -> ExpressionScope {
    var definitions = definitions(state)
    var ownName: [String: Diagnostic] = [:]
    if let name = name?.lowercased() {
      definitions[name] = nil
      ownName[name] = Diagnostic(
        .unknownName, "'\(name)' is what is being defined, and cannot read itself")
    }
    return ExpressionScope(
      noun: "metric", names: metricNames(Metric.all), functions: rowwise, allowsRows: false,
      definitions: definitions,
      elsewhere: NamesElsewhere.series(noun: "metric")
        .merging(NamesElsewhere.settings(noun: "metric")) { $1 }
        .merging(NamesElsewhere.accountState(noun: "metric")) { $1 }
        .merging(ownName) { $1 })
  }

  /// Metrics and parameters of a run: filters and `top by`.
  static func result(
    of run: Run, _ state: SessionState, adding further: [ExpressionScope.Name] = []
  ) -> ExpressionScope {
    let parameters = run.plan.study.space.domains.map { domain in
      ExpressionScope.Name(
        domain.name, kind: domain.kind, labels: domain.labels, summary: "swept parameter")
    }
    let noun = "metric or parameter"
    return ExpressionScope(
      noun: noun, names: parameters + metricNames(run.plan.metrics) + further,
      functions: rowwise, allowsRows: false, definitions: definitions(state),
      elsewhere: NamesElsewhere.series(noun: noun)
        .merging(NamesElsewhere.settings(noun: noun)) { $1 }
        .merging(NamesElsewhere.accountState(noun: noun)) { $1 }
        .merging(NamesElsewhere.metricsMissing(in: run)) { $1 })
  }

  /// Metrics and parameters of a run's best row, and how many rows there are: what `assert` reads.
  static func assertion(of run: Run, _ state: SessionState) -> ExpressionScope {
    result(
      of: run, state,
      adding: ["candidates", "kept", "failed"].map {
        .init($0, kind: .length, summary: "rows of the run")
      })
  }

  /// Parameters and settings: what `require` reads.
  static func space(_ state: SessionState, strategy: any Strategy) -> ExpressionScope {
    var names = strategy.parameters.map { parameter in
      ExpressionScope.Name(
        parameter.name, kind: parameter.kind, labels: parameter.labels, summary: parameter.summary)
    }
    for setting in ExecutionSetting.all
    where !names.contains(where: { $0.name == setting.name }) {
      names.append(
        ExpressionScope.Name(
          setting.name,
          aliases: strategy.aliases.filter { $0.value == setting.name }.keys.sorted(),
          kind: setting.kind, labels: setting.labels, summary: setting.summary))
    }
    let noun = "parameter or setting"
    return ExpressionScope(
      noun: noun, names: names, functions: rowwise, allowsRows: false,
      elsewhere: NamesElsewhere.series(noun: noun)
        .merging(NamesElsewhere.metrics(noun: noun)) { $1 }
        .merging(NamesElsewhere.accountState(noun: noun)) { $1 })
  }

  private static func metricNames(_ metrics: [Metric]) -> [ExpressionScope.Name] {
    metrics.map { metric in
      ExpressionScope.Name(
        metric.name, aliases: metric.aliases, kind: metric.kind, summary: metric.summary)
    }
  }

  private static func definitions(_ state: SessionState) -> [String: CompiledExpression] {
    Dictionary(
      state.definedMetrics.map { ($0.name, $0.expression) }, uniquingKeysWith: { $1 })
  }

  /// Whether a word can be a name in an expression.
  static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
    else { return false }
    let reserved = ["and", "or", "not", "in", "crosses", "above", "below", "true", "false", "none"]
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "."
    } && !reserved.contains(word.lowercased())
  }
}
