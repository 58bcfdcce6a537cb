import Foundation
import GRDB

/// Opens database files of other programs without leaving a trace beside them.
enum DatabaseFile {
  /// A connection that cannot write.
  ///
  /// A database in the mode of a write-ahead log makes even a reader create the files of the log.
  /// Where nobody has such a log open, the database is therefore read as immutable; where a log
  /// exists, its rows belong to the table and it is read as well.
  static func open(_ path: String) throws(TableError) -> DatabaseQueue {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR || path.utf8.contains(0)
        ? .noFile : .unreadable(reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    configuration.prepareDatabase { database in
      // A view must not be able to call more than plain functions.
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    // SQLite takes a path that begins with "file:" for an address.
    let plain = path.hasPrefix("file:") ? "./" + path : path
    if hasLogMode(path), !hasLog(path),
      let queue = try? DatabaseQueue(path: immutableAddress(of: path), configuration: configuration)
    {
      return queue
    }
    do {
      return try DatabaseQueue(path: plain, configuration: configuration)
    } catch {
      throw TableError(error)
    }
  }

  /// Whether a database keeps a write-ahead log when it is written to.
  ///
  /// - Note: Source: SQLite, "Database File Format", section 1.3.3: byte 19 of the header.
  private static func hasLogMode(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 20), head.count == 20 else { return false }
    return head[19] == 2
  }

  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private static func immutableAddress(of path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      let isPlain = byte < 0x80 && !"%?#".utf8.contains(byte)
      address += isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte)
    }
    return address + "?immutable=1"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}

extension TableError {
  /// The problem that an error of SQLite stands for.
  init(_ error: any Error) {
    guard let error = error as? DatabaseError else {
      self = error as? TableError ?? .unreadable(reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    default: self = .unreadable(reason: reason)
    }
  }
}
