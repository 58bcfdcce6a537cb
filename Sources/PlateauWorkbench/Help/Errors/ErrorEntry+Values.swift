extension ErrorEntry {
  static let typeMismatch = ErrorEntry(
    summary: "one kind of thing stands where another is wanted",
    reason: """
      Numbers are compared with numbers, words with words. 'and', 'or' and 'not' join conditions \
      such as sharpe > 1; a filter is a condition, an objective a number.
      """,
    before: sweep, wrong: "filter sharpe > \"high\"", right: "filter sharpe > -9",
    related: ["expressions", "filter", "values"])

  static let argumentCount = ErrorEntry(
    summary: "a function has too few or too many arguments",
    reason:
      "The hint shows what the function takes; 'help' with its name says what each argument is.",
    before: prices, wrong: "series sma(close) last 3", right: "series sma(close, 20) last 3",
    related: ["functions", "unknown-function"])

  static let fixedNumber = ErrorEntry(
    summary: "a series stands where one number is wanted",
    reason: """
      The length of an average or a look back is one number for all bars: a number, or a parameter. \
      What changes from bar to bar cannot stand there.
      """,
    before: prices, wrong: "series sma(close, volume) last 3",
    right: "series sma(close, 20) last 3",
    related: ["functions", "whole-number"])

  static let wholeNumber = ErrorEntry(
    summary: "things that are counted come in whole numbers",
    reason: "Lengths, look backs, bars and ranks are counted; a part of one means nothing.",
    before: prices, wrong: "series sma(close, 2.5) last 3", right: "series sma(close, 3) last 3",
    related: ["values", "fixed-number", "functions"])

  static let unit = ErrorEntry(
    summary: "a unit does not fit, or is on one end of a range only",
    reason: """
      Both ends of a range and its step carry the same unit, since 1..5% could mean 1% or 100%. \
      Lengths carry none. A month or a year is no fixed number of days.
      """,
    wrong: "set commission 1..5%", right: "set commission 1%..5% step 1%",
    related: ["values", "percent", "number-form"])

  static let percent = ErrorEntry(
    summary: "a number above 1 stands where a percentage is meant",
    reason: """
      Percentages are fractions: 15% is 0.15, so a bare 15 would mean 1500%. Nearly always the % was \
      left out.
      """,
    before: sweep, wrong: "filter drawdown < 15", right: "filter drawdown < 15%",
    related: ["values", "unit", "expressions"])

  static let range = ErrorEntry(
    summary: "a range that holds no values",
    reason: """
      A range goes from its smaller end to its larger one: 5..50. With 'log' it begins above 0. \
      Distributions such as uniform(0, 1) are for methods that sample.
      """,
    before: strategy, wrong: "set fast 50..5", right: "set fast 5..50",
    related: ["values", "step", "set"])

  static let step = ErrorEntry(
    summary: "the step or count of a range does not fit it",
    reason: """
      A step is above 0 and no longer than the range; of lengths it is whole. Ranges that are not of \
      whole numbers need a step or a count. With 'log' the step is a ratio above 1.
      """,
    before: strategy, wrong: "set fast 5..50 step 0", right: "set fast 5..50 step 5",
    related: ["values", "range", "set"])

  static let outOfBounds = ErrorEntry(
    summary: "a number outside what is allowed",
    reason:
      "The message says the bounds: a length of 0 bars or a share of more than all makes no sense.",
    before: strategy, wrong: "set fast 0", right: "set fast 5", related: ["values", "settings"])

  static let tooLarge = ErrorEntry(
    summary: "more than can be counted, held or waited for",
    reason: """
      A range has at most ten million values. A sweep that would take very long wants 'sweep force' \
      in a script and asks at the prompt; one that does not fit into memory is refused. 'explain \
      sweep' estimates both beforehand.
      """,
    wrong: "set cash 1..100000000", right: "set cash 1..100000000 count 100",
    related: ["explain", "sweep", "values", "require"])

  static let lookAhead = ErrorEntry(
    summary: "a rule would see the future",
    reason: """
      x[1] is one bar ago. A negative look back would be a later bar, which nobody knows when the \
      rule is evaluated; a backtest with it means nothing.
      """,
    before: prices, wrong: "series close[-1] last 3", right: "series close[1] last 3",
    related: ["series", "strategy", "expressions"])

  static let needsBars = ErrorEntry(
    summary: "bars are asked of something that has none",
    reason: """
      Look backs, crossings and averages are over the bars of prices: they belong into rules and \
      'series'. A row of a result is one candidate, and has no bar before it.
      """,
    before: sweep, wrong: "filter sharpe[1] > -9", right: "filter sharpe > -9",
    related: ["filter", "series", "strategy"])

  static let strategyRules = ErrorEntry(
    summary: "the statements make no strategy together",
    reason: """
      A strategy needs a 'buy when' or 'short when' to enter. A 'let' reads what stands above it, \
      never itself.
      """,
    wrong: "strategy mine { sell when close < 90 }",
    right: "strategy mine { buy when close > 95; sell when close < 90 }",
    related: ["strategy", "expressions"])
}
