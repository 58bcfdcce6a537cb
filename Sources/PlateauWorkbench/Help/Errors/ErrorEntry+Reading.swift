extension ErrorEntry {
  static let unknownCommand = ErrorEntry(
    summary: "no command has the word that the line begins with",
    reason: """
      Every line begins with a verb. Its beginning is enough where no other verb shares it. 'help' \
      shows all verbs, 'help WORD' searches what they do.
      """,
    before: space, wrong: "swep", right: "sweep", related: ["help", "ambiguous-command"])

  static let ambiguousCommand = ErrorEntry(
    summary: "several commands begin with what was typed",
    reason: """
      A verb may be cut short only where one verb is left. Type more of it; a script should spell \
      verbs out, since a later version may add one.
      """,
    wrong: "re", right: "require", related: ["help", "unknown-command"])

  static let unexpectedText = ErrorEntry(
    summary: "something stands where it may not stand",
    reason: """
      A command takes what its syntax says, in that order; the hint shows the syntax. Often a small \
      word such as 'by', or the ';' before a next command, was left out.
      """,
    before: sweep, wrong: "top 5 sharpe", right: "top 5 by sharpe",
    related: ["missing-argument", "expressions"])

  static let missingArgument = ErrorEntry(
    summary: "something that the command needs was left out",
    reason: """
      The syntax in the hint shows what belongs there. What stands in [ ] may be left out, \
      everything else may not.
      """,
    before: prices, wrong: "save", right: "save mine.plateau",
    related: ["unexpected-text", "values"])

  static let givenTwice = ErrorEntry(
    summary: "the same thing is said a second time",
    reason:
      "Two equal values would be two equal candidates, and of two clauses one would be ignored.",
    before: strategy, wrong: "set fast {5, 5}", right: "set fast {5, 10}",
    related: ["values", "one-value"])

  static let oneValue = ErrorEntry(
    summary: "several values stand where there can be one",
    reason: """
      Most settings can be swept, but some hold for all candidates at once: where they start, what \
      the baseline is, under which name a file is loaded.
      """,
    wrong: "set start {own, common}", right: "set start common",
    related: ["set", "baseline", "given-twice"])

  static let unclosed = ErrorEntry(
    summary: "a string, bracket or block does not end",
    reason: """
      At the prompt the next line goes on with it: close it there, or press Ctrl-C. In scripts and \
      pipes a string ends on its line, so that a forgotten quote does not swallow what follows; \
      brackets and blocks may run over lines.
      """,
    wrong: "note \"first try", right: "note \"first try\"",
    related: ["strategy", "unreadable-character"])

  static let unreadableCharacter = ErrorEntry(
    summary: "a character has no meaning where it stands",
    reason: """
      Editors and web pages put curly quotes, long dashes and invisible spaces where plain ones were \
      typed. Operators are words or plain signs: and, or, not, <=, !=. A comment needs white space \
      before its #, and a backslash in a string stands before \", \\, n or t only.
      """,
    wrong: "note “first try”", right: "note \"first try\"",
    related: ["expressions", "unclosed", "number-form"])

  static let numberForm = ErrorEntry(
    summary: "digits that are no number",
    reason: """
      A number is written 20, 0.5 or 1e-7, with at most one unit directly after it: %, bp, min, h, \
      d, w, mo or y. A digit stands before and after a decimal point. A number as large as 1e400 \
      cannot be held.
      """,
    wrong: "set stop 5 %", right: "set stop 5%", related: ["values", "unit", "percent"])

  static let dateForm = ErrorEntry(
    summary: "digits that are no date or time",
    reason: """
      A date is written 2020-01-31, a time 2020-01-31T09:30, with Z or +01:00 for its zone. It has \
      to be in the calendar.
      """,
    wrong: "window 2020-02-30", right: "window 2020-02-01..2020-02-29",
    related: ["window", "generate"])

  static let tooLong = ErrorEntry(
    summary: "more steps, brackets or digits than can be worked with",
    reason: """
      An expression has up to 200 steps and 64 brackets within each other, and the ends of a range \
      up to about 30 digits. Give parts of a long formula a name with 'define' or 'let'.
      """,
    wrong: "set cash 1e40..2e40 step 1", right: "set cash 1000..2000 step 100",
    related: ["define", "values", "expressions"])

  static let comparisonChain = ErrorEntry(
    summary: "comparisons do not chain",
    reason: """
      0 < x < 2 would compare the answer of the first comparison with 2. Say both comparisons and \
      join them with 'and'.
      """,
    before: sweep, wrong: "filter -9 < sharpe < 9", right: "filter -9 < sharpe and sharpe < 9",
    related: ["expressions", "filter"])
}
