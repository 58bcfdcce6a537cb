import PlateauColumns

/// Statements of a strategy block that are told apart by their second word.
extension SyntaxParser {
  private static var exitUsage: String { "exit after N bars|days, or exit at session end" }

  /// Reads what follows `exit`: `after N bars`, `after N days`, `at session end`.
  mutating func exit() throws(SyntaxFailure) -> StrategyStatement.Kind {
    if try take(word: "after") != nil { return try exitAfter() }
    if try take(word: "at") != nil {
      try require(word: "session", hint: Self.exitUsage)
      try require(word: "end", hint: Self.exitUsage)
      return .exitAtSessionEnd
    }
    throw unexpected(
      try peek(), wanted: "'after' or 'at'", words: ["after", "at"], hint: Self.exitUsage)
  }

  private mutating func exitAfter() throws(SyntaxFailure) -> StrategyStatement.Kind {
    let count = try expression(.sum)
    for period in StrategyPeriod.allCases {
      note(.keyword(period.rawValue, usage: period.rawValue))
      let token = try peek()
      guard token.isWord(period.rawValue) || token.isWord(period.singular) else { continue }
      try advance()
      return .exitAfter(count, period)
    }
    throw unexpected(
      try peek(), wanted: "'bars' or 'days'", words: StrategyPeriod.allCases.map(\.rawValue),
      hint: Self.exitUsage)
  }

  /// Reads what follows `size`: a word for what the amount means, and the amount.
  mutating func size() throws(SyntaxFailure) -> StrategyStatement.Kind {
    let words = StrategySizing.allCases.map(\.rawValue)
    for mode in StrategySizing.allCases {
      guard try take(word: mode.rawValue) != nil else { continue }
      return .size(mode, mode == .allIn ? nil : try expression(.sum))
    }
    let token = try peek()
    guard case .identifier(let word) = token.kind else {
      throw unexpected(
        token, wanted: words.map { "'\($0)'" }.alternatives, hint: "size \(StrategySizing.usage)")
    }
    let nearest = nearestNames(to: word, among: words)
    throw .invalid(
      Diagnostic(
        .unknownWord, "a size is never '\(word)'", at: token.range, suggestions: nearest,
        hint: "size \(StrategySizing.usage)", repairs: nearest.isEmpty ? nil : token.range))
  }

  /// Reads what follows `fill`.
  mutating func fill() throws(SyntaxFailure) -> StrategyStatement.Kind {
    let words = StrategyFill.allCases.map(\.rawValue)
    for fill in StrategyFill.allCases where try take(word: fill.rawValue) != nil {
      return .fill(fill)
    }
    let token = try peek()
    guard case .identifier(let word) = token.kind else {
      throw unexpected(
        token, wanted: words.map { "'\($0)'" }.alternatives, hint: "fill close|next_open")
    }
    let nearest =
      word.lowercased() == "open"
      ? [StrategyFill.nextOpen.rawValue] : nearestNames(to: word, among: words)
    throw .invalid(
      Diagnostic(
        .unknownWord, "orders never fill at '\(word)'", at: token.range, suggestions: nearest,
        hint: "fill close, or fill next_open for the open of the next bar",
        repairs: nearest.isEmpty ? nil : token.range))
  }

  /// Reads a word that must stand next.
  mutating func require(word: String, hint: String? = nil) throws(SyntaxFailure) {
    guard try take(word: word) == nil else { return }
    throw unexpected(try peek(), wanted: "'\(word)'", words: [word], hint: hint)
  }

  /// The failure that a word was wanted, which names the one that a misspelt word is near to.
  private func unexpected(
    _ token: Token, wanted: String, words: [String] = [], hint: String? = nil
  ) -> SyntaxFailure {
    guard case .invalid(var diagnostic) = unexpected(token, wanted: wanted) else {
      return unexpected(token, wanted: wanted)
    }
    if case .identifier(let typed) = token.kind {
      diagnostic.suggestions = nearestNames(to: typed, among: words)
      diagnostic.repairs = diagnostic.suggestions.isEmpty ? nil : token.range
    }
    diagnostic.hint = hint
    return .invalid(diagnostic)
  }
}

extension StrategySizing {
  /// The words of `size` with what follows them.
  static var usage: String { "all_in | fraction F | risk F | value X | units X" }
}
