import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauReport

/// All that a user has set up: what `undo` brings back and `save` writes.
///
/// A value: commands change a copy, and an error leaves the session with the state it had.
public struct SessionState: Equatable, Sendable {
  /// The loaded and generated prices, in the order they came.
  var datasets: [Dataset] = []
  /// The symbols in use, in the order they were named.
  var symbolsInUse: [String] = []
  /// The bars that are scored.
  var window = WindowChoice.lastYear
  /// The strategies the user has written.
  var writtenStrategies: [WrittenStrategy] = []
  /// The name of the chosen strategy.
  var strategyName: String?
  /// Values given to parameters and settings, in the order they were set.
  var assignments: [Assignment] = []
  /// The conditions that candidates must meet.
  var requirements: [NamedExpression] = []
  /// The values of the candidate that others are compared with.
  var baseline: [Assignment] = []
  /// What makes one candidate better than another.
  var objective = ObjectiveChoice.standard
  /// Metrics the user has defined.
  var definedMetrics: [NamedExpression] = []
  /// Metrics that sweeps compute beside the default ones, by name.
  var extraMetrics: [String] = []
  /// The run that views are of.
  var currentRun: Int?
  /// The filters on each run, in the order they were added.
  private var filtersOfRuns: [Int: [NamedExpression]] = [:]
  /// Remarks to keep with the session.
  var notes: [String] = []
  /// How results are shown.
  var display = DisplaySettings()
  /// Threads for sweeps; `nil` is one a core.
  var threads: Int?

  /// The state of a new session.
  public init() {}

  /// The dataset of a name, compared without case.
  func dataset(named name: String) -> Dataset? {
    datasets.first { $0.series.name.lowercased() == name.lowercased() }
  }

  /// The filters on the current run.
  var filters: [NamedExpression] {
    get { currentRun.map { filters(on: $0) } ?? [] }
    set {
      guard let currentRun else { return }
      filtersOfRuns[currentRun] = newValue.isEmpty ? nil : newValue
    }
  }

  /// The filters on a run.
  func filters(on run: Int) -> [NamedExpression] { filtersOfRuns[run] ?? [] }

  /// The filters on all runs.
  var allFilters: [NamedExpression] { filtersOfRuns.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// Whether a sweep of this state and one of another would evaluate different things.
  func decidesOtherwise(than other: SessionState) -> Bool {
    datasetsInUse != other.datasetsInUse || window != other.window
      || strategyName != other.strategyName || writtenStrategies != other.writtenStrategies
      || assignments != other.assignments || requirements != other.requirements
  }

  /// The datasets in use.
  var datasetsInUse: [Dataset] {
    symbolsInUse.compactMap { dataset(named: $0) }
  }
}

/// An expression with the text it was written as.
struct NamedExpression: Equatable, Sendable {
  /// The name, or the text where there is no name of its own.
  var name: String
  /// The text as written.
  var text: String
  /// The expression, checked.
  var expression: CompiledExpression
}

/// What makes one candidate better than another.
struct ObjectiveChoice: Equatable, Sendable {
  var text: String
  var program: ColumnProgram
  var maximizes: Bool
  /// What the number means.
  var kind = ValueKind.number
  /// Whether the direction was written or is the metric's own.
  var directionIsWritten = false

  /// The Sharpe ratio, the larger the better.
  static let standard = ObjectiveChoice(
    text: "sharpe_ratio", program: ColumnProgram(input: "sharpe_ratio"), maximizes: true)
}

/// How results are shown.
struct DisplaySettings: Equatable, Sendable {
  var mode = OutputMode.table
  /// The columns to show; empty is "as fit".
  var columns: [String] = []
  var timing = false
}
