import Foundation
import PlateauLanguage
import PlateauReport
import Testing

@testable import PlateauWorkbench

/// Every kind of error is explained, and its explanation is true.
@Suite struct ErrorKindTests {
  /// Whether the session's user has pressed Ctrl-C.
  private final class Interruption {
    var isRequested = false
  }

  @Test(arguments: ErrorKind.allCases)
  func `the wrong line raises its kind, the repaired one raises nothing`(kind: ErrorKind) throws {
    let folder = try folderOfExamples()
    defer { try? FileManager.default.removeItem(at: folder) }
    let interruption = Interruption()
    let session = Session(
      host: SessionHost(
        show: { _, _ in }, isInterrupted: { [interruption] in interruption.isRequested }),
      folder: folder.path)
    let entry = kind.entry
    for line in entry.before { try session.execute(SourceText(line)) }
    interruption.isRequested = kind == .interrupted
    do {
      try session.execute(SourceText(entry.wrong), expectations: .reported)
      Issue.record("'\(entry.wrong)' raises nothing")
    } catch {
      #expect(error.diagnostic.kind == kind, "\(error.rendered)")
      #expect(session.lastError?.kind == kind)
      let last = error.rendered.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("  ") && last == "  " + error.diagnostic.advice)
    }
    interruption.isRequested = false
    do {
      try session.execute(SourceText(entry.right), expectations: .reported)
    } catch {
      Issue.record("\(entry.right): \(error.rendered)")
    }
  }

  @Test(arguments: ErrorKind.allCases)
  func `help knows the kind, with its reason, both lines and words that exist`(
    kind: ErrorKind
  ) throws {
    var text = ""
    let session = Session(
      host: SessionHost(show: { document, mode in text += mode.renderer().render(document) }))
    try session.execute(SourceText("help \(kind.rawValue)"))
    #expect(text.hasPrefix("\(kind.rawValue)\n  \(kind.entry.summary)\n"))
    #expect(text.contains("\nwrong:  \(kind.entry.wrong)\nright:  \(kind.entry.right)\n"))
    #expect(text.contains("\nsee also: ") && kind.entry.reason.count > 40)
    for word in kind.entry.related {
      #expect(HelpTopics.topic(word, session.state) != nil, "\(kind.rawValue): \(word)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
  }

  @Test func `help errors lists every kind with a line`() throws {
    var text = ""
    let session = Session(
      host: SessionHost(show: { document, mode in text += mode.renderer().render(document) }))
    try session.execute(SourceText("help errors"))
    for kind in ErrorKind.allCases {
      #expect(text.contains("\n\(kind.rawValue) "))
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `no two entries of the manual share a name, and every related word has one`() {
    let topics = HelpTopics.all(SessionState())
    #expect(Set(topics.map(\.name)).count == topics.count)
    for topic in topics {
      for word in topic.related {
        #expect(HelpTopics.topic(word, SessionState()) != nil, "\(topic.name): \(word)")
      }
    }
  }

  /// The files that the examples name.
  private func folderOfExamples() throws -> URL {
    let folder = try Binary.temporaryFolder()
    let files = [
      "prices.csv": "Date,Close\n2020-01-01,100\n2020-01-02,101\n2020-01-03,99\n",
      "broken.csv": "Date,Close\n2020-01-01,100\n2020-01-02,many\n",
      "notes.txt": "remember the milk\n",
      "first.plateau": "set cash 1000\n",
      "loop.plateau": "run loop.plateau\n",
      "changed.plateau":
        ErrorEntry.sweep.joined(separator: "\n") + "\n#= candidates 2\n#= digest 00\n",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }
}
