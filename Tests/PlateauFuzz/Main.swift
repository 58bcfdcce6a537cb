import Foundation

/// Drives the built program with input that nobody would type, and with sessions that anybody
/// might: nothing may crash it, hang it, or be saved and not come out again.
///
///     plateau-fuzz [--lines N] [--scripts N] [--seed S] [--keep FOLDER]
///
/// A failing input is written to a file, whose path is printed; the status is then 1.
@main
struct Main {
  static func main() throws {
    let options = try FuzzOptions(CommandLine.arguments.dropFirst())
    say("seed \(options.seed): \(options.lines) lines, \(options.scripts) scripts")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "plateau-fuzz-\(UUID().uuidString)")
    // Further folders around the one the program works in: '..' does not lead out of ours.
    let inner = folder.appending(path: "a/b/c/d")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let failures = FailureLog(folder: options.keep)
    let program = FuzzedProgram(folder: inner)
    let lines = try LineFuzz(program: program, failures: failures)
      .run(count: options.lines, seed: options.seed)
    let scripts = try ScriptFuzz(program: program, failures: failures)
      .run(count: options.scripts, seed: options.seed)
    say(
      "\(lines.lines) lines, \(lines.errors) of them errors that changed nothing; "
        + "\(scripts) scripts replayed; \(failures.count) failures")
    if failures.count > 0 { exit(1) }
  }
}

/// What is asked of a run.
struct FuzzOptions {
  var lines = 100_000
  var scripts = 1000
  var seed: UInt64 = 1
  /// Where failing inputs are written.
  var keep = FileManager.default.temporaryDirectory

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Fault(text: "\(name) needs a value") }
      switch (name, Int(value)) {
      case ("--lines", let count?) where count >= 0: lines = count
      case ("--scripts", let count?) where count >= 0: scripts = count
      case ("--seed", let number?) where number >= 0: seed = UInt64(number)
      case ("--keep", _): keep = URL(fileURLWithPath: value)
      default: throw Fault(text: "\(name) \(value) is not understood")
      }
    }
  }

  struct Fault: Error {
    let text: String
  }
}

/// Failing inputs, each in a file of its own.
final class FailureLog {
  private let folder: URL
  private(set) var count = 0

  init(folder: URL) {
    self.folder = folder
  }

  /// Writes an input and says what it did.
  func add(_ input: Data, _ what: String) {
    count += 1
    let file = folder.appending(path: "plateau-failure-\(count)-\(UUID().uuidString.prefix(8))")
    try? input.write(to: file)
    say("FAILURE: \(what)\n  input: \(file.path)")
  }
}

/// Writes a line at once, also into a file.
func say(_ text: String) {
  try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
}
