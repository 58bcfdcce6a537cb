import PlateauLanguage

/// One word that may stand at the cursor, before it is spelled for the place it goes to.
struct Choice {
  /// The word without quotes.
  let word: String
  /// One line of meaning.
  var meaning = ""
  /// What follows it.
  var suffix = " "
  /// Whether it is a name or path, which may stand in quotes.
  var isName = false
  /// Whether it is another name of something listed: offered only when nothing else fits.
  var isAlias = false
  /// Whether it already was compared with what is typed.
  var isMatched = false

  init(
    _ word: String, _ meaning: String = "", suffix: String = " ", isName: Bool = false,
    isAlias: Bool = false, isMatched: Bool = false
  ) {
    self.word = word
    self.meaning = meaning
    self.suffix = suffix
    self.isName = isName
    self.isAlias = isAlias
    self.isMatched = isMatched
  }

  /// Whether the word goes on from what is typed, in any case.
  func fits(_ place: CompletionPlace) -> Bool {
    guard isName || !place.isQuoted else { return false }
    return isMatched || word.lowercased().hasPrefix(place.typed.lowercased())
  }

  /// The word as it is typed at a place: in quotes where it has them or needs them.
  ///
  /// The quotes of what nothing follows, such as a folder, are left open.
  func spelled(at place: CompletionPlace) -> String {
    guard isName, place.isQuoted || !word.isPlainWord else { return word }
    let text = ScriptWord.text(word)
    return suffix.isEmpty ? String(text.dropLast()) : text
  }
}
