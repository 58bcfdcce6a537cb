import Foundation
public import PlateauLanguage
import PlateauReport

/// One user's session: its state, its runs and its past, changed by commands one at a time.
///
/// Prompt, script, `-c` and later fronts all execute statements here and nowhere else. A session
/// belongs to one thread; sweeps use threads of their own.
public final class Session {
  /// What the user has set up.
  public internal(set) var state = SessionState()
  /// The sweeps of this session.
  var runs = RunList()
  /// States before each command that changed something.
  var past: [Step] = []
  /// States that `undo` left.
  var future: [Step] = []
  /// Every command that was executed, as written.
  var history: [String] = []
  /// Every warning, numbered from 1 by position.
  var warnings: [String] = []
  /// The folder that relative paths start from.
  var folder: String
  /// What the front lends.
  let host: SessionHost
  /// Markets built so far, with their indicator columns.
  var marketShelf = MarketShelf()
  /// Files being run, innermost last: guards against a script that runs itself.
  var openScripts: [String] = []
  /// Whether commands that write files do so; else they are passed over.
  var writesFiles = true
  /// Whether the commands of a script are shown before their answers.
  public var echoesScripts: Bool
  /// What was wrong the last time something was; `help error` explains it.
  var lastError: Diagnostic?
  /// Set when the user asked to leave.
  public internal(set) var exitStatus: Int32?

  /// A state and the command that changed it.
  struct Step {
    let state: SessionState
    let command: String
  }

  /// Creates an empty session.
  ///
  /// - Parameters:
  ///   - host: Where answers go.
  ///   - folder: The folder that relative paths start from; the working folder unless given.
  public init(host: SessionHost, folder: String? = nil) {
    self.host = host
    echoesScripts = host.echoesScripts
    self.folder = folder ?? FileManager.default.currentDirectoryPath
  }

  /// Executes a command, shows its answer, and remembers it.
  ///
  /// - Parameters:
  ///   - call: The parsed command.
  ///   - source: The text it was parsed from.
  /// - Throws: `SessionError`; the state is then what it was before.
  public func execute(_ call: CommandCall, from source: SourceText) throws(SessionError) {
    guard let command = CommandTable.command(named: call.verb) else {
      throw SessionError(
        diagnostic: Diagnostic(.unknownCommand, "unknown command '\(call.verb)'", at: call.range),
        source: source,
        status: .commandFailed)
    }
    guard writesFiles || !command.writesFiles else { return }
    let before = state
    if let short = call.abbreviatedFrom, !short.isEmpty {
      host.isInteractive
        ? host.remark("\(call.verb)") : warn("'\(short)' was read as '\(call.verb)'")
    }
    let stopwatch = Stopwatch(runs.all)
    do {
      let document = try command.run(call, in: self)
      if state != before, command.isUndoable {
        past.append(Step(state: before, command: call.text))
        future = []
      }
      if openScripts.isEmpty { history.append(call.text) }
      // Taken before the answer is shown: a pager waits for its reader.
      let time = state.display.timing ? stopwatch.sentence(runs.all) : nil
      if !document.isEmpty { host.show(document, state.display.mode) }
      if let time { host.remark(time) }
    } catch {
      // A script keeps what it did before its error; each of its commands restored itself.
      if !(error is SessionError) { state = before }
      let failure = sessionError(error, call: call, source: source)
      lastError = failure.diagnostic
      throw failure
    }
  }

  /// Notes a warning, and shows it unless it was shown before.
  func warn(_ text: String) {
    guard !warnings.contains(text) else { return }
    warnings.append(text)
    host.remark("warning \(warnings.count): \(text)")
  }

  /// The absolute form of a path a user wrote.
  public func absolutePath(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path == "~" || path.hasPrefix("~/"), let home = ProcessInfo.processInfo.environment["HOME"] {
      return home + path.dropFirst()
    }
    return URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
      .standardizedFileURL.path
  }

  private func sessionError(
    _ error: any Error, call: CommandCall, source: SourceText
  ) -> SessionError {
    switch error {
    case let error as SessionError: error
    case let fault as StatusFault:
      SessionError(diagnostic: fault.diagnostic, source: source, status: fault.status)
    case let diagnostic as Diagnostic:
      SessionError(
        diagnostic: diagnostic.range == nil ? diagnostic.placed(at: call.range) : diagnostic,
        source: source, status: .commandFailed)
    default:
      SessionError(
        diagnostic: Diagnostic(.failedCalculation, "\(error)", at: call.range), source: source,
        status: .commandFailed)
    }
  }
}

extension Diagnostic {
  fileprivate func placed(at range: Range<Int>) -> Diagnostic {
    var copy = self
    copy.range = range
    return copy
  }
}
