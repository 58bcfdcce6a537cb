import PlateauMarket

extension ScriptWriter {
  /// Writes the commands that bring prices, each followed by what must come out again.
  ///
  /// Prices that others were made of may since have been replaced under their name. They are then
  /// brought back for the command that needs them, and what replaced them is brought after it.
  mutating func addData(from base: SessionState, to target: SessionState) {
    var present = base.datasets
    var implied = base.symbolsInUse
    // Each round leaves one more where it belongs: no dataset was there before its source.
    for _ in 0...target.datasets.count {
      let missing = target.datasets.filter { !present.contains($0) }
      guard !missing.isEmpty else { break }
      for dataset in missing where !present.contains(dataset) {
        bring(dataset, beside: &present)
        implied = [dataset.series.name]
      }
    }
    if target.symbolsInUse != implied, !target.symbolsInUse.isEmpty {
      add("use \(target.symbolsInUse.map(ScriptWord.name).joined(separator: ", "))")
    }
  }

  private mutating func bring(_ dataset: Dataset, beside present: inout [Dataset]) {
    switch dataset.origin {
    case .generated(let arguments): add("generate \(arguments)")
    case .file(let path, let options, _):
      add("load \(ScriptWord.path(path, from: folder))\(ScriptWord.clauses(options))")
    case .resampled(let source, let interval):
      if !present.contains(source) { bring(source, beside: &present) }
      add(
        "resample \(ScriptWord.name(source.series.name)) to \(interval.description) "
          + "as \(ScriptWord.name(dataset.series.name))")
    }
    add(Expectation.fingerprint(of: dataset).line)
    let name = dataset.series.name.lowercased()
    present.removeAll { $0.series.name.lowercased() == name }
    present.append(dataset)
  }
}
