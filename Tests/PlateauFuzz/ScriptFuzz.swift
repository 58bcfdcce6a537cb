import Foundation

/// Sessions anybody might have: each runs, and what it saves replays to the same results.
struct ScriptFuzz {
  let program: FuzzedProgram
  let failures: FailureLog

  /// Tries so many sessions and returns how many were replayed.
  func run(count: Int, seed: UInt64) throws -> Int {
    var replayed = 0
    for number in 0..<count {
      var random = RandomScript(seed: seed &* 1_000_003 &+ UInt64(number))
      let script = random.next()
      if let fault = try fault(of: script) {
        failures.add(Data(script.utf8), "script \(number): \(fault)")
      } else {
        replayed += 1
      }
      if (number + 1) % 100 == 0 { say("\(number + 1) scripts, \(failures.count) failures") }
    }
    return replayed
  }

  private func fault(of script: String) throws -> String? {
    try program.clear()
    try Data(script.utf8).write(to: program.file("typed.plateau"))
    let typed = try program.run(["run", "typed.plateau"])
    if let fault = typed.fault { return fault }
    guard typed.end == .status(0) else { return "\(typed.end): \(typed.errors.suffix(400))" }
    let saved = try String(contentsOf: program.file("saved.plateau"), encoding: .utf8)
    guard let digest = Self.lastDigest(typed.output), saved.contains("#= digest \(digest)") else {
      return "the saved session does not hold the digest of its last sweep"
    }
    let replay = try program.run(["replay", "saved.plateau", "--verify"])
    if let fault = replay.fault { return fault }
    guard replay.end == .status(0), Self.lastDigest(replay.output) == digest else {
      return "the replay differs, \(replay.end): \(replay.errors.suffix(400))"
    }
    return nil
  }

  /// The digest that the last sweep has shown.
  private static func lastDigest(_ output: String) -> String? {
    let line = output.split(whereSeparator: \.isNewline).last { $0.hasPrefix("digest ") }
    return line.map { String($0.split(separator: " ")[1]) }
  }
}
