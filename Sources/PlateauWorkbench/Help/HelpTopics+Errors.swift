import PlateauLanguage

extension HelpTopics {
  /// Entries about the kinds of errors.
  static let errors: [HelpTopic] = ErrorKind.allCases.map { kind in
    let entry = kind.entry
    return HelpTopic(
      name: kind.rawValue, kind: "error", syntax: kind.rawValue, summary: entry.summary,
      details: entry.reason, related: entry.related + ["errors"], mistake: entry)
  }
}
