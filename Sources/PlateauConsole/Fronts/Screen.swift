import Foundation
import PlateauReport
import PlateauWorkbench

/// Where answers go: standard output for results, standard error for everything else.
final class Screen {
  /// Whether an answer could not be written: a full disk, a closed output.
  private(set) var hasLostOutput = false
  /// Whether an answer longer than the screen goes to the pager now.
  var pagesAnswers: () -> Bool = { false }
  /// Does work that has the terminal to itself: a pager, a question.
  var holdNotices: (() -> Void) -> Void = { $0() }
  private let isPlain: Bool
  private let progressLine: ProgressLine

  /// What the terminal can do, and how wide it is now.
  var terminal: Terminal { Terminal.current(plain: isPlain) }

  /// Rows of a table that a terminal shows; files, pipes and pagers get all.
  private static let rowsOnTerminal = 40

  init(isPlain: Bool) {
    self.isPlain = isPlain
    let terminal = Terminal.current(plain: isPlain)
    progressLine = ProgressLine(terminal)
    if terminal.showsProgress { TerminalGuard.install() }
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

  /// Writes an answer to standard output, or shows it in the user's pager if it is longer than
  /// the screen.
  func show(_ document: Document, _ mode: OutputMode) {
    let terminal = terminal
    if terminal.writesTerminal, pages(document, mode, terminal) { return }
    let isExcerpt = terminal.writesTerminal && mode == .table
    let style = terminal.style(maximumRows: isExcerpt ? Self.rowsOnTerminal : nil)
    let text = Self.text(of: document, mode, style)
    guard !write(text, to: FileHandle.standardOutput), !hasLostOutput else { return }
    hasLostOutput = true
    remark("error: standard output cannot be written")
  }

  /// Shows an answer in the pager, if there is one, the answer asks for it, and it can be started.
  private func pages(_ document: Document, _ mode: OutputMode, _ terminal: Terminal) -> Bool {
    guard pagesAnswers(), let pager = Pager(terminal.environment) else { return false }
    let whole = Self.text(of: document, mode, terminal.style())
    guard Pager.rows(of: whole, columns: terminal.size) >= Terminal.rows(of: STDOUT_FILENO) ?? 24
    else { return false }
    var isShown = false
    holdNotices { isShown = pager.show(whole) }
    if !isShown { remark("the pager '\(pager.command)' cannot be started") }
    return isShown
  }

  /// Writes a remark to standard error.
  func remark(_ text: String) {
    let width = terminal.reportsToTerminal ? Terminal.columns(of: STDERR_FILENO) ?? 80 : 0
    write(RemarkLayout.fitted(text, to: width) + "\n", to: FileHandle.standardError)
  }

  private static func text(
    of document: Document, _ mode: OutputMode, _ style: RenderStyle
  ) -> String {
    let text = mode.renderer(style).render(document)
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  private func progress(_ report: ProgressReport?) {
    guard let report else { return progressLine.erase() }
    progressLine.update(ProgressWording.line(report))
  }

  /// The answer to a question, or `nil` where the input has ended; Ctrl-C is a no.
  private func confirm(_ question: String) -> Bool? {
    var line = LineResult.endOfFile
    holdNotices {
      write("\(question) [y/N] ", to: FileHandle.standardError)
      line = PlainLineReader.waitForLine()
    }
    return switch line {
    case .line(let answer): answer.lowercased().hasPrefix("y")
    case .interrupted: false
    case .endOfFile: nil
    }
  }

  @discardableResult
  private func write(_ text: String, to handle: FileHandle) -> Bool {
    (try? handle.write(contentsOf: Data(text.utf8))) != nil
  }
}
