import PlateauColumns
import PlateauReport
import Testing

@Suite struct ResultCSVTests {
  static let table = Table([
    Column("rank", kind: .length, values: [1, 2, 3]),
    Column("fast", kind: .length, values: [5, 12, 7]),
    Column("sharpe_ratio", values: [1.25, 0.1, .nan]),
    Column("max_drawdown", kind: .fraction, values: [0.07, 1e-9, .nan]),
    Column("ambiguous", kind: .condition, values: [1, 0, .nan]),
    Column("status", labels: ["ok", "failed"], values: [0, 0, 1]),
    Column("error", labels: ["no input, \"close\", is defined"], values: [.nan, .nan, 0]),
  ])

  @Test func `rows are exact, words are words and undefined is empty`() {
    #expect(
      ResultCSV.render(Self.table) == """
        rank,fast,sharpe_ratio,max_drawdown,ambiguous,status,error
        1,5,1.25,0.07,true,ok,
        2,12,0.1,1e-9,false,ok,
        3,7,,,,failed,"no input, ""close"", is defined"

        """)
  }

  @Test func `a table without rows is its heading, one without columns is nothing`() {
    #expect(ResultCSV.render(Table([Column("rank")])) == "rank\n")
    #expect(ResultCSV.render(Table()) == "")
  }

  @Test func `pieces of a large table are whole rows and make up the whole`() {
    let table = Table([Column("value", values: (0..<30_000).map { Double($0) / 3 })])
    var pieces: [String] = []
    ResultCSV.write(table) { pieces.append($0) }
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.hasSuffix("\n") })
    #expect(pieces.joined() == ResultCSV.render(table))
  }

  @Test func `a writer that fails ends the writing with its error`() {
    struct DiskFull: Error {}
    #expect(throws: DiskFull.self) {
      try ResultCSV.write(Self.table) { _ throws(DiskFull) in throw DiskFull() }
    }
  }
}
