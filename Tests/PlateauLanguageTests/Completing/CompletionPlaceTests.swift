import PlateauLanguage
import Testing

/// What is wanted where: a line with `|` for the cursor, then the word typed and what may stand
/// there.
@Suite struct CompletionPlaceTests {
  static let signatures =
    Samples.signatures + [
      CommandSignature(
        "series", group: "data", summary: "Compute.", [.commaList(.expression("series"))],
        examples: []),
      CommandSignature(
        "define", group: "results", summary: "Name an expression.",
        [.word("name", .newName), .keyword("="), .expression("value")], examples: []),
      CommandSignature(
        "unset", group: "space", summary: "Drop.",
        [
          .oneOf([
            [.keyword("filter"), .optional([.count("number")])], [.word("name", .setting)],
          ])
        ], examples: []),
      CommandSignature(
        "baseline", group: "space", summary: "Compare.", [.commaList(.assignment("value"))],
        examples: []),
      CommandSignature("data", group: "data", summary: "List.", [], examples: []),
    ]

  /// The place as text: `typed: wanted, wanted`, or `nothing`.
  static func shown(_ marked: String) -> String {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined()
    guard
      let place = CompletionPlace(
        in: text, cursor: parts[0].utf8.count, signatures: signatures)
    else { return "nothing" }
    return "\(place.isQuoted ? "\"" : "")\(place.typed): "
      + place.wanted.map(shown).joined(separator: ", ")
  }

  private static func shown(_ wanted: Wanted) -> String {
    switch wanted {
    case .verb: "verb"
    case .word(let role, _): role.rawValue
    case .keyword(_, let usage): "'\(usage)'"
    case .choice(let words, _): words.joined(separator: "/")
    case .count(let argument): "count \(argument)"
    case .operand: "operand"
    case .operatorWord(let word): word
    case .label(let name): "label of \(name)"
    case .values: "values"
    case .item: "item"
    case .amount(let mode): "amount of \(mode)"
    case .addedName: "added"
    case .candidate(let run): run.map { "candidate of r\($0)" } ?? "candidate"
    case .span: "span"
    case .length: "length"
    case .date: "date"
    case .assignedName: "assigned"
    case .assignedValue(let name, _): "value of \(name)"
    case .blockStatement: "statement"
    }
  }

  @Test(arguments: [
    ("|", ": verb"),
    ("swe|", "swe: verb"),
    ("  data; |", ": verb"),
    ("data;fil|", "fil: verb"),
    ("swe|ep", "swe: verb"),
    ("data |", "nothing"),
    ("data xy|", "nothing"),
    ("nosuch da|", "nothing"),
    ("# da|", "nothing"),
    ("data # da|", "nothing"),
    ("#= da|", "nothing"),
    ("# note\nda|", "da: verb"),
  ])
  func `a statement begins with a verb`(line: String, wanted: String) {
    #expect(Self.shown(line) == wanted, "\(line)")
  }

  @Test(arguments: [
    ("load |", ": path"),
    ("load da/pri-c|", "da/pri-c: path"),
    ("load \"my fi|", "\"my fi: path"),
    ("load \"my file.csv\"|", "\"my file.csv: path"),
    (
      "load a.csv |",
      ": path, 'as NAME', 'timezone ZONE', 'adjusted on|off', 'columns NAME=VALUE, …'"
    ),
    (
      "load a.csv as|",
      "as: path, 'as NAME', 'timezone ZONE', 'adjusted on|off', 'columns NAME=VALUE, …'"
    ),
    ("load a.csv as X |", ": 'timezone ZONE', 'adjusted on|off', 'columns NAME=VALUE, …'"),
    ("load a.csv adjusted |", ": on/off"),
    ("load a.csv as |", ": newName"),
    ("load a.csv, |", ": path"),
    ("load a.csv columns da|", "da: assigned"),
    ("load a.csv columns date|=", "date: assigned"),
    ("load a.csv columns date |", ": '='"),
    ("load a.csv columns date=|", ": value of date"),
    ("load a.csv columns date=A,|", ": assigned"),
  ])
  func `words, clauses and assignments`(line: String, wanted: String) {
    #expect(Self.shown(line) == wanted, "\(line)")
  }

  @Test(arguments: [
    ("set |", ": setting"),
    ("set execution.comm|", "execution.comm: setting"),
    ("set commission |", ": values"),
    ("set mode cs|", "cs: values"),
    ("set sizing fraction |", ": amount of fraction"),
    ("set stop {1%, |", ": item, operand"),
    ("set columns sharpe, |", ": item, operand"),
    ("set metrics +|", ": added, operand"),
    ("set metrics +om|", "om: added, operand"),
    ("set fast 5..|", ": operand"),
    ("set fast 5..50 |", ": 'log', 'step', 'count'"),
    ("set fast 5..50 st|", "st: 'log', 'step', 'count'"),
    ("set fast 5..50 log |", ": 'step', 'count'"),
    ("unset |", ": 'filter [N]', setting"),
    ("unset filter |", ": count number"),
    ("window |", ": span"),
    ("window last |", ": length"),
    ("window 2015-01-01..|", ": date"),
    ("window 2015-01-01..2016|", "2016: date"),
    ("window last 500 |", ": 'bars'"),
    ("show |", ": candidate"),
    ("show 1|", "1: candidate"),
    ("show rank |", "nothing"),
    ("show r2:|", ": candidate of r2, 'best', 'rank'"),
    ("show r2:be|", "be: candidate of r2, 'best', 'rank'"),
    ("baseline fa|", "fa: assigned"),
    ("baseline fast=5, |", ": assigned"),
  ])
  func `values, spans and candidates`(line: String, wanted: String) {
    #expect(Self.shown(line) == wanted, "\(line)")
  }

  @Test(arguments: [
    ("filter |", ": operand, not"),
    ("filter shar|", "shar: operand, not"),
    ("filter sharpe |", ": crosses, and, or"),
    ("filter sharpe > |", ": operand"),
    ("filter sharpe > 1 |", ": and, or"),
    ("filter sharpe > 1 and\n|", ": operand, not"),
    ("filter (sharpe > abs(|", ": operand, not"),
    ("filter sharpe[|", ": label of sharpe, operand, not"),
    ("top |", ": count rows, 'by EXPR'"),
    ("top 5 b|", "b: 'by EXPR'"),
    ("top 5 by |", ": operand, not"),
    ("define |", ": newName"),
    ("define x |", ": '='"),
    ("define x = dra|", "dra: operand, not"),
    ("filter close crosses |", ": 'crosses above', 'crosses below'"),
    ("filter sharpe >> 1 and |", "nothing"),
  ])
  func `expressions`(line: String, wanted: String) {
    #expect(Self.shown(line) == wanted, "\(line)")
  }

  @Test(arguments: [
    ("strategy |", ": strategy"),
    ("strategy mine |", ": '{ … }'"),
    ("strategy mine {|", ": statement"),
    ("strategy mine {\n  param n = 5\n  bu|", "bu: statement"),
    ("strategy mine { buy |", ": 'when'"),
    ("strategy mine { buy when |", ": operand, not"),
    ("strategy mine { buy when close |", ": crosses, and, or"),
    ("strategy mine { exit |", ": 'after', 'at'"),
    ("strategy mine { exit at |", ": 'session'"),
    ("strategy mine { exit at session |", ": 'end'"),
    ("strategy mine { size |", ": 'all_in', 'fraction', 'risk', 'value', 'units'"),
    ("strategy mine { size fraction |", ": operand"),
    ("strategy mine { order 5 |", ": 'when'"),
    ("strategy mine { fill |", ": 'close', 'next_open'"),
    ("strategy mine { exit after 5 |", ": 'bars', 'days'"),
    ("strategy mine { reversal |", ": 'off'"),
    ("strategy mine { param |", "nothing"),
    ("strategy mine { param n |", ": '='"),
    ("strategy mine { param n = 5 |", ": 'in'"),
    ("strategy mine { param n = 5 in |", ": item, operand"),
    ("strategy mine { buy when close > 1 }; fil|", "fil: verb"),
    ("strategy mine { buy when close > 1 } |", "nothing"),
  ])
  func `strategy blocks`(line: String, wanted: String) {
    #expect(Self.shown(line) == wanted, "\(line)")
  }

  @Test func `the place knows the verb, the arguments before it and what the block declares`()
    throws
  {
    let text = "data; strategy mine {\n  param n = 5\n  let base = close\n  buy when ba"
    let place = try #require(
      CompletionPlace(in: text, cursor: text.utf8.count, signatures: Self.signatures))
    #expect(place.verb == "strategy")
    #expect(place.arguments.map(\.value) == [.word("mine")])
    #expect(place.start == text.utf8.count - 2)
    #expect(place.blockWord == "buy")
    let names = place.block?.map { statement in
      switch statement.kind {
      case .parameter(let name, _, _, _), .definition(let name, _, _): name
      default: "?"
      }
    }
    #expect(names == ["n", "base"])
  }

  @Test func `no place in a text is refused, whatever it holds`() {
    let texts = [
      "strategy a { param n = 5\n buy when close crosses above sma(close, n) } ; set x {1, 2}",
      "load \"a \\\"b\" as \u{201C}x\u{201D} \\\n columns date=A,close=B # end",
      "filter ((((sharpe > 1.5e3% and [[ ..5 \u{0} straße",
    ]
    for text in texts {
      for cursor in -1...(text.utf8.count + 2) {
        let place = CompletionPlace(in: text, cursor: cursor, signatures: Self.signatures)
        #expect((place?.start ?? 0) <= max(0, cursor))
      }
    }
  }

  @Test(arguments: [
    "(", "-", "not ", "2^", "f(", "a[", "a and (", "max(1,", "\"", "x, ", "; ", "#",
  ])
  func `ten thousand of anything are read to their end`(piece: String) {
    let text = "filter " + String(repeating: piece, count: 10_000)
    let place = CompletionPlace(in: text, cursor: text.utf8.count, signatures: Self.signatures)
    #expect((place?.start ?? 0) <= text.utf8.count)
  }

  @Test(arguments: [
    ("series sma(|", "sma 0"), ("series sma(close, |", "sma 1"), ("series sma(close, 2|", "sma 1"),
    ("series SMA(close * |", "sma 0"), ("series sma(max(close, op|", "max 1"),
    ("series sma(max(close, open), |", "sma 1"), ("series sma((clo|", "sma 0"),
    ("series sma(close |", "sma 0"), ("series close[|", "bars"), ("series sma(close[1|", "bars"),
    ("series sma(close, 5)[|", "bars"), ("series sma(close, 5) |", "none"),
    ("series close[1] + |", "none"), ("series |", "none"), ("series sma(close, 5), ema(|", "ema 0"),
    ("strategy mine { buy when rsi(close, 2) < 10 and sma(close, |", "sma 1"),
    ("strategy mine { let a = sma(close, 5); buy when |", "none"),
    ("series nosuch(close, |", "nosuch 1"),
  ])
  func `the call or look back around the word is known`(line: String, expected: String) throws {
    let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let place = try #require(
      CompletionPlace(in: line, cursor: parts[0].utf8.count, signatures: Self.signatures))
    let shown =
      switch place.operandPlace {
      case .argument(let place, let name): "\(name) \(place)"
      case .lookBack: "bars"
      case nil: "none"
      }
    #expect(shown == expected)
  }
}
