import Foundation
import PlateauWorkbench

/// The prompt: lines are edited, statements executed, until the user leaves.
final class Prompt {
  private let screen: Screen
  private let options: ConsoleOptions
  private let lines: any LineSource
  /// The source of lines where it edits them, which a plain terminal does not.
  private let editor: LineEditor?
  private let session: Session

  /// Opens a prompt, or `nil` where nobody types.
  init?(screen: Screen, options: ConsoleOptions) {
    guard screen.terminal.isConversation else { return nil }
    TerminalGuard.install()
    editor =
      screen.terminal.editsLines
      ? LineEditor(history: HistoryFile(screen.terminal.environment)) : nil
    self.screen = screen
    self.options = options
    lines = editor ?? PlainLineReader()
    let notices = lines.notices
    session = Session(
      host: screen.host(
        isInteractive: true, threads: options.threads, notify: { notices.print($0) }))
    // A script with many long answers should not stop at each of them.
    screen.pagesAnswers = { [session] in !session.isRunningScript }
    screen.holdNotices = { notices.hold(during: $0) }
  }

  /// Greets, reads the start file, and reads statements until the end.
  ///
  /// - Parameter scripts: Executed before the first statement is read; an error ends them.
  /// - Returns: The exit status.
  func run(after scripts: [String] = []) -> Int32 {
    Interrupt.ignoreOtherwise()
    greet()
    if !options.skipsStartFile { Interrupt.during { readStartFile() } }
    Interrupt.during { execute(scripts) }
    var buffer = StatementBuffer(isTyped: true)
    while session.exitStatus == nil {
      editor?.completeWords(from: session, after: buffer.unfinishedText)
      let text = promptText
      switch lines.readLine(prompt: buffer.isContinuing ? text.further : text.first) {
      case .endOfFile where buffer.isContinuing:
        print()
        buffer.clear()
      case .endOfFile:
        print()
        take("quit", &buffer)
      case .interrupted:
        buffer.clear()
      case .line(let text):
        take(text, &buffer)
      }
    }
    session.cancelBackground()
    return session.exitStatus ?? 0
  }

  private var promptText: PromptText {
    let terminal = screen.terminal
    return PromptText(
      symbols: session.promptSymbols, strategy: session.promptStrategy, width: terminal.size,
      color: terminal.color, unicode: terminal.unicode)
  }

  private func greet() {
    print("Plateau \(PlateauVersion.current): tune trading strategies, look for plateaus")
    let tour = session.hasFirstTour ? "; run \"\(Session.firstTour)\" is a first tour" : ""
    print("'help' shows what there is\(tour)")
  }

  private func execute(_ scripts: [String]) {
    do {
      for path in scripts where session.exitStatus == nil {
        try session.execute(scriptAt: session.scriptPath(path), shownAs: path)
      }
    } catch {
      screen.remark(error.rendered)
    }
  }

  /// Executes what was typed or pasted, each line as if it had been typed alone.
  private func take(_ text: String, _ buffer: inout StatementBuffer) {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    let isPasted = rest.count > 1 && !StatementBuffer.isWhole(text)
    Interrupt.during {
      while session.exitStatus == nil, let line = rest.popFirst() {
        buffer.append(line, isPasted: isPasted)
        guard !buffer.isContinuing else { continue }
        lines.remember(buffer.text)
        guard !execute(&buffer) else { continue }
        remarkOnLeftOver(buffer.waiting + rest)
        buffer.clear()
        return
      }
    }
  }

  /// Executes the statements of a line.
  ///
  /// - Returns: Whether what follows may be executed too: no error, no Ctrl-C.
  private func execute(_ buffer: inout StatementBuffer) -> Bool {
    while session.exitStatus == nil, let statement = buffer.next() {
      do {
        try session.execute(statement)
      } catch {
        screen.remark(error.rendered)
        return false
      }
      if Interrupt.isRequested { return false }
    }
    return true
  }

  /// Says what an error or Ctrl-C has kept from being executed.
  private func remarkOnLeftOver(_ statements: [String]) {
    let left = statements.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard !left.isEmpty else { return }
    let most = 10
    screen.remark("not executed:")
    for text in left.prefix(most) { screen.remark("  \(text)") }
    if left.count > most { screen.remark("  and \(left.count - most) further lines") }
  }

  /// The start file speaks the same language; an error in it is a warning, and it goes on.
  ///
  /// What it sets is part of the session, so that `save` writes it; `undo` does not go behind it.
  private func readStartFile() {
    let path = session.absolutePath("~/.plateaurc")
    guard FileManager.default.fileExists(atPath: path) else { return }
    let echoes = session.echoesScripts
    session.echoesScripts = false
    defer { session.echoesScripts = echoes }
    do {
      try session.execute(scriptAt: path, shownAs: "~/.plateaurc") { error in
        self.screen.remark(error.rendered)
      }
    } catch {
      screen.remark(error.rendered)
    }
    session.forgetPast()
  }
}
