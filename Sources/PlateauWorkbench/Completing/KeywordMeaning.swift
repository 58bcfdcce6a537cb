import PlateauLanguage

/// What the language's own words mean, in a line each.
enum KeywordMeaning {
  /// The statements of a strategy block, in the order in which one writes them.
  static let blockStatements = StrategyStatement.words.map { ($0, statements[$0] ?? "") }

  /// The meaning of a word, or `nil` where its command's syntax says enough.
  static func of(_ word: String) -> String? { meanings[word] }

  private static let statements = [
    "param": "param NAME = DEFAULT [in VALUES]: a number to tune",
    "let": "let NAME = SERIES: a name for an expression",
    "buy": "buy when RULE: open a long position",
    "sell": "sell when RULE: close it",
    "short": "short when RULE: open a short position",
    "cover": "cover when RULE: close it",
    "stop": "stop FRACTION: the loss that closes a position",
    "target": "target FRACTION: the gain that closes a position",
    "trail": "trail FRACTION: a stop that follows the best price",
    "exit": "exit after N bars|days, exit at session end: when it is time",
    "size": "size fraction F: how much an entry takes",
    "reversal": "reversal off: an opposite signal only closes",
    "order": "order UNITS when RULE: trades that depend on the account",
    "start": "start SHARE: the cash in stock at the start, beside orders",
    "fill": "fill close|next_open: when orders fill",
  ]

  private static let meanings = [
    "step": "step DISTANCE: from one value to the next",
    "count": "count N: how many values",
    "log": "log: each value the same factor above the one before",
    "in": "in VALUES: what a sweep tries",
    "when": "when RULE",
    "after": "after N bars|days: the longest holding time",
    "at": "at session end: no position overnight",
    "session": "the bars of one day",
    "end": "the session's last close",
    "all_in": "all equity",
    "fraction": "fraction F: of equity",
    "risk": "risk F: of equity, lost at the stop",
    "value": "value X: an amount of money",
    "units": "units X: a number of units",
    "close": "at the close that decided the order",
    "next_open": "at the open of the next bar",
    "bars": "bars of the data",
    "days": "days of the calendar",
    "above": "from below to above",
    "below": "from above to below",
    "best": "the first of the ranking",
    "rank": "rank N: a place in the ranking",
    "and": "both hold",
    "or": "one holds, or both",
    "not": "does not hold",
    "maximize": "more is better",
    "minimize": "less is better",
    "background": "leave the prompt free",
    "force": "do not ask, or overwrite",
    "verify": "a difference ends with exit status 3",
    "grid": "every combination",
    "daily": "a bar a day",
    "1h": "a bar an hour",
    "weekly": "a bar a week, Monday to Sunday",
    "monthly": "a bar a month of the calendar",
    "csv": "rows with commas between values",
    "json": "one array of everything",
    "jsonl": "one object a row",
    "markdown": "tables to paste into documents",
    "line": "one value a line",
  ]
}
