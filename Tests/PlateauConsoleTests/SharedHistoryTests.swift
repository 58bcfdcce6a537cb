import Foundation
import Testing

@testable import PlateauConsole

@Suite struct SharedHistoryTests {
  @Test func `each prompt gets what the others added, once, and nothing of its own`() throws {
    let folder = try TemporaryFolder()
    let file = HistoryFile(path: folder.path + "/history")
    file.append("yesterday")
    var (first, second) = (SharedHistory(file), SharedHistory(file))
    #expect(first.takeNew() == ["yesterday"])
    #expect(second.takeNew() == ["yesterday"])
    first.append("top")
    second.append("top")
    second.append("data\nof two lines")
    #expect(first.takeNew() == ["top", "data\nof two lines"])
    #expect(first.takeNew() == [])
    #expect(second.takeNew() == ["top"])
  }

  @Test func `an entry that is still being written is left for later`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let file = HistoryFile(path: path)
    file.append("one")
    var history = SharedHistory(file)
    #expect(history.takeNew() == ["one"])
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("tw".utf8))
    #expect(history.takeNew() == [])
    try handle.write(contentsOf: Data("o\n".utf8))
    #expect(history.takeNew() == ["two"])
  }

  @Test func `an entry that is being written when a prompt opens is whole at its next`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    try Data("one\ntw".utf8).write(to: URL(fileURLWithPath: path))
    var history = SharedHistory(HistoryFile(path: path))
    #expect(history.takeNew() == ["one"])
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("o\n".utf8))
    #expect(history.takeNew() == ["two"])
  }

  @Test func `what a history holds that became shorter is not lost`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let file = HistoryFile(path: path)
    for entry in ["one", "two", "three"] { file.append(entry) }
    var history = SharedHistory(file)
    _ = history.takeNew()
    try Data("three\nnew\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(history.takeNew() == ["three", "new"])
  }

  @Test func `a history that was cleared elsewhere is no error`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let file = HistoryFile(path: path)
    for entry in ["one", "two"] { file.append(entry) }
    var history = SharedHistory(file)
    _ = history.takeNew()
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(history.takeNew() == [])
    file.append("three")
    #expect(history.takeNew() == ["three"])
  }
}
