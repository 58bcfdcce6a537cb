import PlateauColumns

/// What stands before the line: the symbol and the strategy that are chosen.
struct PromptText: Hashable, Sendable {
  /// The prompt of a new statement, with its colours.
  let first: String
  /// The prompt of its further lines, as wide, so that they stand below the first.
  let further: String

  /// Words the prompt.
  ///
  /// - Parameters:
  ///   - symbols: The symbols in use, as text, or `nil`.
  ///   - strategy: The strategy's name, or `nil`.
  ///   - width: Columns of the terminal; the prompt takes about a third of them at most.
  ///   - color: Whether colours may be used.
  ///   - unicode: Whether a cut may be marked by a character beyond ASCII.
  init(symbols: String?, strategy: String?, width: Int, color: Bool, unicode: Bool) {
    let mark = unicode ? "…" : "~"
    let room = max(12, width / 3 - 2)
    let strategyRoom = max(room / 2, room - (symbols.map { $0.displayWidth + 1 } ?? 0))
    let name = strategy?.drawable(mark: "?").cut(toDisplayWidth: strategyRoom, mark: mark)
    let used = name.map { $0.displayWidth + 1 } ?? 0
    let symbol = symbols?.drawable(mark: "?").cut(toDisplayWidth: room - used, mark: mark)
    let words = [symbol, name].compactMap(\.self)
    let plain = (words.isEmpty ? "plateau" : words.joined(separator: " ")) + "> "
    let spaces = String(repeating: " ", count: max(0, plain.displayWidth - 4))
    guard color else {
      (first, further) = (plain, spaces + "... ")
      return
    }
    let painted = [
      symbol.map { "\u{1B}[1m\($0)\u{1B}[0m" }, name.map { "\u{1B}[36m\($0)\u{1B}[0m" },
    ].compactMap(\.self)
    first = (words.isEmpty ? "\u{1B}[1mplateau\u{1B}[0m" : painted.joined(separator: " ")) + "> "
    further = spaces + "\u{1B}[2m...\u{1B}[0m "
  }
}
