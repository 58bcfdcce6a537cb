import PlateauLanguage

extension Session {
  /// What may stand at the cursor, with a line of meaning each.
  ///
  /// It changes nothing, throws nothing, and its work is bounded: large folders and large results
  /// are looked at in part.
  ///
  /// - Parameters:
  ///   - text: Everything typed of the unfinished statement, and what follows the cursor.
  ///   - cursor: The cursor's place in bytes.
  /// - Returns: The candidates that go on from what is typed, in any case.
  public func completion(of text: String, cursor: Int) -> Completion {
    guard
      let place = CompletionPlace(in: text, cursor: cursor, signatures: CommandTable.signatures)
    else { return .none }
    let choices = CompletionChoices(session: self, place: place).all
      .filter { $0.fits(place) }
    let visible = choices.filter { !$0.isAlias }
    var seen: Set<String> = []
    let candidates = (visible.isEmpty ? choices : visible).compactMap { choice in
      seen.insert(choice.word).inserted
        ? Completion.Candidate(
          choice.spelled(at: place), choice.meaning, suffix: choice.suffix) : nil
    }
    return Completion(start: place.start, candidates: candidates)
  }
}
