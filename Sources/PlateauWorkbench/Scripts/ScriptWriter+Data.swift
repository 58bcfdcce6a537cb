import PlateauFetching
import PlateauMarket

extension ScriptWriter {
  /// Writes the commands that bring prices, each followed by what must come out again.
  ///
  /// Prices that others were made of may since have been replaced under their name. They are then
  /// brought back for the command that needs them, before all others, and what replaced them is
  /// brought after it.
  mutating func addData(from base: SessionState, to target: SessionState) {
    var present = base.datasets
    var implied = base.symbolsInUse
    // Each round leaves one more where it belongs: no dataset was there before its source.
    for _ in 0...target.datasets.count {
      let missing = target.datasets.filter { !present.contains($0) }
      guard !missing.isEmpty else { break }
      let orphans = missing.filter { $0.isMade(ofOtherThan: target.datasets) }
      for dataset in orphans where !present.contains(dataset) {
        implied = bring(dataset, of: missing, beside: &present)
      }
      let names = present.map { $0.series.name.lowercased() }
      let replacing = missing.filter { names.contains($0.series.name.lowercased()) }
      let others = missing.filter { !replacing.contains($0) }
      for dataset in others + replacing where !present.contains(dataset) {
        implied = bring(dataset, of: missing, beside: &present)
      }
    }
    if target.symbolsInUse != implied, !target.symbolsInUse.isEmpty {
      add("use \(target.symbolsInUse.map(ScriptWord.name).joined(separator: ", "))")
    }
  }

  /// Writes the command that brings prices, and notes what it brings: all symbols of their file.
  ///
  /// - Returns: The symbols that are in use after it.
  @discardableResult
  private mutating func bring(
    _ dataset: Dataset, of missing: [Dataset], beside present: inout [Dataset]
  ) -> [String] {
    var brought = [dataset]
    switch dataset.origin {
    case .generated(let arguments): add("generate \(arguments)")
    case .file(let path, let options, _):
      let word =
        PriceDownload.isAddress(path)
        ? ScriptWord.name(path) : ScriptWord.path(path, from: folder)
      add("load \(word)\(ScriptWord.clauses(options))")
      let together = missing.filter { $0.origin == dataset.origin }
      if together.contains(dataset) { brought = together }
    case .resampled(let source, let interval):
      if !present.contains(source) { bring(source, of: missing, beside: &present) }
      add(
        "resample \(ScriptWord.name(source.series.name)) to \(interval.description) "
          + "as \(ScriptWord.name(dataset.series.name))")
    }
    for dataset in brought {
      add(Expectation.fingerprint(of: dataset).line)
      let name = dataset.series.name.lowercased()
      present.removeAll { $0.series.name.lowercased() == name }
      present.append(dataset)
    }
    return brought.map(\.series.name)
  }
}

extension Dataset {
  /// Whether any of the prices that these were made of are not among others.
  fileprivate func isMade(ofOtherThan present: [Dataset]) -> Bool {
    guard case .resampled(let source, _) = origin else { return false }
    return !present.contains(source) || source.isMade(ofOtherThan: present)
  }
}
