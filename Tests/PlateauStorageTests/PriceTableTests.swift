import Foundation
import GRDB
import Testing

@testable import PlateauMarket
@testable import PlateauStorage

@Suite struct PriceTableTests {
  // Written by Python 3.11 (sqlite3 3.40.1, page size 512) and packed by its gzip.
  private static let prices = """
    H4sIAAAAAAACAwsO9MksSVVIyy/KTSxRMGZgYmBkZHBQUGBgYGAHYhYGBGBF4zMyEAbsDHrJjLxgjVsYGGcw5jGqAhkU\
    gnwWdlF5eY5Gw7LM1PKcxOIShfLU1Gw4wznI1THEVSHM0zVcQQkuqqSQWKxQnJqTmlyikJJYkqqjkJyTXwz0eVF+rkJ+\
    Rk5ymUJ5RmpRKlhSwU5B3cjAyEDXwFDX2EDdnZlNXFaWMbkkMSkntSAzuaS0KLUYRrNA7QtxdPJxVYCJauQl5qYqlKRW\
    lOiATExUSMrJT9LUYGITFxVlNAUblJRYBMbMKAaARDQSNdMY2cXFxRkbtcFKwe4DE0woisFCGmAXQ6zKL0jNUyhKTcyB\
    eQ/CLsvPKQU6JzOvJDU9tUhHIS8fqkMTFDfMjJMYGC8xbgBSo2DAgQwzmyI7I6MgJP0Z6RoY2182BgET1r+HVyowAWXZ\
    GXjhqdPQrur6p1l71ns43NXUkP9feUKHEaSCVRKRfu13zgSBWQ6Roof6YzS+Mby4slSAIVFHQSlJCRT/wEw/CkYoAMU/\
    I+MPBiAaBSMIsDEy8wtUMPwHAJft2bIACAAA
    """
  private static let logged = """
    H4sIAAAAAAACAwsO9MksSVVIyy/KTSxRMGZgYmBiYnBQUGBgADIhGAYYgZgFjU8IMDHoJTPyghQznmYAolFAO2DMyCbO\
    z88YXpKYlJNaUsLkHOTqGOKqEOLo5OOqUKKRkgiM55LUihIdheSc/OJUhaLUxBxNSNy8ZACiUTCcgSgjsyK7kYGRga6B\
    oa6xgf0PiDAAloKFegAEAAA=
    """

