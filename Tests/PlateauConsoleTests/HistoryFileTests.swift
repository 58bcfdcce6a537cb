import Foundation
import Testing

@testable import PlateauConsole

@Suite struct HistoryFileTests {
  @Test(arguments: [
    "top 5", "strategy s {\n  buy when a\n}", "a\\nb", "\\", "C:\\new\\", "\r\n", "日本 \\\n", "",
  ])
  func `an entry comes back from its line`(entry: String) {
    let line = HistoryEncoding.line(entry)
    #expect(!line.contains { $0.isNewline })
    #expect(HistoryEncoding.entry(line) == entry)
  }

  @Test func `a line break is written as two characters`() {
    #expect(HistoryEncoding.line("a\nb\\") == "a\\nb\\\\")
    #expect(HistoryEncoding.entry("by hand \\t \\") == "by hand \\t \\")
  }

  @Test func `entries come back in order from folders that did not exist`() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/state/plateau/history")
    #expect(history.entries() == [])
    history.append("load a.csv")
    history.append("strategy s {\n  buy when close > open\n}")
    #expect(history.entries() == ["load a.csv", "strategy s {\n  buy when close > open\n}"])
    let mode = try FileManager.default.attributesOfItem(atPath: history.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `prompts side by side lose nothing`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    await withTaskGroup(of: Void.self) { group in
      for prompt in 0..<4 {
        group.addTask {
          for entry in 0..<200 { HistoryFile(path: path).append("\(prompt)\n\(entry)") }
        }
      }
    }
    let entries = HistoryFile(path: path).entries()
    for prompt in 0..<4 {
      #expect(
        entries.filter { $0.hasPrefix("\(prompt)\n") } == (0..<200).map { "\(prompt)\n\($0)" })
    }
  }

  @Test func `of a very long history the latest entries are read, and only whole ones`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let lines = (0..<200_000).map { "entry \($0)" }
    try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    let entries = HistoryFile(path: path).entries()
    #expect(entries.count < lines.count)
    #expect(entries == Array(lines.suffix(entries.count)))
  }

  @Test func `a history that cannot be written is no error`() {
    let history = HistoryFile(path: "/dev/null/history")
    #expect(!history.append("top"))
    #expect(history.entries() == [])
  }

  @Test func `the place follows the environment`() {
    let home = TerminalEnvironment(home: "/home/a")
    let state = TerminalEnvironment(stateHome: "/state", home: "/home/a")
    #expect(HistoryFile(home)?.path == "/home/a/.local/state/plateau/history")
    #expect(HistoryFile(state)?.path == "/state/plateau/history")
    #expect(HistoryFile(TerminalEnvironment()) == nil)
  }
}
