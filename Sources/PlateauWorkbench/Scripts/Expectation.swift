import PlateauColumns
import PlateauLanguage
import PlateauMarket
import PlateauSearch

/// What must come out again when a session is replayed: a `#=` line.
enum Expectation: Equatable {
  /// The content of a symbol's prices.
  case fingerprint(symbol: String, hexadecimal: String)
  /// The number of candidates of the latest sweep.
  case candidates(Int)
  /// The digest of the latest sweep.
  case digest(String)
  /// The number of rows that the filters keep.
  case kept(Int)

  /// The fingerprint of loaded prices.
  static func fingerprint(of dataset: Dataset) -> Expectation {
    .fingerprint(
      symbol: dataset.series.name, hexadecimal: dataset.series.fingerprint.hexadecimal)
  }

  /// The line of a script.
  var line: String {
    switch self {
    case .fingerprint(let symbol, let digits): "#= fingerprint \(symbol) \(digits)"
    case .candidates(let count): "#= candidates \(count)"
    case .digest(let digits): "#= digest \(digits)"
    case .kept(let count): "#= kept \(count)"
    }
  }

  /// Reads the text after `#=`.
  ///
  /// - Throws: `Diagnostic` for a line that says nothing that can be checked.
  init(_ text: String, at range: Range<Int>) throws {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words.first, words.count) {
    case ("fingerprint"?, 3...):
      self = .fingerprint(
        symbol: words[1..<words.count - 1].joined(separator: " "), hexadecimal: words.last ?? "")
    case ("candidates"?, 2): self = .candidates(try Self.whole(words[1], range))
    case ("digest"?, 2): self = .digest(words[1])
    case ("kept"?, 2): self = .kept(try Self.whole(words[1], range))
    default:
      throw Diagnostic(
        .expectation, "'#= \(text)' says nothing that can be checked", at: range,
        hint: "#= lines are: fingerprint SYMBOL HEX, candidates N, digest HEX, kept N")
    }
  }

  /// Compares with what a session holds.
  ///
  /// - Returns: `nil` if it is as expected, else what was found instead.
  func difference(in session: Session) -> String? {
    switch self {
    case .fingerprint(let symbol, let expected):
      guard let dataset = session.state.dataset(named: symbol) else {
        return "no prices named '\(symbol)' are loaded"
      }
      let found = dataset.series.fingerprint.hexadecimal
      return found == expected
        ? nil : "the prices of \(symbol) differ: their fingerprint is \(found)"
    case .candidates(let expected):
      guard let run = session.runs.all.last else { return "no sweep has run" }
      let found = run.study.progress.done
      return found == expected
        ? nil : "\(Wording.plural(found, "candidate")) instead of \(Wording.count(expected))"
    case .digest(let expected):
      guard let run = session.runs.all.last else { return "no sweep has run" }
      let found = run.study.digest.hexadecimal
      return found == expected ? nil : "the results differ: their digest is \(found)"
    case .kept(let expected):
      guard let view = try? session.currentView() else { return "no sweep has run" }
      return view.count == expected
        ? nil
        : "\(Wording.plural(view.count, "row")) kept instead of \(Wording.count(expected))"
    }
  }

  private static func whole(_ text: String, _ range: Range<Int>) throws -> Int {
    guard let number = Int(text) else {
      throw Diagnostic(.expectation, "'\(text)' is not a whole number", at: range)
    }
    return number
  }
}
