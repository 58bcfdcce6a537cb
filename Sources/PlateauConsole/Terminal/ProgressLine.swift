import CEditShim
import PlateauColumns
import PlateauReport
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One line on standard error that says how far running work is.
///
/// It is drawn at most ten times a second, cut to the terminal's width, and erased at the end.
/// Where standard error is no terminal, nothing is drawn. Any thread may call.
public final class ProgressLine: Sendable {
  /// The least time between two drawings.
  public static let interval = Duration.milliseconds(100)

  private struct State {
    var drawnWidth = 0
    var drawnAt: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let columns: @Sendable () -> Int?
  private let now: @Sendable () -> ContinuousClock.Instant
  private let write: @Sendable (String) -> Void
  private let mayStand: @Sendable (Bool) -> Bool

  /// Creates the status line of a terminal.
  public convenience init(_ terminal: Terminal) {
    let shows = terminal.showsProgress
    self.init(
      columns: { shows ? Terminal.columns(of: STDERR_FILENO) ?? 80 : nil },
      now: { ContinuousClock.now },
      write: { text in _ = Self.writeToStandardError(Array(text.utf8)) },
      mayStand: { terminal_guard_set_status_line($0 ? 1 : 0) != 0 })
  }

  /// Creates a status line.
  ///
  /// - Parameters:
  ///   - columns: The width to keep, asked at every drawing; `nil` draws nothing.
  ///   - now: The time.
  ///   - write: Takes what goes to the terminal.
  ///   - mayStand: Told whether a text is to stand there, which the end of the process should
  ///     erase; answers whether it may.
  init(
    columns: @escaping @Sendable () -> Int?, now: @escaping @Sendable () -> ContinuousClock.Instant,
    write: @escaping @Sendable (String) -> Void,
    mayStand: @escaping @Sendable (Bool) -> Bool = { _ in true }
  ) {
    self.columns = columns
    self.now = now
    self.write = write
    self.mayStand = mayStand
  }

  /// Shows a text in place of the last one, unless that is younger than a tenth of a second.
  public func update(_ text: String) {
    guard let columns = columns() else { return }
    state.withLock { state in
      let time = now()
      if let last = state.drawnAt, time - last < Self.interval { return }
      guard mayStand(true) else { return }
      // The terminal echoes ^C after the text; a full row would break and leave litter.
      let line = text.cut(toDisplayWidth: columns - 3)
      write(Self.erasure(of: state.drawnWidth, columns: columns) + line)
      state.drawnAt = time
      state.drawnWidth = line.displayWidth
    }
  }

  /// Erases the line, before other output or at the end; the next update draws at once.
  public func erase() {
    guard let columns = columns() else { return }
    state.withLock { state in
      if state.drawnWidth > 0 { write(Self.erasure(of: state.drawnWidth, columns: columns)) }
      state = State()
      _ = mayStand(false)
    }
  }

  /// Goes to the line's start and clears; a terminal made narrower may have broken it into rows.
  private static func erasure(of width: Int, columns: Int) -> String {
    let rowsUp = max(0, width - 1) / max(1, columns)
    return (rowsUp > 0 ? "\u{1B}[\(rowsUp)A" : "") + "\r\u{1B}[J"
  }

  private static func writeToStandardError(_ bytes: [UInt8]) -> Int {
    #if canImport(Darwin)
      Darwin.write(STDERR_FILENO, bytes, bytes.count)
    #else
      Glibc.write(STDERR_FILENO, bytes, bytes.count)
    #endif
  }
}
