import Foundation
import PlateauLanguage
import PlateauMarket

/// Writes files without ever losing one: whole or not at all, and never over other content unasked.
enum OutputFile {
  /// Writes what comes piece by piece, so that a large file is never held as a whole.
  ///
  /// - Parameters:
  ///   - path: An absolute path.
  ///   - isForced: Whether a file with other content may be replaced.
  ///   - session: Whose price files are never replaced.
  ///   - range: Where the path stands in the command.
  ///   - content: Gives the text, in pieces, to the function it is called with.
  /// - Returns: The number of bytes.
  /// - Throws: `Diagnostic` when the file exists with other content or cannot be written.
  @discardableResult
  static func write(
    to path: String, isForced: Bool, in session: Session, at range: Range<Int>?,
    content: (_ sink: (String) throws -> Void) throws -> Void
  ) throws -> Int {
    let target = resolved(path)
    try refuseUnfit(path, target, session, range)
    let files = FileManager.default
    // Beside the file, so that it can take its place; where nothing can, it may hold the same.
    let isPlace =
      files.isWritableFile(atPath: PathText.folder(of: target)) || !files.fileExists(atPath: target)
    let suffix = "\(ProcessInfo.processInfo.processIdentifier).part"
    let part =
      isPlace ? "\(target).\(suffix)" : files.temporaryDirectory.appending(path: suffix).path
    guard let file = fopen(part, "wb") else { throw notWritable(path, target, errno, range) }
    var count = 0
    do {
      try content { piece in
        var piece = piece
        let length = piece.utf8.count
        let written = piece.withUTF8 { fwrite($0.baseAddress, 1, length, file) }
        guard written == length else { throw notWritable(path, target, errno, range) }
        count += length
      }
    } catch {
      fclose(file)
      unlink(part)
      throw error
    }
    guard fclose(file) == 0 else {
      let code = errno
      unlink(part)
      throw notWritable(path, target, code, range)
    }
    defer { unlink(part) }
    if files.fileExists(atPath: target) {
      if files.contentsEqual(atPath: target, andPath: part) { return count }
      guard isForced else {
        throw Diagnostic(
          .fileExists, "\(path) exists and holds something else", at: range,
          hint: "add 'force' to replace it, or choose another name")
      }
      if let mode = try? files.attributesOfItem(atPath: target)[.posixPermissions] {
        try? files.setAttributes([.posixPermissions: mode], ofItemAtPath: part)
      }
    }
    guard rename(part, target) == 0 else { throw notWritable(path, target, errno, range) }
    return count
  }

  /// Refuses what is no place for a file of results.
  private static func refuseUnfit(
    _ path: String, _ target: String, _ session: Session, _ range: Range<Int>?
  ) throws {
    for dataset in session.state.datasets {
      guard case .file(let source, _, _) = dataset.origin, resolved(source) == target else {
        continue
      }
      throw Diagnostic(
        .fileExists, "\(path) holds the prices of \(dataset.series.name)", at: range,
        hint: "choose another name")
    }
    switch try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType {
    case .typeRegular?, nil: break
    case .typeDirectory?:
      throw Diagnostic(.notWritable, "\(path) is a folder", at: range, hint: "name a file in it")
    case .some:
      throw Diagnostic(.notWritable, "\(path) is a pipe or a device, not a file", at: range)
    }
  }

  private static func notWritable(
    _ path: String, _ target: String, _ code: Int32, _ range: Range<Int>?
  ) -> Diagnostic {
    let folder = PathText.folder(of: target)
    let reason = String(cString: strerror(code)).lowercased()
    return Diagnostic(
      .notWritable,
      FileManager.default.fileExists(atPath: folder)
        ? "\(path) cannot be written: \(reason)" : "there is no folder \(folder)",
      at: range)
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
