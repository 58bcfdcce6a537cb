import PlateauColumns
import Testing

/// The best rows are those that sorting all of them would put first.
@Suite struct RankingTests {
  /// Rows with many equal scores, undefined ones, and parameters in an order of their own.
  static func table(_ count: Int, seed: UInt64, ascending: Bool) -> Table {
    var random = RandomStream(seed: seed)
    return Table([
      Column(
        "a", values: (0..<count).map { ascending ? Double($0 / 7) : draw(5, &random) }),
      Column("b", values: (0..<count).map { ascending ? Double($0 % 7) : draw(9, &random) }),
      Column("score", values: (0..<count).map { _ in draw(40, &random) - 20 }),
    ])
  }

  /// A whole number below a limit, one time in eight undefined.
  private static func draw(_ limit: Double, _ random: inout RandomStream) -> Double {
    random.uniform() < 0.125 ? .nan : (random.uniform() * limit).rounded(.down)
  }

  /// All rows as a plain sort ranks them.
  private static func sorted(_ rows: [Int], of table: Table, maximizes: Bool) -> [Int] {
    let scores = table.columns[2].values
    return rows.sorted { left, right in
      let (a, b) = (scores[left], scores[right])
      if a.isNaN != b.isNaN { return b.isNaN }
      if a != b, !a.isNaN { return maximizes ? a > b : a < b }
      for key in table.columns.prefix(2) {
        let (a, b) = (key.values[left], key.values[right])
        if a.isNaN != b.isNaN { return a.isNaN }
        if a != b, !a.isNaN { return a < b }
      }
      return left < right
    }
  }

  @Test(arguments: [0, 1, 2, 63, 3000], [true, false])
  func `the best of any number of rows are those a sort puts first`(count: Int, ascending: Bool) {
    for maximizes in [true, false] {
      let table = Self.table(count, seed: 3, ascending: ascending)
      let ranking = Ranking(
        of: table, by: table.columns[2].values, maximizes: maximizes, keyCount: 2)
      let expected = Self.sorted(Array(0..<count), of: table, maximizes: maximizes)
      #expect(ranking.all() == expected)
      for most in [0, 1, 2, 10, 100, count, count + 5] {
        #expect(ranking.first(most) == Array(expected.prefix(most)), "\(most) of \(count)")
      }
    }
  }

  @Test func `kept rows rank among themselves`() {
    let table = Self.table(2000, seed: 5, ascending: false)
    let kept = (0..<2000).filter { $0 % 3 != 1 }
    let ranking = Ranking(
      of: table, by: table.columns[2].values, maximizes: true, keyCount: 2, among: kept)
    let expected = Self.sorted(kept, of: table, maximizes: true)
    #expect(ranking.count == kept.count)
    #expect(ranking.all() == expected)
    #expect(ranking.first(17) == Array(expected.prefix(17)))
    for place in stride(from: 0, to: kept.count, by: 97) {
      #expect(ranking.rank(of: expected[place]) == place + 1)
    }
    #expect(ranking.rank(of: 1) == nil)
  }

  @Test(arguments: [0.0, .nan])
  func `rows with one and the same score rank by their values`(score: Double) {
    let values = (0..<5000).map { Double(($0 * 2711) % 5000) }
    let table = Table([Column("a", values: values)])
    let ranking = Ranking(
      of: table, by: [Double](repeating: score, count: 5000), maximizes: true, keyCount: 1)
    #expect(ranking.first(20).map { values[$0] } == (0..<20).map(Double.init))
  }

  @Test func `both zeros and infinite scores have their places`() {
    let scores = [-0.0, .infinity, .nan, 0.0, -.infinity, 1]
    let table = Table([Column("a", values: [1, 2, 3, 0, 5, 6])])
    let up = Ranking(of: table, by: scores, maximizes: true, keyCount: 1)
    #expect(up.all() == [1, 5, 3, 0, 4, 2])
    let down = Ranking(of: table, by: scores, maximizes: false, keyCount: 1)
    #expect(down.all() == [4, 3, 0, 5, 1, 2])
  }

  @Test(arguments: [1, 40, 5000, 40_000])
  func `numbers of any rank are those of the sorted column`(count: Int) {
    var random = RandomStream(seed: 11)
    // Sizes far apart, many equal ones, and some undefined.
    let values = (0..<count).map { index -> Double in
      switch index % 4 {
      case 0: index % 36 == 4 ? .nan : random.normal() * (index % 8 == 0 ? 1e-300 : 1e9)
      case 1: 7
      default: (random.uniform() * 100).rounded()
      }
    }
    var selection = RankSelection()
    for rows in [nil, values.indices.filter { $0 % 3 == 0 }] {
      let sorted = (rows?.map { values[$0] } ?? values).filter { !$0.isNaN }.sorted()
      #expect(selection.take(values, at: rows) == sorted.count)
      let ranks = Set((0..<7).map { $0 * (sorted.count - 1) / 6 }).sorted()
      #expect(selection.numbers(ofRanks: ranks) == ranks.map { sorted[$0] })
    }
  }
}
