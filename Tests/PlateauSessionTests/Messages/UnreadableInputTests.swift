import Foundation
import Testing

/// Bytes that no one meant to send: each is answered with a message, never with a crash.
@Suite struct UnreadableInputTests {
  @Test func `a zero byte in a pipe is answered at its place`() throws {
    let outcome = try Binary.run(["--keep-going"], input: "set cash 1\0\u{30}0\ndata\n")
    #expect(
      outcome.errors == """
        error: a control character (U+0000) stands here
          set cash 1\u{FFFD}00
                    ^
          usage: set [NAME VALUES]

        """)
    #expect(outcome.output.hasPrefix("no prices are loaded"))
  }

  @Test func `a script with a zero byte is no text file`() throws {
    let errors = try script("data\nset cash 1000\0\n").errors
    #expect(errors.hasPrefix("error: s.plateau is not a text file\n"))
  }

  @Test func `line ends of another system and a byte order mark are not part of the text`() throws {
    let outcome = try script("\u{FEFF}set cash 1000\r\nset cash\r\nswep\r\n")
    #expect(
      outcome.errors == """
        s.plateau:2:9: error: a value is missing
          set cash
                  ^
          usage: set [NAME VALUES]

        """)
    #expect(outcome.output == "cash 1000\n")
  }

  @Test(arguments: [
    "swep\u{FE}", "set ca\u{FE}sh 5", "note \"\u{FE}\"", "load a\u{FE}.csv", "filter \u{FE} > 1",
  ])
  func `bytes that are not UTF-8 are refused where they stand`(line: String) throws {
    // U+FE stands for a byte of that value, which no UTF-8 text holds.
    let bytes = line.unicodeScalars.map { UInt8($0.value) } + [0x0A]
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(["run", "s.plateau"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("s.plateau:1:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("^") && !outcome.output.contains("noted"))
    let piped = try Binary.run([], inputBytes: bytes)
    #expect(piped.status == 1 && piped.errors.contains("^"), "\(piped.errors)")
  }

  @Test func `an escape for half a character is refused with the line to paste`() throws {
    let outcome = try Binary.run([], input: "note \"\\ud800\"\n")
    #expect(
      outcome.errors == """
        error: in a string, a backslash stands before ", \\, n or t only; did you mean '\\\\'?
          note "\\ud800"
                ^
          usage: note ["TEXT"]

        """)
  }

  @Test func `a line of ten thousand characters is shown around its fault`() throws {
    let line =
      "filter sharpe > 0 and " + String(repeating: "sharpe > 0 and ", count: 650) + "sharp > 1"
    #expect(line.count > 9_500)
    let outcome = try Binary.run(["--keep-going"], input: BadInputTests.setUp + line + "\n")
    let lines = outcome.errors.split(separator: "\n").suffix(4).map(String.init)
    #expect(outcome.status == 1 && lines.allSatisfy { $0.count <= 130 }, "\(lines)")
    let word = "filter " + String(repeating: "x", count: 10_000) + " > 1"
    let named = try Binary.run(["--keep-going"], input: BadInputTests.setUp + word + "\n")
    #expect(named.status == 1 && named.errors.contains("^~~~~"))
  }

  @Test func `an error on the last of a hundred thousand lines is found there`() throws {
    let text =
      String(repeating: "# a remark\n", count: 50_000)
      + String(repeating: "\n", count: 49_999) + "swep\n"
    let outcome = try script(text)
    #expect(outcome.errors.hasPrefix("s.plateau:100000:1: error: there is no command 'swep'"))
  }

  @Test func `a file of bytes in place of prices is told with its kind`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + (0..<2000).map { UInt8($0 % 256) }
    try Data(bytes).write(to: folder.appending(path: "prices.csv"))
    let outcome = try Binary.commands("load prices.csv", in: folder)
    let lines = outcome.errors.split(separator: "\n")
    #expect(outcome.status == 1)
    #expect(
      lines[0].hasSuffix(
        "prices.csv: the file is a ZIP archive, not text; unpack it and load the file inside"))
    #expect(
      lines.dropFirst() == [
        "  load prices.csv", "       ^~~~~~~~~~", "  'help not-a-price-file' tells more",
      ])
  }

  @Test func `what a file holds cannot steer the terminal`() throws {
    let outcome = try Binary.run([], input: "strategy \"\u{1B}[31m\u{202E}red\"\n")
    #expect(outcome.status == 1 && !outcome.errors.contains("\u{1B}"))
    #expect(!outcome.errors.contains("\u{202E}") && outcome.errors.contains("\u{FFFD}"))
  }

  private func script(_ text: String) throws -> Binary.Outcome {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "s.plateau"))
    return try Binary.run(["run", "s.plateau"], in: folder)
  }
}
