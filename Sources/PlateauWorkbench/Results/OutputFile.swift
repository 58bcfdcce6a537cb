import Foundation
import PlateauLanguage
import PlateauMarket

/// Writes files without ever losing one: whole or not at all, and never over other content unasked.
enum OutputFile {
  /// Writes bytes to a path.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: An absolute path.
  ///   - isForced: Whether a file with other content may be replaced.
  ///   - session: Whose price files are never replaced.
  ///   - range: Where the path stands in the command.
  /// - Throws: `Diagnostic` when the file exists with other content or cannot be written.
  static func write(
    _ bytes: [UInt8], to path: String, isForced: Bool, in session: Session, at range: Range<Int>?
  ) throws {
    let target = resolved(path)
    for dataset in session.state.datasets {
      guard case .file(let source, _, _) = dataset.origin, resolved(source) == target else {
        continue
      }
      throw Diagnostic(
        .fileExists, "\(path) holds the prices of \(dataset.series.name)", at: range,
        hint: "choose another name")
    }
    switch try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType {
    case .typeRegular?:
      if FileManager.default.contents(atPath: target) == Data(bytes) { return }
      guard isForced else {
        throw Diagnostic(
          .fileExists, "\(path) exists and holds something else", at: range,
          hint: "add 'force' to replace it, or choose another name")
      }
    case .typeDirectory?:
      throw Diagnostic(.notWritable, "\(path) is a folder", at: range, hint: "name a file in it")
    case .some:
      throw Diagnostic(.notWritable, "\(path) is a pipe or a device, not a file", at: range)
    case nil: break
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      let folder = PathText.folder(of: target)
      throw Diagnostic(
        .notWritable,
        FileManager.default.fileExists(atPath: folder)
          ? "\(path) cannot be written: \(reason(error))" : "there is no folder \(folder)",
        at: range)
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
      return "the folder does not take new files"
    }
    return String(cString: strerror(Int32(underlying.code))).lowercased()
  }
}
