import PlateauEngine
import PlateauLanguage
import PlateauReport
import PlateauColumns

extension Session {
  /// Sets a setting of the session itself.
  ///
  /// - Throws: `Diagnostic` that lists what is allowed.
  func set(_ setting: SessionSetting, to values: ValuesSyntax) throws -> Document {
    let words = values.wordList ?? [values.text]
    switch setting {
    case .mode:
      guard words.count == 1, let mode = OutputMode(rawValue: words[0].lowercased()) else {
        throw refusal(setting, words, values, OutputMode.allCases.map(\.rawValue))
      }
      state.display.mode = mode
    case .timing:
      guard words.count == 1, ["on", "off"].contains(words[0].lowercased()) else {
        throw refusal(setting, words, values, ["on", "off"])
      }
      state.display.timing = words[0].lowercased() == "on"
    case .threads:
      if words == ["auto"] {
        state.threads = nil
      } else {
        guard words.count == 1, let count = Int(words[0]), (1...1024).contains(count) else {
          throw Diagnostic(
            values.singleWord == nil ? .outOfBounds : .unknownWord,
            "threads is auto or a whole number from 1 to 1024", at: values.range)
        }
        state.threads = count
      }
    case .metrics: try setMetrics(words, values)
    case .columns: try setColumns(words, values)
    }
    return .message("\(setting.rawValue) \(text(of: setting))")
  }

  /// The value of a setting of the session, as it would be typed.
  func text(of setting: SessionSetting) -> String { state.text(of: setting) }

  private func setMetrics(_ words: [String], _ values: ValuesSyntax) throws {
    var extra = state.extraMetrics
    for (index, word) in words.enumerated() {
      if word.lowercased() == "default" {
        extra = []
        continue
      }
      let name = word.hasPrefix("+") ? String(word.dropFirst()) : word
      guard let metric = Metric.named(name) else {
        throw Diagnostic(
          .unknownName, "no metric '\(name)'", at: values.range(ofWord: index),
          suggestions: nearestNames(to: name, among: Metric.all.flatMap { [$0.name] + $0.aliases }),
          hint: "'help metrics' lists them")
      }
      if !metric.isDefault, !extra.contains(metric.name) { extra.append(metric.name) }
    }
    state.extraMetrics = extra
  }

  private func setColumns(_ words: [String], _ values: ValuesSyntax) throws {
    if words.map({ $0.lowercased() }) == ["default"] {
      state.display.columns = []
      return
    }
    let parameters = StrategyLibrary(state).chosenOrNone()?.parameters.map(\.name) ?? []
    let defined = state.definedMetrics.map(\.name)
    let known =
      Metric.all.map(\.name) + defined + parameters + ExecutionSetting.all.map(\.name) + ["symbol"]
    var seen: Set<String> = []
    state.display.columns = try words.enumerated().map { index, word in
      let name = Metric.named(word)?.name
      guard let name = name ?? known.first(where: { $0.lowercased() == word.lowercased() }) else {
        throw Diagnostic(
          .unknownName, "no column '\(word)'", at: values.range(ofWord: index),
          suggestions: nearestNames(to: word, among: known + Metric.all.flatMap(\.aliases)),
          hint: "columns are metrics, parameters and settings; 'set columns default' shows all")
      }
      guard seen.insert(name).inserted else {
        throw Diagnostic(
          .givenTwice, "'\(word)' is given twice", at: values.range(ofWord: index))
      }
      return name
    }
  }

  private func refusal(
    _ setting: SessionSetting, _ words: [String], _ values: ValuesSyntax, _ allowed: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownWord, "\(setting.rawValue) cannot be '\(words.joined(separator: " "))'",
      at: values.range,
      suggestions: nearestNames(to: words.first ?? "", among: allowed),
      hint: "allowed are \(Wording.list(allowed))")
  }
}

extension ValuesSyntax {
  /// The bytes of one word of a list.
  fileprivate func range(ofWord index: Int) -> Range<Int> {
    guard case .items(let items, _) = form, items.indices.contains(index) else { return range }
    return items[index].range
  }
}

extension SessionState {
  /// The value of a setting of the session, as it would be typed.
  func text(of setting: SessionSetting) -> String {
    switch setting {
    case .mode: display.mode.rawValue
    case .timing: display.timing ? "on" : "off"
    case .threads: threads.map(String.init) ?? "auto"
    case .columns: display.columns.isEmpty ? "default" : display.columns.joined(separator: ", ")
    case .metrics:
      extraMetrics.isEmpty ? "default" : extraMetrics.map { "+\($0)" }.joined(separator: ", ")
    }
  }

  /// The periods in a year if they were set.
  var periodsPerYear: Double? {
    assignments.first {
      $0.target == .setting && $0.ownName == "periods_per_year" && !$0.isRange
    }
    .flatMap { $0.values.values[0].isNaN ? nil : $0.values.values[0] }
  }

  /// Gives a setting of the session its default again.
  mutating func resetToDefault(_ setting: SessionSetting) {
    switch setting {
    case .metrics: extraMetrics = []
    case .columns: display.columns = []
    case .mode: display.mode = .table
    case .timing: display.timing = false
    case .threads: threads = nil
    }
  }
}
