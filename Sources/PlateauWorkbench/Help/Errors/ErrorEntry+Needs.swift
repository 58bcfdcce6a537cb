extension ErrorEntry {
  static let noPrices = ErrorEntry(
    summary: "no prices are loaded",
    reason: "'load PATH' reads a file; 'generate' makes prices to practise on.",
    before: ["strategy sma_cross", "set fast {5, 10}"], wrong: "sweep",
    right: "generate PRACTICE bars 600 seed 7", related: ["load", "generate", "data"])

  static let noStrategy = ErrorEntry(
    summary: "no strategy is chosen",
    reason: "A sweep tries the parameters of one strategy. 'strategy' lists those there are.",
    before: prices, wrong: "sweep", right: "strategy sma_cross",
    related: ["strategy", "strategies"])

  static let noRun = ErrorEntry(
    summary: "no sweep has run yet",
    reason: "There is nothing to show or filter before the first sweep, or while no run is open.",
    before: space, wrong: "top", right: "sweep", related: ["sweep", "runs", "open"])

  static let nothingToSweep = ErrorEntry(
    summary: "no parameter has values",
    reason: "A sweep tries combinations of values. Give at least one parameter some with 'set'.",
    before: strategy, wrong: "sweep", right: "set fast 5..20 step 5",
    related: ["set", "values", "sweep"])

  static let emptySpace = ErrorEntry(
    summary: "the requirements leave no candidate",
    reason: """
      Every combination is refused by some 'require'. The message says what share each one refuses; \
      drop or widen one.
      """,
    before: space + ["require fast > 100"], wrong: "sweep", right: "unset require",
    related: ["require", "unset", "set"])

  static let emptyWindow = ErrorEntry(
    summary: "the window holds too few bars",
    reason: "A backtest needs at least two bars. 'window all' uses every bar there is.",
    before: prices, wrong: "window 1970-01-01..1970-12-31", right: "window all",
    related: ["window", "data", "inspect"])

  static let nothingKept = ErrorEntry(
    summary: "the filters keep no row",
    reason:
      "With no row kept there is no best one. 'filter' lists the filters, 'unset filter' drops one.",
    before: sweep + ["filter sharpe > 99"], wrong: "show best", right: "unset filter",
    related: ["filter", "unset", "top"])

  static let missingMetric = ErrorEntry(
    summary: "the run was swept without the metric",
    reason: """
      Metrics beyond the default ones cost time, so a sweep computes them on request: 'set metrics \
      +NAME', then sweep again. 'show' computes all of them for one candidate.
      """,
    before: sweep, wrong: "top 3 by omega_ratio", right: "top 3 by calmar_ratio",
    related: ["metrics", "show", "sweep"])

  static let sweepState = ErrorEntry(
    summary: "no run is in the state that the command is for",
    reason: """
      'pause' is for a sweep that runs, 'resume' for a paused one, 'cancel' for both. 'runs' shows \
      the state of each.
      """,
    before: sweep, wrong: "resume", right: "runs", related: ["runs", "pause", "resume", "cancel"])

  static let nothingToUndo = ErrorEntry(
    summary: "nothing is left that could be taken back",
    reason:
      "'undo' takes changes back one by one, 'redo' does them again. 'history' lists commands.",
    wrong: "undo", right: "history", related: ["undo", "redo", "history"])

  static let failedCalculation = ErrorEntry(
    summary: "a calculation that cannot be done",
    reason: """
      A candidate fails where its values make no backtest: an average longer than the prices, a risk \
      without a stop. Its row stays, with the reason; 'failures' lists them all.
      """,
    before: strategy + ["set fast {5, 5000}", "sweep"], wrong: "trades 1", right: "failures",
    related: ["failures", "show", "sweep"])

  static let interrupted = ErrorEntry(
    summary: "Ctrl-C, or a no to the question whether to start",
    reason: """
      What was running has stopped, and nothing has changed. A sweep that had begun is paused \
      instead: 'resume' goes on with it. The line below raises this when Ctrl-C comes before the \
      first candidate.
      """,
    before: space + ["set start common"], wrong: "sweep", right: "explain sweep",
    related: ["sweep", "resume", "cancel"])
}
