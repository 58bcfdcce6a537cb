import PlateauLanguage
import PlateauMarket

/// Paths, names and texts as a script spells them.
enum ScriptWord {
  /// A path relative to a folder.
  static func path(_ path: String, from folder: String) -> String {
    name(relative(path, to: folder))
  }

  /// A name or path, in quotes where it needs them.
  static func name(_ word: String) -> String {
    word.isPlainWord ? word : text(word)
  }

  /// A text in quotes.
  static func text(_ text: String) -> String { text.quoted }

  /// The clauses of `load` that give these options again.
  static func clauses(_ options: LoadOptions) -> String {
    var text = ""
    if let name = options.name { text += " as \(self.name(name))" }
    if let table = options.table { text += " table \(self.name(table))" }
    if !options.isAdjusted { text += " adjusted off" }
    if let zone = options.zone { text += " timezone \(zone.name)" }
    if let delimiter = options.delimiter { text += " delimiter \(delimiter.rawValue)" }
    if let dates = options.dates { text += " dates \(dates.rawValue)" }
    if let comma = options.hasDecimalComma { text += " decimal \(comma ? "comma" : "point")" }
    if !options.columns.isEmpty {
      let columns = options.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\(name($0.value))" }
      text += " columns \(columns.joined(separator: ","))"
    }
    return text
  }

  private static func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let start = folder.split(separator: "/")
    var common = 0
    while common < target.count, common < start.count, target[common] == start[common] {
      common += 1
    }
    let up = [Substring](repeating: "..", count: start.count - common)
    return (up + target.dropFirst(common)).joined(separator: "/")
  }
}
