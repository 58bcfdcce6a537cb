import Foundation

/// The working copy that the tests were built from.
enum Checkout {
  /// The folder that holds `Package.swift`.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    return folder
  }()

  /// The Swift files below a folder of the working copy, with their text.
  static func swiftFiles(in folder: String) -> [(path: String, text: String)] {
    let start = root.appending(path: folder)
    guard let files = FileManager.default.enumerator(atPath: start.path) else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { path in
        let text = try? String(contentsOf: start.appending(path: path), encoding: .utf8)
        return text.map { ("\(folder)/\(path)", $0) }
      }
  }

  /// The modules that a file imports.
  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 3, words.count > index + 1
      else { return nil }
      let modifiers = words[..<index]
      guard
        modifiers.allSatisfy({
          [
            "public", "private", "internal", "fileprivate", "package", "@testable",
            "@preconcurrency",
            "@_exported",
          ].contains($0)
        })
      else { return nil }
      return words[index + 1]
    }
  }
}
