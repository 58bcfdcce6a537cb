import Foundation
import Testing

/// Answers that were looked at once and kept: files in `Golden/`.
///
/// With `PLATEAU_RECORD=1` in the environment the files are written instead of compared; what has
/// changed is then seen in the version control.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static let records = ProcessInfo.processInfo.environment["PLATEAU_RECORD"] == "1"

  /// Compares a text with the kept one.
  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if records {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return try Data(text.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(
      kept == text, "\(name): \(difference.map { "'\($0)' became '\($1)'" } ?? "another length")",
      sourceLocation: sourceLocation)
  }
}
