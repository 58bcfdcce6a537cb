import Synchronization
import Testing

@testable import PlateauConsole

@Suite struct ProgressLineTests {
  /// A terminal whose width and time are set by hand.
  private final class Bench: Sendable {
    let columns = Mutex<Int?>(20)
    let time = Mutex(ContinuousClock.now)
    let written = Mutex("")

    var line: ProgressLine {
      ProgressLine(
        columns: { self.columns.withLock { $0 } }, now: { self.time.withLock { $0 } },
        write: { text in self.written.withLock { $0 += text } })
    }

    func wait(milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }

    func take() -> String {
      written.withLock { text in
        defer { text = "" }
        return text
      }
    }
  }

  @Test func `the line is drawn at most ten times a second`() {
    let bench = Bench()
    let line = bench.line
    for step in 0..<1000 {
      line.update("step \(step)")
      bench.wait(milliseconds: 1)
    }
    #expect(bench.take().components(separatedBy: "step").count - 1 == 10)
  }

  @Test func `a text is cut so that the echo of Ctrl-C still fits`() {
    let bench = Bench()
    bench.line.update("0123456789012345678901234")
    #expect(bench.take() == "\r\u{1B}[J01234567890123456")
    bench.line.update("日本日本日本日本日本")
    #expect(bench.take() == "\r\u{1B}[J日本日本日本日本")
  }

  @Test func `the line is erased once, and the next update draws at once`() {
    let bench = Bench()
    let line = bench.line
    line.erase()
    #expect(bench.take() == "")
    line.update("working")
    line.erase()
    line.erase()
    #expect(bench.take() == "\r\u{1B}[Jworking\r\u{1B}[J")
    line.update("again")
    #expect(bench.take() == "\r\u{1B}[Jagain")
  }

  @Test func `rows that a narrower window made of the line are erased too`() {
    let bench = Bench()
    let line = bench.line
    line.update("01234567890123456")
    _ = bench.take()
    bench.columns.withLock { $0 = 8 }
    line.erase()
    // 17 characters take three rows of eight; the cursor is on the third.
    #expect(bench.take() == "\u{1B}[2A\r\u{1B}[J")
  }

  @Test func `without a terminal nothing is drawn`() {
    let bench = Bench()
    bench.columns.withLock { $0 = nil }
    let line = bench.line
    line.update("working")
    line.erase()
    #expect(bench.take() == "")
  }
}

extension String {
  fileprivate func components(separatedBy word: String) -> [Substring] {
    split(separator: word, omittingEmptySubsequences: false)
  }
}
