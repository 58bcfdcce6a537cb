#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The statements typed in earlier sessions, in a file that several prompts share.
///
/// The file only grows, by one write of a whole line an entry, so that prompts side by side lose
/// nothing and a hang-up harms nothing. A history that cannot be read or written is no error: the
/// prompt goes on without.
public struct HistoryFile: Hashable, Sendable {
  /// The file's path.
  public let path: String

  /// The most bytes that are read, from the end.
  static let readLimit = 1 << 20

  /// Creates a history kept at a path; the file need not exist.
  public init(path: String) {
    self.path = path
  }

  /// The user's history, or `nil` where the environment names no place for it.
  ///
  /// `$XDG_STATE_HOME/plateau/history`, else `~/.local/state/plateau/history`.
  public init?(_ environment: TerminalEnvironment) {
    if let state = environment.stateHome {
      path = state + "/plateau/history"
    } else if let home = environment.home {
      path = home + "/.local/state/plateau/history"
    } else {
      return nil
    }
  }

  /// The latest entries, oldest first.
  public func entries() -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let start = max(0, Int(lseek(file, 0, SEEK_END)) - Self.readLimit)
    lseek(file, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    // A file read from its middle begins within an entry.
    return lines.dropFirst(start > 0 ? 1 : 0).map(HistoryEncoding.entry)
  }

  /// Adds an entry at the end.
  public func append(_ entry: String) {
    createFolders()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let line = Array((HistoryEncoding.line(entry) + "\n").utf8)
    _ = write(file, line, line.count)
  }

  private func createFolders() {
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}
