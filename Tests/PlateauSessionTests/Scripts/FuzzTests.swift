import Foundation
import Testing

/// A small part of what `make fuzz` does, the same each time.
@Suite struct FuzzTests {
  @Test(arguments: [("400", "0"), ("0", "12")])
  func `random input crashes nothing and changes nothing`(lines: String, scripts: String) throws {
    let process = Process()
    process.executableURL = Binary.executable.deletingLastPathComponent()
      .appending(path: "plateau-fuzz")
    process.arguments = ["--lines", lines, "--scripts", scripts, "--seed", "7"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("\(lines) lines") && text.contains("\(scripts) scripts replayed"))
  }
}
