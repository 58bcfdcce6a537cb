import Foundation
import PlateauMarket
import Testing

@Suite struct PathPatternTests {
  private func names(_ pattern: String, in folder: TemporaryFolder) throws -> [String] {
    try PathPattern.files(matching: folder.path + "/" + pattern).map { path in
      #expect(path.hasPrefix(folder.path + "/"))
      return String(path.dropFirst(folder.path.count + 1))
    }
  }

  private func failure(_ pattern: String) -> MarketError? {
    do {
      _ = try PathPattern.files(matching: pattern)
      return nil
    } catch {
      return error
    }
  }

  @Test func `stars, question marks and brackets make a pattern`() {
    for path in ["*.csv", "a?.csv", "[ab].csv", "a*/b.csv"] { #expect(PathPattern.isPattern(path)) }
    for path in ["", "a.csv", "a]b{c}.csv", "~/a.csv"] { #expect(!PathPattern.isPattern(path)) }
  }

  @Test func `a pattern gives the files it matches in order`() throws {
    try TemporaryFolder.with { folder in
      for name in ["b.csv", "a.csv", "B.csv", "a1.csv", "c.txt", ".d.csv", "é.csv"] {
        try folder.write([65], to: name)
      }
      try FileManager.default.createDirectory(
        atPath: folder.path + "/sub.csv", withIntermediateDirectories: false)
      try folder.write([65], to: "sub.csv/x.csv")
      #expect(mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
      #expect(
        try names("*.csv", in: folder) == ["B.csv", "a.csv", "a1.csv", "b.csv", "é.csv"])
      #expect(try names("a?.csv", in: folder) == ["a1.csv"])
      #expect(try names("[ab].csv", in: folder) == ["a.csv", "b.csv"])
      #expect(try names("[!a].csv", in: folder).contains("b.csv"))
      #expect(try names("*/*.csv", in: folder) == ["sub.csv/x.csv"])
    }
  }

  @Test func `a path that exists is itself, whatever its characters`() throws {
    try TemporaryFolder.with { folder in
      for name in ["[1].csv", "1.csv", "*.csv"] { try folder.write([65], to: name) }
      #expect(try names("[1].csv", in: folder) == ["[1].csv"])
      #expect(try names("*.csv", in: folder) == ["*.csv"])
      #expect(try names("[12].csv", in: folder) == ["1.csv"])
      // What is no pattern is left for the reader of files, which says that it is missing.
      #expect(try names("missing.csv", in: folder) == ["missing.csv"])
    }
  }

  @Test func `a backslash is a plain character`() throws {
    try TemporaryFolder.with { folder in
      try folder.write([65], to: "a\\b.csv")
      #expect(try names("a\\b*", in: folder) == ["a\\b.csv"])
    }
  }

  @Test func `a pattern without a file names those most like it`() throws {
    try TemporaryFolder.with { folder in
      for name in ["GOOG_daily.csv", "SPY_daily.csv", "notes.txt"] {
        try folder.write([65], to: name)
      }
      let path = folder.path + "/GOGO*.csv"
      let error = try #require(failure(path))
      #expect(error == .file(.noMatch(nearest: ["GOOG_daily.csv"]), path: path))
      #expect(error.description.hasPrefix("no file matches '"))
      #expect(error.suggestions == ["GOOG_daily.csv"])
      #expect(
        failure(folder.path + "/*.cvs")?.suggestions == ["GOOG_daily.csv", "SPY_daily.csv"])
      #expect(failure(folder.path + "/zzzzzz*")?.suggestions == [])
    }
  }

  @Test func `a missing folder is said to be missing`() {
    #expect(
      failure("/nowhere-at-all/*.csv")
        == .file(.noFolder("/nowhere-at-all"), path: "/nowhere-at-all/*.csv"))
    #expect(
      failure("/nowhere-*/*.csv") == .file(.noMatch(nearest: []), path: "/nowhere-*/*.csv"))
    #expect(failure("/tmp/*\0.csv") == .file(.noMatch(nearest: []), path: "/tmp/*\0.csv"))
  }
}
