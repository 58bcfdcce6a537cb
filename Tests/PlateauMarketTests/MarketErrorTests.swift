import Foundation
import PlateauMarket
import Testing

@Suite struct MarketErrorTests {
  private func failure(reading path: String) -> MarketError? {
    do {
      _ = try PriceReader.read(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a missing file names those most like it`() throws {
    try TemporaryFolder.with { folder in
      for name in ["GOOG_daily.csv", "SPY_daily.csv", "notes.txt"] {
        try folder.write([65], to: name)
      }
      let path = folder.path + "/GOOG_dialy.csv"
      let error = try #require(failure(reading: path))
      #expect(error == .file(.notFound(nearest: ["GOOG_daily.csv"]), path: path))
      #expect(error.suggestions.first == "GOOG_daily.csv")
      #expect(error.description.hasPrefix("no file '"))
      let short = failure(reading: folder.path + "/goog")
      #expect(short?.suggestions == ["GOOG_daily.csv"])
      #expect(failure(reading: folder.path + "/zzz")?.suggestions == [])
    }
  }

  @Test func `a missing folder is said to be missing`() {
    #expect(
      failure(reading: "/nowhere-at-all/a.csv")
        == .file(.noFolder("/nowhere-at-all"), path: "/nowhere-at-all/a.csv"))
  }

  @Test func `a folder is refused with the files in it`() throws {
    try TemporaryFolder.with { folder in
      try folder.write([65], to: "b.csv")
      try folder.write([65], to: "a.csv")
      #expect(
        failure(reading: folder.path)
          == .file(.isDirectory(files: ["a.csv", "b.csv"]), path: folder.path))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe or a device is refused without waiting for it`() throws {
    #expect(failure(reading: "/dev/zero") == .file(.notAFile, path: "/dev/zero"))
    try TemporaryFolder.with { folder in
      let path = folder.path + "/pipe"
      try #require(mkfifo(path, 0o600) == 0)
      #expect(failure(reading: path) == .file(.notAFile, path: path))
    }
  }

  @Test func `a file above two gibibytes is refused before it is read`() throws {
    try TemporaryFolder.with { folder in
      let path = try folder.write([65], to: "large.csv")
      let limit = 2 << 30
      try #require(truncate(path, limit + 1) == 0)
      #expect(
        failure(reading: path) == .file(.tooLarge(bytes: limit + 1, limit: limit), path: path))
    }
  }

  @Test func `a path is not cut at a zero byte`() throws {
    try TemporaryFolder.with { folder in
      let path = try folder.write(Array("Date,Close\n2020-01-30,1".utf8), to: "a.csv")
      #expect(
        failure(reading: path + "\0.txt") == .file(.notFound(nearest: []), path: path + "\0.txt"))
    }
  }

  @Test func `what is no text is refused, and where it is damaged`() throws {
    try TemporaryFolder.with { folder in
      let text = Array("Date,Close\n2020-01-30,1".utf8)
      let zero = try folder.write(text + [0], to: "zero.csv")
      #expect(
        failure(reading: zero) == .content(.binary(offset: text.count), path: zero, line: nil))
      let archive = try folder.write([0x1F, 0x8B, 8, 1], to: "a.csv.gz")
      #expect(
        failure(reading: archive) == .content(.archiveCutOff(offset: 4), path: archive, line: nil))
      let wide = try folder.write([0xFF, 0xFE, 0, 0, 68, 0, 0, 0], to: "wide.csv")
      #expect(failure(reading: wide) == .content(.encoding("UTF-32"), path: wide, line: nil))
    }
  }

  @Test func `any bytes give prices or an error, never a trap`() throws {
    // Every prefix of a good file, and every byte of it replaced by an awkward one.
    let good = Array(
      "Date,Open,Close,Adj Close\n\"2020-01-30\",1e3,\"2\",3\n2020-01-31 10:00Z,1,2,3".utf8)
    for length in 0...good.count { _ = try? load(Array(good[..<length])) }
    for position in good.indices {
      for byte in [UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\n"), UInt8(ascii: ","), 0x39] {
        var changed = good
        changed[position] = byte
        _ = try? load(changed)
      }
    }
  }

  @Test func `a sentence says file, line, column, text and reason`() {
    let cell = MarketError.content(
      .badCell(column: "Close", text: "-3", reason: "is not a price above zero"),
      path: "a.csv", line: 17)
    #expect(cell.description == "a.csv:17: column 'Close': '-3' is not a price above zero")
    let date = MarketError.content(
      .ambiguousDate(
        column: "", text: "01/02/2020", dayFirst: "2020-02-01", monthFirst: "2020-01-02"),
      path: "a.csv", line: 2)
    #expect(
      date.description
        == "a.csv:2: column (unnamed): '01/02/2020' can be 2020-02-01 (day first) or 2020-01-02 "
        + "(month first)")
    #expect(date.suggestions == ["dates dmy", "dates mdy"])
  }

  @Test func `control characters of a file never reach the terminal`() {
    let error = MarketError.content(
      .badCell(column: "Close", text: "\u{1B}[31mred\u{9B}", reason: "is not a number"),
      path: "a\n.csv", line: 2)
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B })
    let long = MarketError.content(
      .badCell(column: "C", text: String(repeating: "x", count: 5000), reason: "is not a number"),
      path: "a.csv", line: 2)
    #expect(long.description.count < 120)
  }
}
