import CEditShim
import Synchronization

/// Lines that other threads have to say while a line is being edited.
///
/// They appear above that line, which stays as it is; between two lines they appear at once.
public final class NoticeQueue: Sendable {
  private struct State {
    var isEditing = false
    var waiting: [String] = []
  }

  private let state = Mutex(State())
  private let write: @Sendable (String) -> Void

  /// Creates a queue.
  ///
  /// - Parameter write: Takes a line that may be printed now.
  init(write: @escaping @Sendable (String) -> Void) {
    self.write = write
  }

  /// Prints a line above the one being edited; any thread may call.
  public func print(_ line: String) {
    let waits = state.withLock { state in
      if state.isEditing { state.waiting.append(line) } else { write(line) }
      return state.isEditing
    }
    if waits { terminal_signals_wake() }
  }

  /// Says whether a line is being edited; lines that came too late for it are printed.
  func setEditing(_ isEditing: Bool) {
    state.withLock { state in
      state.isEditing = isEditing
      state.waiting.forEach(write)
      state.waiting = []
    }
  }

  /// Does work that has the terminal to itself; what is printed meanwhile appears afterwards.
  func hold<Result>(during work: () -> Result) -> Result {
    setEditing(true)
    defer { setEditing(false) }
    return work()
  }

  /// The lines that wait; they wait no longer.
  func take() -> [String] {
    state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
  }
}
