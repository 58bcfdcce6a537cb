import PlateauWorkbench

extension LineEditor {
  /// Lets the Tab key ask a session.
  ///
  /// - Parameters:
  ///   - session: Knows what may stand where.
  ///   - unfinished: The lines of the statement that the edited line goes on from.
  func completeWords(from session: Session, after unfinished: String) {
    let offset = unfinished.utf8.count
    complete = { line, cursor in
      session.completion(of: unfinished + line, cursor: offset + cursor).after(offset)
    }
  }
}
