import Foundation

/// Independent results beside the working copy; absent on other machines.
enum Reference {
  private static let folder: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    return folder.deletingLastPathComponent().appending(path: "shared")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// The columns of a comma-separated file by name; what is not a number is undefined.
  static func columns(_ path: String) throws -> [String: [Double]] {
    let rows = try fields(path)
    var columns: [String: [Double]] = [:]
    for (index, name) in (rows.first ?? []).enumerated() {
      columns[name] = rows.dropFirst().map { Double($0[index]) ?? .nan }
    }
    return columns
  }

  /// The fields of a comma-separated file line by line; one that ends in `.gz` is unpacked.
  static func fields(_ path: String) throws -> [[String]] {
    let file = folder.appending(path: path)
    let data = path.hasSuffix(".gz") ? try unpacked(file) : try Data(contentsOf: file)
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return data ?? Data()
  }
}
