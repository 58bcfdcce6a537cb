import Foundation

/// The built `plateau`, run as a user would run it.
enum Binary {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The working copy.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    return folder
  }()

  /// Real prices and independent results beside the working copy; absent on other machines.
  static let shared = root.deletingLastPathComponent().appending(path: "shared")
  static let hasShared = FileManager.default.fileExists(atPath: shared.path)

  /// The executable, which is built beside the tests.
  static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? Bundle.main.executableURL ?? root
    return tests.deletingLastPathComponent().appending(path: "plateau")
  }()

  /// A new empty folder.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "plateau-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs the executable.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - input: What it reads on standard input.
  ///   - folder: Its working folder; a new one unless given.
  ///   - environment: Variables beside an empty home.
  /// - Returns: Its status and what it wrote.
  /// - Throws: When it cannot be started.
  @discardableResult
  static func run(
    _ arguments: [String], input: String = "", in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, inputBytes: Array(input.utf8), in: folder, environment: environment)
  }

  /// Runs the executable on input that need not be text.
  @discardableResult
  static func run(
    _ arguments: [String], inputBytes: [UInt8], in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let place = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    let files = ["in", "out", "err"].map { place.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    try Data(inputBytes).write(to: files[0])
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? place
    process.environment = ["HOME": place.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .uncaughtSignal
        ? 128 + process.terminationStatus : process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Runs commands as `-c` takes them.
  @discardableResult
  static func commands(_ text: String, in folder: URL? = nil) throws -> Outcome {
    try run(["-c", text], in: folder)
  }
}

/// A comma-separated file as columns of text.
struct TextTable {
  let rows: [[String]]
  private let places: [String: Int]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = Array(lines.dropFirst())
    places = Dictionary(
      lines[0].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  init(contentsOf url: URL) throws {
    self.init(try String(contentsOf: url, encoding: .utf8))
  }

  /// A cell's text.
  func text(_ row: [String], _ column: String) -> String {
    places[column].map { row[$0] } ?? "no column \(column)"
  }

  /// A cell's number; not a number where it is empty.
  func number(_ row: [String], _ column: String) -> Double {
    Double(text(row, column)) ?? .nan
  }
}

/// Whether a number agrees with a reference that carries nine or more significant digits.
func agrees(_ value: Double, _ reference: Double, relative: Double = 1e-9) -> Bool {
  abs(value - reference) <= relative * abs(reference) + 1e-12
}
