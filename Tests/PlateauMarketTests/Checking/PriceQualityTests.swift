import PlateauMarket
import Testing

@Suite struct PriceQualityTests {
  private func score(_ findings: [(Finding.Severity, Int)], bars: Int = 1000) -> Int {
    PriceQuality(of: findings.map { Finding($0, .gap, "", count: $1) }, bars: bars).score
  }

  @Test func `what is found takes points by severity and by its share of the bars`() {
    #expect(score([]) == 100)
    #expect(score([(.note, 1000)]) == 100)
    // 1 and 0.1 for a thousandth of the bars: 98.9, rounded down.
    #expect(score([(.warning, 1)]) == 98)
    // 1 and 10; 2 and 20; 20 and 100.
    #expect(score([(.warning, 100)]) == 89)
    #expect(score([(.repair, 100)]) == 78)
    #expect(score([(.error, 100)]) == 0)
    #expect(score([(.error, 0)]) == 80)
    #expect(score([(.warning, 100), (.repair, 100)]) == 67)
    #expect(score([(.warning, 5)], bars: 0) == 0)
  }

  @Test func `one more finding, or more bars, never raises it`() {
    var findings: [(Finding.Severity, Int)] = []
    var last = 100
    for step in 0..<60 {
      findings.append((Finding.Severity.allCases[step % 4], step * 7 % 30))
      let now = score(findings)
      #expect(now <= last && (0...100).contains(now))
      last = now
    }
    for count in 1..<300 { #expect(score([(.repair, count)]) <= score([(.repair, count - 1)])) }
  }

  @Test func `the first repair is what a strict load refuses`() throws {
    let sound = try load("Date,Close\n2020-01-06,100\n2020-01-07,101\n")
    #expect(sound.firstRepair == nil && sound.quality.score == 100)
    let unsorted = try load("Date,Close\n2020-01-06,100\n2020-01-08,102\n2020-01-07,101\n")
    #expect(unsorted.firstRepair?.kind == .unsorted)
    #expect(unsorted.quality.score < 100)
  }
}
