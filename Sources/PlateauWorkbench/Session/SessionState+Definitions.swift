extension SessionState {
  /// What reads a defined metric, in words; `nil` when nothing does.
  func user(ofDefinition name: String) -> String? {
    func reads(_ text: String) -> Bool {
      text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        .contains { $0 == name.lowercased() }
    }
    guard definedMetrics.contains(where: { $0.name == name.lowercased() }) else { return nil }
    if let filter = allFilters.first(where: { reads($0.text) }) { return "filter \(filter.text)" }
    if reads(objective.text) { return "objective \(objective.text)" }
    return definedMetrics.first { $0.name != name.lowercased() && reads($0.text) }
      .map { "define \($0.name) = \($0.text)" }
  }
}
