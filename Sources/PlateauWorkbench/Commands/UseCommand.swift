import PlateauLanguage
import PlateauMarket
import PlateauReport

/// Chooses the symbols that sweeps run on.
enum UseCommand: Command {
  static let signature = CommandSignature(
    "use", group: "data", summary: "choose the symbols that sweeps run on",
    [.optional([.commaList(.word("name", .symbol, placeholder: "NAME"))])],
    details: """
      With several symbols every candidate runs on each of them: 'symbol' becomes the first \
      parameter of the result.
      """,
    examples: ["use INDEX"], related: ["data", "load", "sweep"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    let words = call.words("name")
    guard !words.isEmpty else {
      let names = session.state.symbolsInUse
      return .message(names.isEmpty ? "no prices are loaded" : "using \(Wording.list(names))")
    }
    var names: [String] = []
    for (index, word) in words.enumerated() {
      guard let dataset = session.state.dataset(named: word) else {
        throw Diagnostic.unknownSymbol(word, at: call.ranges(of: "name")[index], session.state)
      }
      if !names.contains(dataset.series.name) { names.append(dataset.series.name) }
    }
    session.state.symbolsInUse = names
    return .message(
      "using \(Wording.list(names))\n" + DatasetWording.window(session.state, isFirst: false))
  }
}
