import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket

/// The words that each thing wanted at a place stands for.
///
/// They come from the tables that commands and help work by.
struct CompletionChoices {
  let session: Session
  let place: CompletionPlace
  /// The chosen strategy.
  let strategy: (any Strategy)?

  init(session: Session, place: CompletionPlace) {
    self.session = session
    self.place = place
    strategy = StrategyLibrary(session.state).chosenOrNone()
  }

  var state: SessionState { session.state }

  /// Every choice, words of the language before files, since there may be many files.
  var all: [Choice] {
    let isPath = { (wanted: Wanted) in
      if case .word(.path, _) = wanted { true } else { false }
    }
    return (place.wanted.filter { !isPath($0) } + place.wanted.filter(isPath)).flatMap(choices)
  }

  private func choices(_ wanted: Wanted) -> [Choice] {
    switch wanted {
    case .verb: verbs
    case .word(let role, let argument): words(role, argument)
    case .keyword(let word, let usage):
      [Choice(word, usage == word ? KeywordMeaning.of(word) ?? "" : usage)]
    case .choice(let words, let argument): self.words(of: argument, among: words)
    case .count(let argument): counts(argument)
    case .operand: operands
    case .operatorWord(let word): operatorWord(word)
    case .label(let name): labels(of: name)
    case .values: values(asItem: false)
    case .item: values(asItem: true)
    case .amount(let mode): amount(of: mode)
    case .addedName: furtherMetrics(prefix: "")
    case .candidate(let run): candidates(ofRun: run)
    case .span: spans
    case .length: lengths
    case .date: dates.suffix(1)
    case .assignedName(let argument): assignedNames(argument)
    case .assignedValue(let name, _): assignedValues(of: name)
    case .blockStatement: KeywordMeaning.blockStatements.map { Choice($0, $1) }
    }
  }

  // MARK: Arguments before the word

  /// The first word given for an argument.
  func word(_ argument: String) -> String? {
    for given in place.arguments where given.name == argument {
      if case .word(let word) = given.value { return word }
    }
    return nil
  }

  /// Whether a keyword was given.
  func has(_ keyword: String) -> Bool {
    place.arguments.contains { $0.name == keyword && $0.value == .flag }
  }

  // MARK: Words

  private var verbs: [Choice] {
    CommandTable.signatures.flatMap { signature in
      [Choice(signature.verb, signature.summary)]
        + signature.aliases.map { Choice($0, "same as \(signature.verb)", isAlias: true) }
    }
  }

  private func words(_ role: WordRole, _ argument: String) -> [Choice] {
    switch role {
    case .path: PathChoices(session: session, place: place).all
    case .symbol: symbols(argument)
    case .strategy: strategies
    case .run: runs
    case .setting: settings
    case .parameter: parameters
    case .metric: metrics
    case .topic: topics
    case .newName: argument == "timezone" ? zones : []
    case .other: []
    }
  }

  /// Loaded prices; those that a list names already are left out.
  private func symbols(_ argument: String) -> [Choice] {
    let given = place.arguments.compactMap { given in
      if given.name == argument, case .word(let word) = given.value {
        word.lowercased()
      } else {
        nil
      }
    }
    return state.datasets.filter { !given.contains($0.series.name.lowercased()) }.map { dataset in
      let series = dataset.series
      let span = series.times.first.map { first in
        ", \(first.date) to \(series.times[series.count - 1].date)"
      }
      return Choice(
        series.name, "\(Wording.plural(series.count, "bar"))\(span ?? "")", isName: true)
    }
  }

  private var strategies: [Choice] {
    StrategyLibrary(state).all.map { Choice($0.strategy.name, $0.summary, isName: true) }
  }

  private var topics: [Choice] {
    HelpTopics.all(state).flatMap { topic in
      [Choice(topic.name, "\(topic.kind): \(topic.summary)", isName: true)]
        + topic.aliases.map {
          Choice($0, "same as \(topic.name)", isName: true, isAlias: true)
        }
    }
  }

  private var zones: [Choice] {
    [Choice("Z", "UTC"), Choice("+01:00", "an hour east of UTC")]
  }

  private func words(of argument: String, among words: [String]) -> [Choice] {
    words.map { word in
      guard argument == "regime", let regime = Regime(rawValue: word) else {
        return Choice(word, KeywordMeaning.of(word) ?? "")
      }
      return Choice(
        word,
        "growth \(NumberText.typed(regime.annualGrowth, kind: .fraction)), volatility "
          + "\(NumberText.typed(regime.annualVolatility, kind: .fraction)) a year")
    }
  }

  /// Numbers that stand in a list: a filter's, a finding's, the threads there are.
  private func counts(_ argument: String) -> [Choice] {
    let listed: [String] =
      switch (place.verb, argument) {
      case ("unset", "number"):
        (has("filter") ? state.filters : state.requirements).map(\.text)
      case ("inspect", "finding"):
        word("name").flatMap { state.dataset(named: $0) }?.findings.map(\.message) ?? []
      default: []
      }
    if argument == "threads" {
      return [Choice("\(session.host.threadCount)", "what a sweep uses unless told")]
    }
    return listed.prefix(100).enumerated().map { Choice("\($0 + 1)", $1) }
  }

  // MARK: Spans

  private var spans: [Choice] {
    [Choice("all", "every bar")] + lengths.map { Choice("last \($0.word)", $0.meaning) }
      + (dates.isEmpty ? [] : [Choice(dates.map(\.word).joined(separator: ".."), "by date")])
  }

  private var lengths: [Choice] {
    [
      Choice("1y", "the last year of the data"), Choice("6mo", "the last six months"),
      Choice("20%", "the last fifth of the bars"), Choice("500 bars", "the last 500 bars"),
    ]
  }

  /// The first and the last date of the prices in use.
  private var dates: [Choice] {
    guard let series = state.datasetsInUse.first?.series, let first = series.times.first,
      let last = series.times.last
    else { return [] }
    return [
      Choice("\(first.date)", "the first bar of \(series.name)"),
      Choice("\(last.date)", "the last bar of \(series.name)"),
    ]
  }
}
