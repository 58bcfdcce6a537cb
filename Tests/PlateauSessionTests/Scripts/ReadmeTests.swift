import Foundation
import Testing

/// The README is the front door: what it shows is what happens.
@Suite struct ReadmeTests {
  static let text =
    (try? String(contentsOf: Binary.root.appending(path: "README.md"), encoding: .utf8)) ?? ""

  /// The fenced block after a line that begins with a text.
  private func block(after start: String) throws -> [Substring] {
    let found = try #require(Self.text.range(of: "\n" + start))
    let lines = Self.text[found.upperBound...].split(
      separator: "\n", omittingEmptySubsequences: false)
    let open = try #require(lines.firstIndex { $0.hasPrefix("```") })
    let rest = lines[(open + 1)...]
    return Array(rest.prefix { !$0.hasPrefix("```") })
  }

  @Test func `the session it shows is what the commands print`() throws {
    let shown = try block(after: "## A session")
    let commands = shown.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }
    #expect(commands.count >= 8)
    var printed: [String] = []
    for index in commands.indices {
      printed.append("> " + commands[index])
      let before = try output(of: commands[..<index])
      let after = try output(of: commands[...index])
      #expect(after.hasPrefix(before))
      let answer = after.dropFirst(before.count)
      printed += answer.split(separator: "\n").map(String.init)
    }
    let expected = shown.filter { !$0.isEmpty }.map(String.init)
    #expect(printed == expected)
  }

  private func output(of commands: ArraySlice<Substring>) throws -> String {
    guard !commands.isEmpty else { return "" }
    let outcome = try Binary.run(
      [], input: commands.joined(separator: "\n") + "\n", in: Binary.root)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `every line of the tour runs`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "datasets/synthetic-index_daily.csv"),
      to: folder.appending(path: "prices.csv"))
    let tour = try block(after: "## A tour in a minute").map { $0.prefix(43) }
    #expect(tour.count > 10)
    let outcome = try Binary.run([], input: tour.joined(separator: "\n") + "\n", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let replayed = try Binary.run(["replay", "session.plateau", "--verify"], in: folder)
    #expect(replayed.status == 0, "\(replayed.errors)")
  }

  @Test func `the strategy it shows can be swept`() throws {
    let lines = try block(after: "A strategy of your own")
    let outcome = try Binary.run(
      [],
      input: "generate P bars 600 seed 1\nwindow all\n" + lines.joined(separator: "\n")
        + "\nset dip 3..9\nsweep\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let count = WatchedSession.field("candidates", in: outcome.output)
    #expect(count?.hasPrefix("7") == true)
  }

  @Test func `every file and folder it names exists`() throws {
    for word in Self.text.split(whereSeparator: { " `\n|:,".contains($0) }) {
      let isPath = ["Sources/", "Tests/", "sessions/", "datasets/"].contains { word.hasPrefix($0) }
      guard isPath else { continue }
      let path = String(word).trimmingCharacters(in: ["."])
      #expect(
        FileManager.default.fileExists(atPath: Binary.root.appending(path: path).path), "\(path)")
    }
  }

  @Test func `every make target it names exists`() throws {
    let makefile = try String(
      contentsOf: Binary.root.appending(path: "Makefile"), encoding: .utf8)
    for match in Self.text.matches(of: /make (demo|test|lint|bench|install|help)/) {
      #expect(makefile.contains("\n\(match.output.1): "), "\(match.output.1)")
    }
  }
}
