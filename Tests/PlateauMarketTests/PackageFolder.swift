import Foundation

/// Files beside the tests: found by walking up from a source file to `Package.swift`.
enum PackageFolder {
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// The real price files, kept outside the package because their licences differ.
  static let sharedData = root.appending(path: "../shared/data").standardizedFileURL

  static var hasSharedData: Bool {
    FileManager.default.fileExists(atPath: sharedData.appending(path: "SOURCES.csv").path)
  }
}
