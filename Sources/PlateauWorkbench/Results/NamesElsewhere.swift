import PlateauEngine
import PlateauLanguage

/// Names that an expression may read in another place: the error says where, instead of "unknown".
enum NamesElsewhere {
  /// The series of bars.
  static func series(noun: String) -> [String: Diagnostic] {
    errors(ExpressionScopes.seriesNames.map(\.name), "a series of bars", noun)
  }

  /// The metrics of candidates, with their aliases.
  static func metrics(noun: String) -> [String: Diagnostic] {
    errors(Metric.all.flatMap { [$0.name] + $0.aliases }, "a metric of candidates", noun)
  }

  /// The execution settings.
  static func settings(noun: String) -> [String: Diagnostic] {
    errors(ExecutionSetting.all.map(\.name), "a setting", noun)
  }

  /// What the rules of strategies may ask of the account.
  static func accountState(noun: String) -> [String: Diagnostic] {
    errors(ExpressionScopes.stateNames.map(\.name), "state of the account", noun)
      .mapValues {
        var error = $0
        error.hint = "it is for the rules of a strategy: 'help strategy' tells more"
        return error
      }
  }

  /// The metrics that a run was swept without.
  static func metricsMissing(in run: Run) -> [String: Diagnostic] {
    let computed = Set(run.plan.metrics.map(\.name))
    var errors: [String: Diagnostic] = [:]
    for metric in Metric.all where !computed.contains(metric.name) {
      for name in [metric.name] + metric.aliases {
        errors[name] = .notComputed(metric.name, in: run)
      }
    }
    return errors
  }

  private static func errors(
    _ names: [String], _ meaning: String, _ noun: String
  ) -> [String: Diagnostic] {
    var errors: [String: Diagnostic] = [:]
    for name in names {
      errors[name] = Diagnostic(
        .unknownName, "'\(name)' is \(meaning), and no \(noun) here",
        hint: "'help \(name)' tells where it is used")
    }
    return errors
  }
}
