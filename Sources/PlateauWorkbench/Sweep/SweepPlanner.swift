import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauSearch

/// Turns a session's state into a sweep, or says what is missing.
enum SweepPlanner {
  /// Plans a grid sweep of the present state.
  ///
  /// - Throws: `Diagnostic` for the first thing that is missing or contradictory.
  static func plan(_ session: Session) throws -> SweepPlan {
    let state = session.state
    let strategy = try StrategyLibrary(state).chosen()
    let markets = try session.marketShelf.markets(of: state)
    let settings = ExecutionSettings(of: state, strategy: strategy)
    let domains = try domains(of: state, strategy: strategy, settings: settings)
    let space = ParameterSpace(
      domains,
      constraints: try constraints(
        of: state, strategy: strategy, domains: domains, settings: settings))
    let wanted =
      state.extraMetrics + state.objective.program.inputs
      + state.definedMetrics.flatMap(\.expression.program.inputs)
    let metrics = Metric.all.filter { $0.isDefault || wanted.contains($0.name) }
    let backtester = Backtester(
      strategy: strategy, markets: markets, settings: settings, metrics: metrics,
      samples: space.samples)
    let study = StudyPlan(
      space, objective: state.objective.objective,
      rowsPerCandidate: markets.map(\.window.count).max() ?? 0,
      nanosecondsPerRow: backtester.nanosecondsPerBar)
    try refuseEmpty(study, state)
    let plan = SweepPlan(
      study: study, strategy: strategy, markets: markets, settings: settings, metrics: metrics,
      state: state, evaluator: BacktestEvaluator(backtester: backtester))
    try SweepChecks.refuseUnusable(plan)
    return plan
  }

  /// A domain for the symbols when there are several, one for each parameter that was set, and
  /// one for each setting with several values.
  private static func domains(
    of state: SessionState, strategy: any Strategy, settings: ExecutionSettings
  ) throws -> [Domain] {
    var domains: [Domain] = []
    if state.symbolsInUse.count > 1 {
      domains.append(
        Domain(
          "symbol", kind: .text, values: state.symbolsInUse.indices.map(Double.init),
          labels: state.symbolsInUse))
    }
    for assignment in state.assignments where assignment.target == .parameter || assignment.isRange
    {
      domains.append(assignment.domain)
    }
    if domains.isEmpty {
      guard strategy.parameters.isEmpty else { throw nothingSet(strategy) }
      domains.append(Domain("cash", kind: .money, values: [settings.cash]))
    }
    return domains
  }

  /// The requirements as programs over the domains; everything else they read is a fixed number.
  private static func constraints(
    of state: SessionState, strategy: any Strategy, domains: [Domain],
    settings: ExecutionSettings
  ) throws -> [ColumnProgram] {
    let fixed = fixedNumbers(strategy, domains, settings)
    return try state.requirements.enumerated().map { index, requirement in
      let program = requirement.expression.program.binding(fixed)
      for name in program.inputs where !domains.contains(where: { $0.name == name }) {
        throw Diagnostic(
          .unknownName,
          "'require \(requirement.text)' reads '\(name)', which \(strategy.name) does not have",
          hint: "type 'unset require \(index + 1)' to drop it")
      }
      return program
    }
  }

  /// What is the same for all candidates, by name.
  static func fixedNumbers(
    _ strategy: any Strategy, _ domains: [Domain], _ settings: ExecutionSettings
  ) -> [String: Double] {
    var fixed: [String: Double] = [:]
    for setting in ExecutionSetting.all { fixed[setting.name] = settings[setting.name] }
    for parameter in strategy.parameters { fixed[parameter.name] = parameter.defaultValue }
    for domain in domains { fixed[domain.name] = nil }
    return fixed
  }

  /// A range of lengths around one, for an example.
  private static func lengths(around length: Double) -> String {
    let length = length.isFinite ? min(max(length, 1), 10_000) : 10
    return "\(max(1, Int(length / 2)))..\(Int(length * 2))"
  }

  private static func nothingSet(_ strategy: any Strategy) -> Diagnostic {
    let parameter = strategy.parameters[0]
    let example =
      switch parameter.kind {
      case .length:
        "set \(parameter.name) \(lengths(around: parameter.defaultValue))"
      case .fraction: "set \(parameter.name) 1%..10% step 1%"
      case .text: "set \(parameter.name) {\(parameter.labels.joined(separator: ", "))}"
      default:
        "set \(parameter.name) {\(NumberText.shortest(parameter.defaultValue / 2)), \(NumberText.shortest(parameter.defaultValue))}"
      }
    return Diagnostic(
      .nothingToSweep, "nothing to sweep: no parameter of \(strategy.name) has values",
      suggestions: [example],
      hint: "its parameters are \(strategy.parameters.map(\.name).joined(separator: ", "))")
  }

  private static func refuseEmpty(_ study: StudyPlan, _ state: SessionState) throws {
    guard study.count.value == 0 else { return }
    let total = Wording.roughCount(study.space.combinationCount)
    let parts = zip(state.requirements, study.space.refusedShares()).map { requirement, share in
      "'require \(requirement.text)' alone excludes \(Wording.decimal(share * 100, digits: 0))%"
    }
    throw Diagnostic(
      .emptySpace,
      study.count == .exact(0)
        ? "no candidate is left: the requirements exclude all \(total) combinations"
        : "no candidate was found among 100,000 of \(total) combinations",
      hint: parts.joined(separator: "; ") + "; 'unset require N' drops one")
  }
}
