import Foundation
import PlateauWorkbench

/// The prompt: lines are edited, statements executed, until the user leaves.
final class Prompt {
  private let screen: Screen
  private let options: ConsoleOptions
  private let editor: LineEditor
  private let session: Session

  /// Opens a prompt, or `nil` where the terminal cannot edit lines.
  init?(screen: Screen, options: ConsoleOptions) {
    guard screen.terminal.editsLines,
      let editor = LineEditor(history: HistoryFile(screen.terminal.environment))
    else { return nil }
    self.screen = screen
    self.options = options
    self.editor = editor
    let notices = editor.notices
    session = Session(
      host: screen.host(
        isInteractive: true, threads: options.threads, notify: { notices.print($0) }))
  }

  /// Greets, reads the start file, and reads statements until the end.
  ///
  /// - Parameter scripts: Executed before the first statement is read; an error ends them.
  /// - Returns: The exit status.
  func run(after scripts: [String] = []) -> Int32 {
    Interrupt.ignoreOtherwise()
    greet()
    if !options.skipsStartFile { readStartFile() }
    Interrupt.during { execute(scripts) }
    var buffer = StatementBuffer()
    while session.exitStatus == nil {
      switch editor.readLine(prompt: buffer.isContinuing ? "... " : "\(session.promptText)> ") {
      case .endOfFile where buffer.isContinuing:
        print()
        buffer.clear()
      case .endOfFile:
        print()
        buffer.clear()
        buffer.append("quit")
        execute(&buffer)
      case .interrupted:
        buffer.clear()
      case .line(let line):
        buffer.append(line)
        guard !buffer.isContinuing else { continue }
        editor.remember(buffer.text)
        Interrupt.during { execute(&buffer) }
      }
    }
    return leave(status: session.exitStatus ?? 0)
  }

  private func greet() {
    print("Plateau \(PlateauVersion.current): tune trading strategies, look for plateaus")
    print("'help' shows what there is; run \"sessions/quickstart.plateau\" is a first tour")
  }

  private func execute(_ scripts: [String]) {
    do {
      for path in scripts where session.exitStatus == nil {
        try session.execute(scriptAt: session.absolutePath(path), shownAs: path)
      }
    } catch {
      screen.remark(error.rendered)
    }
  }

  /// Executes what was typed; an error ends the line, not the session.
  private func execute(_ buffer: inout StatementBuffer) {
    while session.exitStatus == nil, let statement = buffer.next() {
      do {
        try session.execute(statement)
      } catch {
        screen.remark(error.rendered)
        return buffer.clear()
      }
    }
  }

  /// The start file speaks the same language; an error in it is a warning, and it goes on.
  private func readStartFile() {
    let path = session.absolutePath("~/.plateaurc")
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try session.execute(scriptAt: path, shownAs: "~/.plateaurc") { error in
        self.screen.remark(error.rendered)
      }
    } catch {
      screen.remark(error.rendered)
    }
  }

  private func leave(status: Int32) -> Int32 {
    session.cancelBackground()
    return status
  }
}
