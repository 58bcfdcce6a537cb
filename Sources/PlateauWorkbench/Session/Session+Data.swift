import PlateauColumns
import PlateauMarket

extension Session {
  /// Adds prices, in place of any of the same name.
  func add(_ dataset: Dataset) {
    let name = dataset.series.name.lowercased()
    if let index = state.datasets.firstIndex(where: { $0.series.name.lowercased() == name }) {
      state.datasets[index] = dataset
    } else {
      state.datasets.append(dataset)
    }
  }
}

/// What is said of prices, the same in every command.
enum DatasetWording {
  /// One line of findings.
  static func findings(_ dataset: Dataset) -> String {
    let findings = dataset.findings
    guard !findings.isEmpty else { return "  nothing to remark" }
    // What changes every price or every date is told even behind two others.
    let told = findings.enumerated().filter { index, finding in
      index < 2 || finding.count > 0 && finding.kind == .adjusted
        || finding.kind == .layout && finding.message.hasPrefix("dates are")
    }
    let shown = told.map(\.element.message).joined(separator: "; ")
    let more = findings.count > told.count ? "; \(findings.count - told.count) more" : ""
    return "  \(shown)\(more) ('inspect \(dataset.series.name)' lists all)"
  }

  /// One line of the window that is scored.
  static func window(_ state: SessionState, isFirst: Bool) -> String {
    let spans = state.datasetsInUse.map { dataset in
      let bars = state.window.bars(of: dataset.series)
      guard let first = bars.first, let last = bars.last else { return "no bars" }
      return "\(Wording.plural(bars.count, "bar")), \(dataset.series.times[first].date) to "
        + "\(dataset.series.times[last].date)"
    }
    let same = spans.allSatisfy { $0 == spans.first }
    let text = same ? (spans.first ?? "no bars") : spans.joined(separator: "; ")
    let advice = isFirst && state.window == .lastYear ? "; 'window all' uses every bar" : ""
    return "window \(state.window.text): \(text)\(advice)"
  }
}
