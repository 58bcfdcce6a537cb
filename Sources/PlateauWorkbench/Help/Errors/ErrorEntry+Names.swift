extension ErrorEntry {
  static let unknownName = ErrorEntry(
    summary: "no metric, parameter or series has the name here",
    reason: """
      Which names there are depends on the place: a filter reads metrics and swept parameters, \
      'require' parameters and settings, rules and 'series' the prices of bars. 'help \
      metrics' lists the metrics.
      """,
    before: sweep, wrong: "filter sharp > -9", right: "filter sharpe > -9",
    related: ["metrics", "settings", "expressions", "unknown-function"])

  static let unknownFunction = ErrorEntry(
    summary: "no function has the name",
    reason: "Functions carry the names that technical analysis gives them; case does not matter.",
    before: prices, wrong: "series smaa(close, 20) last 3", right: "series sma(close, 20) last 3",
    related: ["functions", "argument-count", "series"])

  static let unknownSetting = ErrorEntry(
    summary: "no parameter or setting has the name",
    reason: """
      'set NAME VALUES' gives values to a parameter of the chosen strategy or to a setting. Bare \
      'set' lists both.
      """,
    wrong: "set comission 0.1%", right: "set commission 0.1%",
    related: ["set", "settings", "strategy"])

  static let unknownStrategy = ErrorEntry(
    summary: "no strategy has the name",
    reason:
      "'strategy' lists those that are built in and your own; 'strategy NAME { … }' writes one.",
    wrong: "strategy sma_cros", right: "strategy sma_cross", related: ["strategy", "strategies"])

  static let unknownSymbol = ErrorEntry(
    summary: "no loaded prices have the name",
    reason: "Prices are named after their file unless 'as NAME' says otherwise; 'data' lists them.",
    before: prices, wrong: "use PRACTISE", right: "use PRACTICE", related: ["data", "load", "use"])

  static let unknownRun = ErrorEntry(
    summary: "no run has the name or number",
    reason:
      "Each sweep is a run: r1, r2 and so on, or the name given with 'as'. 'runs' lists them.",
    before: sweep, wrong: "open r9", right: "open r1", related: ["runs", "open", "sweep"])

  static let unknownCandidate = ErrorEntry(
    summary: "the run has no candidate of that number or rank",
    reason: """
      Candidates are numbered from 0; ranks count the kept rows from 1. 'top' shows both. A \
      candidate of another run is written r1:17.
      """,
    before: sweep, wrong: "show 99", right: "show 1", related: ["show", "top", "nothing-kept"])

  static let unknownWord = ErrorEntry(
    summary: "the word is none of the few that are allowed here",
    reason: "Where a word is one of a few, the hint lists them; case does not matter.",
    wrong: "set mode excel", right: "set mode csv", related: ["settings", "set", "strategy"])

  static let unknownTopic = ErrorEntry(
    summary: "the manual does not mention the word",
    reason: """
      'help WORD' finds commands, metrics, functions, settings, strategies and kinds of errors, and \
      otherwise every entry that mentions the word.
      """,
    wrong: "help zzzz", right: "help sweep", related: ["help", "errors"])

  static let nameForm = ErrorEntry(
    summary: "the text cannot be a name",
    reason: """
      A name is made of letters, digits and '_' and begins with a letter; words of the language \
      such as 'and' are no names. A run's name must not look like the number of a run.
      """,
    wrong: "define 2x = sharpe * 2", right: "define twice = sharpe * 2",
    related: ["define", "strategy", "name-taken"])

  static let nameTaken = ErrorEntry(
    summary: "something else has the name already",
    reason: "Two things of one name could not be told apart later. Choose another name.",
    wrong: "define sharpe = cagr / volatility", right: "define my_sharpe = cagr / volatility",
    related: ["define", "strategy", "name-form"])

  static let inUse = ErrorEntry(
    summary: "others still use the name",
    reason:
      "A filter, an objective or another definition would lose what it reads. Drop that first.",
    before: sweep + ["define edge = sharpe * 2", "filter edge > -99"], wrong: "unset edge",
    right: "unset filter", related: ["unset", "define", "filter"])
}
