import Foundation
import PlateauReport
import PlateauWorkbench

/// Where answers go: standard output for results, standard error for everything else.
final class Screen {
  /// Whether an answer could not be written: a full disk, a closed output.
  private(set) var hasLostOutput = false
  private let isPlain: Bool
  private let progressLine: ProgressLine

  /// What the terminal can do, and how wide it is now.
  var terminal: Terminal { Terminal.current(plain: isPlain) }

  /// Rows of a table that a terminal shows; files and pipes get all.
  private static let rowsOnTerminal = 40

  init(isPlain: Bool) {
    self.isPlain = isPlain
    progressLine = ProgressLine(Terminal.current(plain: isPlain))
  }

  /// What this screen lends to a session.
  ///
  /// - Parameters:
  ///   - isInteractive: Whether a person is typing.
  ///   - threads: Threads of a sweep; one a core unless given.
  ///   - notify: Tells of events in the background.
  /// - Returns: A host that writes to this screen.
  func host(
    isInteractive: Bool, threads: Int?, notify: @escaping @Sendable (String) -> Void = Screen.write
  ) -> SessionHost {
    SessionHost(
      show: { document, mode in self.show(document, mode) },
      remark: { self.remark($0) },
      progress: { self.progress($0) },
      confirm: { isInteractive ? self.confirm($0) : nil },
      isInterrupted: { Interrupt.isRequested },
      notify: notify,
      echoesScripts: terminal.writesTerminal && terminal.reportsToTerminal,
      threadCount: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      isInteractive: isInteractive)
  }

  /// Writes a line to standard error, from any thread.
  @Sendable private static func write(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes an answer to standard output.
  func show(_ document: Document, _ mode: OutputMode) {
    let style = terminal.style(
      maximumRows: terminal.writesTerminal && mode == .table ? Self.rowsOnTerminal : nil)
    var text = mode.renderer(style).render(document)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    guard !write(text, to: FileHandle.standardOutput), !hasLostOutput else { return }
    hasLostOutput = true
    remark("error: standard output cannot be written")
  }

  /// Writes a remark to standard error.
  func remark(_ text: String) {
    write(text + "\n", to: FileHandle.standardError)
  }

  private func progress(_ report: ProgressReport?) {
    guard let report else { return progressLine.erase() }
    progressLine.update(ProgressWording.line(report))
  }

  /// The answer to a question, or `nil` where the input has ended.
  private func confirm(_ question: String) -> Bool? {
    write("\(question) [y/N] ", to: FileHandle.standardError)
    return readLine().map { $0.lowercased().hasPrefix("y") }
  }

  /// A reader that has gone away ends the process quietly, as it does other tools.
  @discardableResult
  private func write(_ text: String, to handle: FileHandle) -> Bool {
    (try? handle.write(contentsOf: Data(text.utf8))) != nil
  }
}
