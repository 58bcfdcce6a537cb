import Synchronization
import Testing

@testable import PlateauConsole

@Suite struct NoticeQueueTests {
  @Test func `lines wait while a line is edited, and are printed in order`() {
    let log = Log()
    let queue = NoticeQueue { log.add($0) }
    queue.print("before")
    #expect(log.lines == ["before"])
    queue.setEditing(true)
    queue.print("one")
    queue.print("two")
    #expect(log.lines == ["before"])
    #expect(queue.take() == ["one", "two"])
    #expect(queue.take() == [])
    queue.print("late")
    queue.setEditing(false)
    #expect(log.lines == ["before", "late"])
  }

  @Test func `lines wait while another program has the terminal`() {
    let log = Log()
    let queue = NoticeQueue { log.add($0) }
    let result = queue.hold {
      queue.print("the sweep has ended")
      #expect(log.lines.isEmpty)
      return 7
    }
    #expect(result == 7)
    #expect(log.lines == ["the sweep has ended"])
  }

  private final class Log: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
  }
}
