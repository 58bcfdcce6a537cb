import PlateauColumns
import PlateauMarket
import Testing

/// Files of several blocks, which several threads read.
@Suite struct LargeFileTests {
  @Test func `rows and lines are counted on over the blocks`() throws {
    var random = RandomStream(seed: 11)
    var text = "Date,Open,High,Low,Close,Volume\n"
    var line = 1
    var closes: [Double] = []
    var blankLines: [Int] = []
    let start = try #require(CivilDate(year: 1800, month: 1, day: 1))
    for number in 0..<60_000 {
      let date = CivilDate(dayNumber: start.dayNumber + number)
      line += 1
      let cents = Int(1000 + random.next() % 9000)
      let close = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
      switch random.next() % 40 {
      case 0:
        text += "\(date),1,200,1,null,5\n"
        blankLines.append(line)
        continue
      case 1: text += "\n\"\(date)\",1,200,1,\"\(close)\",5\r\n"; line += 1
      case 2: text += "\(date) , 1,200,1,\(close),5,,\n"
      case 3: text += "\(date),1e0,2e2,1,\(close)0000000000000000,5\n"
      default: text += "\(date),1,200,1,\(close),5\n"
      }
      closes.append(Double(cents) / 100)
    }
    #expect(text.utf8.count > 1_500_000)
    let loaded = try load(text)
    #expect(loaded.series.close == closes)
    let repair = try #require(loaded.findings.first { $0.kind == .missingPrice })
    #expect(repair.count == blankLines.count)
    #expect(repair.lines == Array(blankLines.prefix(20)))

    // A row that refuses the file is named by its line, wherever it stands.
    for place in [2, 30_000, line] {
      var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      lines[place] = "x,1,200,1,1,5"
      #expect(try refusal(of: lines.joined(separator: "\n")).line == place + 1)
    }
  }

  @Test func `a quoted cell may go over lines, and over blocks`() throws {
    var text = "Date,Close,Note\n"
    for day in 0..<30_000 {
      let date = CivilDate(dayNumber: day)
      text +=
        day % 100 == 7 ? "\(date),\(day + 1),\"one\ntwo\"\n" : "\(date),\(day + 1),none at all\n"
    }
    // One that hides a whole block from whoever begins to read inside it.
    text +=
      "\(CivilDate(dayNumber: 30_000)),1,\"" + String(repeating: "9999-01-01,1,x\n", count: 100_000)
    text += "\"\n\(CivilDate(dayNumber: 30_001)),2,end\n"
    let series = try load(text).series
    #expect(series.count == 30_002)
    #expect(series.close[29_999] == 30_000 && series.close[30_001] == 2)
  }

  @Test func `a line without an end is refused`() throws {
    let text = "Date,Close\n2020-01-30,1\n" + String(repeating: "1", count: 5 << 20)
    #expect(try refusal(of: text).problem == .lineTooLong(limit: 1 << 20))
  }
}
