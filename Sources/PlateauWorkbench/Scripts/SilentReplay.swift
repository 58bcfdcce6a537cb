import PlateauLanguage
import PlateauReport
import PlateauSearch

extension Session {
  /// Executes a script in a fresh session that shows nothing and writes no file.
  ///
  /// - Parameters:
  ///   - word: The path as it was typed.
  ///   - range: Where it stands.
  /// - Returns: The session at the script's end.
  /// - Throws: `SessionError` with the script's file and line, also when the user interrupts.
  func replaySilently(_ word: String, at range: Range<Int>?) throws -> Session {
    let host = SessionHost(
      show: { _, _ in }, isInterrupted: self.host.isInterrupted, threadCount: self.host.threadCount)
    let fresh = Session(host: host, folder: folder)
    fresh.openScripts = openScripts
    fresh.writesFiles = false
    do {
      try fresh.execute(scriptAt: scriptPath(word), shownAs: word)
    } catch {
      throw error.placed(at: range)
    }
    fresh.waitForBackground()
    return fresh
  }
}
