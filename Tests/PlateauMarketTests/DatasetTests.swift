import Foundation
import PlateauColumns
import PlateauMarket
import Testing

/// One row of the table in `datasets/README.md`.
struct DatasetEntry: Sendable {
  let file: String
  let command: String
  let bars: Int
  let span: String
  let hash: String

  /// The rows of the table: lines of five cells whose first is a file in backquotes.
  static let all: [DatasetEntry] = {
    let readme = PackageFolder.root.appending(path: "datasets/README.md")
    let text = (try? String(contentsOf: readme, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[0].hasPrefix("`"), let bars = Int(cells[2]) else { return nil }
      let plain = cells.map { $0.replacingOccurrences(of: "`", with: "") }
      return DatasetEntry(
        file: plain[0], command: plain[1], bars: bars, span: plain[3], hash: plain[4])
    }
  }()

  /// The series that the command line makes.
  func generate() throws -> PriceSeries {
    var words = command.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    try #require(words.removeFirst() == "generate")
    let name = words.removeFirst()
    var clauses: [String: [String]] = [:]
    var clause = ""
    for word in words {
      if ["bars", "seed", "interval", "regimes"].contains(word) {
        clause = word
      } else {
        clauses[clause, default: []].append(word)
      }
    }
    return try SyntheticPrices.generate(
      name: name, bars: try #require(clauses["bars"]?.first.flatMap { Int($0) }),
      seed: try #require(clauses["seed"]?.first.flatMap { UInt64($0) }),
      regimes: try clauses["regimes", default: []].map { try #require(Regime(rawValue: $0)) },
      interval: clauses["interval"] == ["1h"] ? .intraday(seconds: 3600) : .daily)
  }
}

@Suite struct DatasetTests {
  @Test func `the table lists every file in the folder`() throws {
    let folder = PackageFolder.root.appending(path: "datasets").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.filter { $0.hasSuffix(".csv") }.sorted() == DatasetEntry.all.map(\.file).sorted())
    #expect(DatasetEntry.all.count == 7)
  }

  @Test(arguments: DatasetEntry.all)
  func `each file is what its command line makes, byte for byte`(entry: DatasetEntry) throws {
    let path = PackageFolder.root.appending(path: "datasets/\(entry.file)")
    let bytes = Array(try Data(contentsOf: path))
    let series = try entry.generate()
    #expect(PriceWriter.csv(of: series) == String(decoding: bytes, as: UTF8.self))

    var builder = FingerprintBuilder()
    builder.add(bytes: bytes)
    #expect(builder.finish().hexadecimal == entry.hash)
    #expect(series.count == entry.bars)
    let (first, last) = (try #require(series.times.first), try #require(series.times.last))
    #expect("\(first.date) to \(last.date)" == entry.span)
  }

  @Test(arguments: DatasetEntry.all)
  func `each file loads without repairs or warnings, as the same prices`(
    entry: DatasetEntry
  ) throws {
    let path = PackageFolder.root.appending(path: "datasets/\(entry.file)").path
    let loaded = try #require(try PriceReader.read(path: path).first)
    let made = try entry.generate()
    #expect(loaded.series.name == made.name)
    #expect(loaded.series.fingerprint == made.fingerprint)
    #expect(loaded.series.interval == made.interval)
    #expect(loaded.findings.allSatisfy { $0.severity == .note })
  }
}
