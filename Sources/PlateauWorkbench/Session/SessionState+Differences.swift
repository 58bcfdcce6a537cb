import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket

/// Something in which two states differ, each side as it would be typed.
struct StateDifference {
  /// What differs: `window`, `fast`, `require`.
  let name: String
  /// What the first state has; empty where it has none.
  let left: String
  /// What the second state has.
  let right: String
}

extension SessionState {
  /// What decides results and is not the same in another state, in the order of the listing.
  ///
  /// - Parameter other: The other state.
  /// - Returns: One entry a thing that differs.
  func differences(from other: SessionState) -> [StateDifference] {
    func pairs(_ name: String, _ text: (SessionState) -> String) -> [StateDifference] {
      let (left, right) = (text(self), text(other))
      return left == right ? [] : [StateDifference(name: name, left: left, right: right)]
    }
    var found = pairs("symbols") { $0.symbolsInUse.joined(separator: ", ") }
    var symbols = symbolsInUse
    for symbol in other.symbolsInUse where !symbols.contains(symbol) { symbols.append(symbol) }
    for symbol in symbols {
      found += pairs("\(symbol) fingerprint") { $0.inUse(symbol)?.series.fingerprint.short ?? "" }
      found += pairs("\(symbol) bars") { state in
        state.inUse(symbol).map { Wording.count($0.series.count) } ?? ""
      }
    }
    found += pairs("window") { $0.window.text }
    found += pairs("strategy") { $0.strategyName ?? "" }
    if strategyName == other.strategyName, let name = strategyName {
      found += pairs("text of \(name)") { $0.text(ofStrategy: name).map(Self.oneLine) ?? "" }
    }
    found += assignmentDifferences(from: other)
    found += pairs("require") { $0.requirements.map(\.text).joined(separator: "; ") }
    found += pairs("baseline") { $0.baseline.isEmpty ? "" : $0.baselineText }
    found += pairs("objective") { $0.objective.commandText }
    found += pairs("define") { state in
      state.definedMetrics.map { "\($0.name) = \($0.text)" }.joined(separator: "; ")
    }
    found += pairs("metrics") { $0.text(of: SessionSetting.metrics) }
    return found
  }

  /// Parameters and settings, each under the name it has beside its strategy.
  private func assignmentDifferences(from other: SessionState) -> [StateDifference] {
    var names = assignments.map(\.name)
    for assignment in other.assignments where !names.contains(assignment.name) {
      names.append(assignment.name)
    }
    return names.compactMap { name in
      let left = assignments.first { $0.name == name }?.values.text ?? "default"
      let right = other.assignments.first { $0.name == name }?.values.text ?? "default"
      return left == right
        ? nil
        : StateDifference(
          name: name, left: ValuesText.shortened(left), right: ValuesText.shortened(right))
    }
  }

  private func inUse(_ symbol: String) -> Dataset? {
    symbolsInUse.contains(symbol) ? dataset(named: symbol) : nil
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace))
    }.joined(separator: "; ")
  }
}
