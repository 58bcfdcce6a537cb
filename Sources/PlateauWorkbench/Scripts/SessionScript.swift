import Foundation
import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket
import PlateauSearch

/// A session as a script: what `save` writes.
enum SessionScript {
  /// The script of a session, with `#=` lines for all that must come out again.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - folder: The folder the script will lie in; paths are relative to it.
  /// - Returns: The script, ending in a line feed.
  static func text(of session: Session, folder: String) -> String {
    var writer = ScriptWriter(folder: folder)
    writer.add("# A session of Plateau; 'plateau replay FILE --verify' checks every line with #=")
    let target = session.state
    if let id = target.currentRun, let run = session.runs[id], run.study.progress.done > 0 {
      writer.addChanges(from: SessionState(), to: run.plan.state)
      writer.add(run.command)
      addExpectations(of: run, to: &writer)
      writer.addChanges(from: run.plan.state, to: target)
      for filter in target.filters { writer.add("filter \(filter.text)") }
      if !target.filters.isEmpty, run.study.progress.state == .finished,
        let view = try? session.currentView()
      {
        writer.add(Expectation.kept(view.count).line)
      }
    } else {
      writer.addChanges(from: SessionState(), to: target)
    }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  /// A cancelled or paused run has fewer rows than a replay will have: nothing is promised of it.
  private static func addExpectations(of run: Run, to writer: inout ScriptWriter) {
    guard run.study.progress.state == .finished else { return }
    writer.add(Expectation.candidates(run.study.progress.done).line)
    writer.add(Expectation.digest(run.study.digest.hexadecimal).line)
  }
}

/// One candidate as a script that runs it: what `export best` writes.
enum BestScript {
  /// The script of a candidate.
  ///
  /// - Parameters:
  ///   - choice: The candidate.
  ///   - path: Where the script will lie.
  /// - Returns: The script, ending in a line feed.
  /// - Throws: `Diagnostic` for a path that does not end in `.plateau`.
  static func text(_ choice: CandidateChoice, path: String) throws -> String {
    guard path.hasSuffix(".plateau") else {
      throw Diagnostic(
        .nameForm, "export best writes a script, whose name ends in .plateau",
        suggestions: ["\(PathText.name(of: path).prefix { $0 != "." }).plateau"])
    }
    var state = choice.run.plan.state
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var fixed: [Assignment] = []
    for column in choice.values.columns where column.name != "symbol" {
      guard let assignment = state.assignments.first(where: { $0.name == column.name }) else {
        continue
      }
      fixed.append(assignment.with(CellText.text(column, row: 0), value: column.values[0]))
    }
    state.assignments =
      fixed
      + state.assignments.filter { old in
        !fixed.contains { $0.name == old.name }
      }
    state.symbolsInUse = [choice.market.series.name]
    state.datasets = state.datasets.filter { $0.series.name == choice.market.series.name }
    state.requirements = []
    state.baseline = []
    if choice.run.plan.settings.start == .common {
      // Alone, the candidate would start earlier: its window is written out.
      state.assignments.removeAll { $0.ownName == "start" }
      let index = choice.values["symbol"].map { Int($0.values[0]) } ?? 0
      let market = choice.run.evaluator.backtester.markets[index]
      let bars = market.window
      state.window = WindowChoice(
        from: market.series.times[bars.lowerBound],
        through: market.series.times[bars.upperBound - 1])
    }
    var writer = ScriptWriter(folder: "/" + folder)
    writer.add("# \(choice.title) of a session of Plateau: \(choice.valuesText)")
    writer.addChanges(from: SessionState(), to: state)
    writer.add("sweep")
    writer.add("show best")
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

extension Assignment {
  /// The same name with a single value.
  fileprivate func with(_ text: String, value: Double) -> Assignment {
    let modeText = values.mode.map { "\($0) " } ?? ""
    let single = ResolvedValues(
      values: [value], labels: values.labels, mode: values.mode, text: modeText + text)
    return Assignment(name: name, target: target, kind: kind, values: single)
  }
}
