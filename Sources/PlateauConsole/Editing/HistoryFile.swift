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
  public func entries() -> [String] { piece(after: nil).entries }

  /// A part of the history, and where the next one begins.
  struct Piece {
    /// Its entries, oldest first.
    var entries: [String]
    /// The byte after the last whole entry.
    var end: Int
  }

  /// The entries after a place in the file; of all there are, the latest.
  ///
  /// - Parameter place: The end of an earlier piece, or `nil` for the beginning.
  /// - Returns: Whole entries only; another prompt may be writing the next one.
  func piece(after place: Int?) -> Piece {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return Piece(entries: [], end: place ?? 0) }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    // A file that has become shorter is another file: all of it is new.
    let place = place.flatMap { $0 <= size ? $0 : nil } ?? 0
    let start = max(place, size - Self.readLimit)
    lseek(file, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < size - start {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let length = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    let lines = String(decoding: bytes[..<length], as: UTF8.self).split(separator: "\n")
    // What is read from the middle begins within an entry.
    let isCut = start > place
    return Piece(
      entries: lines.dropFirst(isCut ? 1 : 0).map(HistoryEncoding.entry), end: start + length)
  }

  /// Adds an entry at the end.
  ///
  /// - Returns: Whether it was written.
  @discardableResult
  public func append(_ entry: String) -> Bool {
    createFolders()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    let line = Array((HistoryEncoding.line(entry) + "\n").utf8)
    return write(file, line, line.count) == line.count
  }

  private func createFolders() {
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}
