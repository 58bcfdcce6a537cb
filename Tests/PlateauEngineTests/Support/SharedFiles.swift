import Foundation

/// The reference files, which live beside the package and are not part of it.
enum SharedFiles {
  /// The folder, or `nil` where this machine does not have it.
  static let folder: URL? = {
    var directory = URL(filePath: #filePath).deletingLastPathComponent()
    while directory.path() != "/" {
      if FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path()) {
        let shared = directory.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: shared.path()) ? shared : nil
      }
      directory.deleteLastPathComponent()
    }
    return nil
  }()

  /// Whether there are reference files.
  static var present: Bool { folder != nil }

  /// The rows of a CSV file below the folder; one that ends in `.gz` is unpacked.
  static func rows(_ path: String) throws -> [CSVRow] {
    let file = try required(folder, "the shared folder").appending(path: path)
    let data = path.hasSuffix(".gz") ? try unpacked(file) : try Data(contentsOf: file)
    return CSVRow.parse(String(decoding: data, as: UTF8.self))
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return try required(data, "text in \(file.lastPathComponent)")
  }
}

/// One row of a CSV file without quoted fields, by column name.
struct CSVRow {
  private let names: [String: Int]
  private let fields: [Substring]

  /// The text of a column; empty where the file has no such column.
  subscript(name: String) -> String { names[name].map { String(fields[$0]) } ?? "" }

  /// The number of a column; `nan` for an empty field.
  func number(_ name: String) -> Double { Double(self[name]) ?? .nan }

  /// The whole number of a column; -1 for an empty field.
  func whole(_ name: String) -> Int { Int(self[name]) ?? -1 }

  static func parse(_ text: String) -> [CSVRow] {
    let lines = text.split(whereSeparator: \.isNewline)
    var names: [String: Int] = [:]
    for (index, name) in (lines.first ?? "").split(
      separator: ",", omittingEmptySubsequences: false
    ).enumerated() {
      names[String(name)] = index
    }
    return lines.dropFirst().map {
      CSVRow(names: names, fields: $0.split(separator: ",", omittingEmptySubsequences: false))
    }
  }
}

/// What a test cannot go on without.
struct Missing: Error, CustomStringConvertible {
  let description: String
}

/// The value, or an error that names what was missing.
func required<Value>(_ value: Value?, _ what: String) throws -> Value {
  guard let value else { throw Missing(description: "no \(what)") }
  return value
}

/// Whether two numbers agree to a relative tolerance; undefined agrees with undefined.
func agree(_ left: Double, _ right: Double, within tolerance: Double) -> Bool {
  if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
  return abs(left - right) <= tolerance * max(1e-9, max(abs(left), abs(right)))
}