  private func withDatabase(_ base64: String, _ body: (String) throws -> Void) throws {
    let packed = try #require(Data(base64Encoded: base64))
    try withFolder { folder in
      let path = folder + "/prices #1?.db"
      try Data(try Gzip.inflated(Array(packed))).write(to: URL(filePath: path))
      try body(path)
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  private func failure(_ path: String, _ table: String, limit: Int = 1 << 20) -> TableError? {
    do throws(TableError) {
      _ = try PriceTable.delimited(path: path, table: table, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  private func text(_ path: String, _ table: String) throws -> String {
    String(decoding: try PriceTable.delimited(path: path, table: table), as: UTF8.self)
  }

  private func neighbours(of path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path)
  }

  @Test func `a table becomes text with its values exactly`() throws {
    try withDatabase(Self.prices) { path in
      let rows = try text(path, "ohlcv").split(separator: "\n").map {
        $0.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows[0] == ["date", "open", "close", "volume", "note"])
      #expect(rows[1] == ["2020-01-30", "0.1", "100.34", "1000000000000", #""a, ""b""""#])
      #expect(rows[2].map { $0 }[3...] == ["", ""])
      #expect(rows[3][3...] == ["-3", "é"])
      #expect(Double(rows[2][1]) == 1e-7)
      #expect(rows[2][2] == "29860.626953")
      #expect(rows[3][1] == "0.30000000000000004")
      #expect(rows.count == 4)
    }
  }

  @Test func `a view is read like a table, and case does not count`() throws {
    try withDatabase(Self.prices) { path in
      let view = try text(path, "last week")
      #expect(view == "date,close\n2020-01-31,29860.626953\n2020-02-03,5.0\n")
      #expect(try text(path, "LAST Week") == view)
    }
  }

  @Test func `a table that is not there is named beside those that are`() throws {
    try withDatabase(Self.prices) { path in
      let error = try #require(failure(path, "olhcv"))
      #expect(
        error == .noTable("olhcv", tables: ["bare", "last week", "ohlcv", "pictures"]))
      #expect(error.suggestions == ["ohlcv"])
      #expect(
        error.description
          == "the database has no table 'olhcv'; it has 'bare', 'last week', 'ohlcv', 'pictures'")
      // A name is a name, never a piece of a query.
      #expect(failure(path, "ohlcv\" where 1 --")?.suggestions == [])
    }
  }

  @Test func `an empty table, bytes in a cell and a text above the limit are refused`() throws {
    try withDatabase(Self.prices) { path in
      #expect(failure(path, "bare") == .empty("bare"))
      #expect(failure(path, "pictures") == .bytes(column: "data", row: 1))
      #expect(failure(path, "ohlcv", limit: 60) == .tooLarge(limit: 60))
    }
  }

  @Test func `what is no database is refused`() throws {
    try withFolder { folder in
      let path = folder + "/a.db"
      try Data("Date,Close\n2020-01-30,1\n".utf8).write(to: URL(filePath: path))
      guard case .notADatabase = failure(path, "ohlcv") else {
        Issue.record("a text was read as a database")
        return
      }
      #expect(failure(folder + "/b.db", "ohlcv") == .noFile)
      #expect(failure(folder, "ohlcv") == .notAFile)
      #expect(failure("/dev/zero", "ohlcv") == .notAFile)
      #expect(failure(path + "\0", "ohlcv") == .noFile)
      let empty = folder + "/empty.db"
      try Data().write(to: URL(filePath: empty))
      #expect(failure(empty, "ohlcv") == .noTables)
      #expect(try neighbours(of: path).sorted() == ["a.db", "empty.db"])
    }
  }

  @Test func `reading leaves nothing beside the file, whatever its journal`() throws {
    for (base64, table) in [(Self.prices, "ohlcv"), (Self.logged, "t")] {
      try withDatabase(base64) { path in
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(!(try text(path, table)).isEmpty)
        #expect(try neighbours(of: path) == ["prices #1?.db"])
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
      }
    }
  }

  @Test func `rows that another program has in its log are read`() throws {
    try withDatabase(Self.logged) { path in
      #expect(try text(path, "t") == "date,close\n2020-01-30,1.5\n")
      // Another connection, which keeps its row in the log for as long as it lives.
      let writer = try DatabaseQueue(path: path)
      try writer.write { try $0.execute(sql: "insert into t values ('2020-01-31', 2.5)") }
      #expect(try text(path, "t") == "date,close\n2020-01-30,1.5\n2020-01-31,2.5\n")
      try writer.close()
    }
  }

  @Test func `a database that another program writes to is said to be locked`() throws {
    try withDatabase(Self.prices) { path in
      let writer = try DatabaseQueue(path: path)
      try writer.writeWithoutTransaction { database in
        try database.execute(sql: "begin exclusive")
        #expect(failure(path, "ohlcv") == .locked)
        try database.execute(sql: "rollback")
      }
      #expect(failure(path, "ohlcv") == nil)
      try writer.close()
    }
  }

  @Test func `damaged files give rows or an error, never a trap`() throws {
    try withFolder { folder in
      let packed = try #require(Data(base64Encoded: Self.prices))
      let good = try Gzip.inflated(Array(packed))
      let path = folder + "/a.db"
      for length in stride(from: 0, through: good.count, by: 64) {
        try Data(good[..<length]).write(to: URL(filePath: path))
        _ = failure(path, "ohlcv")
      }
      for position in stride(from: 0, to: good.count, by: 3) {
        var changed = good
        changed[position] ^= 0xFF
        try Data(changed).write(to: URL(filePath: path))
        _ = failure(path, "ohlcv")
        #expect(try neighbours(of: path) == ["a.db"], "byte \(position)")
      }
    }
  }
}
