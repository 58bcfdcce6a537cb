import PlateauColumns
import Testing

/// The digest of a result as DESIGN part 6 states it, however it is computed.
@Suite struct ResultDigestTests {
  /// Three chunks, the last not full; the parameters ascend, the metrics have gaps.
  private static let table: Table = {
    var random = RandomStream(seed: 9)
    let count = 2 * 4096 + 777
    return Table([
      Column("a", values: (0..<count).map { $0 < 50 ? .nan : Double($0 / 50) }),
      Column("b", values: (0..<count).map { Double($0 % 50) }),
      Column("m", values: (0..<count).map { $0 % 13 == 0 ? -.nan : random.normal() }),
      Column("state", labels: ["ok", "failed"], values: (0..<count).map { Double($0 % 2) }),
    ])
  }()

  /// The digest written down step by step.
  private static func plainDigest(of table: Table) -> Fingerprint {
    var whole = FingerprintBuilder()
    whole.add(Int64(2))
    for column in table.columns {
      whole.add(column.name)
      whole.add(Int64(column.labels.count))
      for label in column.labels { whole.add(label) }
    }
    for start in stride(from: 0, to: table.rowCount, by: 4096) {
      var chunk = FingerprintBuilder()
      for row in start..<min(start + 4096, table.rowCount) {
        for column in table.columns { chunk.add(column.values[row]) }
      }
      whole.add(chunk.finish())
    }
    return whole.finish()
  }

  @Test(arguments: [1, 2, 5])
  func `any number of workers gives the digest that is written down`(workers: Int) {
    #expect(
      Self.table.resultDigest(parameterCount: 2, workers: workers)
        == Self.plainDigest(of: Self.table))
  }

  @Test func `rows in any order have the digest of rows in order`() {
    let count = Self.table.rowCount
    let orders = [Array((0..<count).reversed()), (0..<count).map { ($0 * 2711) % count }]
    for order in orders {
      let mixed = Self.table.selecting(rows: order)
      #expect(!mixed.isAscending(byFirst: 2))
      #expect(mixed.resultDigest(parameterCount: 2) == Self.plainDigest(of: Self.table))
    }
    #expect(Self.table.isAscending(byFirst: 2))
  }

  @Test func `rows ascend by the first columns, undefined first, equal ones in their order`() {
    let table = Table([
      Column("a", values: [2, .nan, 1, 2, -0.0, 0]), Column("b", values: [1, 5, 3, .nan, 2, 2]),
    ])
    #expect(table.ascendingRows(byFirst: 2) == [1, 4, 5, 2, 3, 0])
    #expect(table.ascendingRows(byFirst: 2, among: [0, 2, 3]) == [2, 3, 0])
    #expect(table.ascendingRows(byFirst: 0) == [0, 1, 2, 3, 4, 5])
  }

  @Test func `bytes in pieces of any length have the SHA-256 of the whole`() {
    // FIPS 180-4, the examples of NIST: one block, two blocks, a million times "a".
    var builder = FingerprintBuilder()
    builder.add(bytes: Array("abc".utf8))
    #expect(
      builder.finish().hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    builder.add(bytes: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
    #expect(
      builder.finish().hexadecimal
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    for length in [1, 63, 64, 65, 20_000, 16_385, 1_000_000] {
      var left = 1_000_000
      while left > 0 {
        builder.add(bytes: [UInt8](repeating: 0x61, count: min(length, left)))
        left -= min(length, left)
      }
      #expect(
        builder.finish().hexadecimal
          == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
  }
}
