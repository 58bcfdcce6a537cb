/// A prompt as libedit wants it.
enum EditorPrompt {
  /// The prompt with its colour sequences between marks, so that they count no columns.
  ///
  /// - Parameters:
  ///   - prompt: The text, with sequences such as `ESC [ 1 m`.
  ///   - unicode: Whether the editor can draw characters beyond ASCII; they become `?` otherwise.
  /// - Returns: The text with every sequence between two `U+0001`.
  static func marked(_ prompt: String, unicode: Bool) -> String {
    var marked = String.UnicodeScalarView()
    var isSequence = false
    for scalar in prompt.unicodeScalars {
      if scalar == "\u{1B}" {
        isSequence = true
        marked.append("\u{1}")
      }
      marked.append(unicode || scalar.isASCII ? scalar : "?")
      if isSequence, scalar.properties.isAlphabetic {
        isSequence = false
        marked.append("\u{1}")
      }
    }
    return String(marked)
  }
}
