import Foundation
import PlateauMarket
import Testing

/// A folder that exists while the closure of `with` runs.
struct TemporaryFolder {
  let path: String

  static func with<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(TemporaryFolder(path: url.path))
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}

/// Reads prices from a text through a real file.
func load(_ text: String, _ options: LoadOptions = LoadOptions()) throws -> LoadedPrices {
  try load(Array(text.utf8), options)
}

/// Reads prices from bytes through a real file.
func load(_ bytes: [UInt8], _ options: LoadOptions = LoadOptions()) throws -> LoadedPrices {
  try TemporaryFolder.with { folder in
    let prices = try PriceReader.read(
      path: folder.write(bytes, to: "prices.csv"), options: options)
    return try #require(prices.count == 1 ? prices.first : nil, "several symbols")
  }
}

/// The problem and the line for which a text is refused.
func refusal(
  of text: String, _ options: LoadOptions = LoadOptions()
) throws -> (problem: ContentProblem?, line: Int?) {
  do {
    _ = try load(text, options)
  } catch MarketError.content(let problem, _, let line) {
    return (problem, line)
  }
  return (nil, nil)
}

/// The messages of a severity.
func messages(_ severity: Finding.Severity, of prices: LoadedPrices) -> [String] {
  prices.findings.filter { $0.severity == severity }.map(\.message)
}
