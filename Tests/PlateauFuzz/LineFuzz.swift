import Foundation

/// Lines nobody would type: no crash, no hang, and after an error the session is what it was.
struct LineFuzz {
  let program: FuzzedProgram
  let failures: FailureLog

  /// What was done.
  struct Tally {
    var lines = 0
    var errors = 0
  }

  /// Lines of one run of the program.
  private static let chunk = 200
  /// Lines of one run that reads them from a pipe, where an open brace takes what follows.
  private static let pipedChunk = 50

  private static let setUp = """
    reset
    generate P bars 120 seed 1
    window all
    strategy sma_cross
    set fast 2..4
    set slow {8, 12}
    sweep
    filter trades >= 0

    """

  /// Tries so many lines.
  func run(count: Int, seed: UInt64) throws -> Tally {
    var random = RandomLine(seed: seed)
    var tally = Tally()
    while tally.lines < count {
      let lines = (0..<min(Self.chunk, count - tally.lines)).map { _ in random.next() }
      for start in stride(from: 0, to: lines.count, by: Self.pipedChunk) {
        try pipe(lines[start..<min(lines.count, start + Self.pipedChunk)])
      }
      // A sweep that ends in the background changes the session whatever else happens.
      var rest = lines.filter { !Self.sweepsInBackground($0) }[...]
      while !rest.isEmpty {
        let (done, errors) = try runAsFiles(rest)
        tally.errors += errors
        rest = rest.dropFirst(done)
      }
      tally.lines += lines.count
      if tally.lines % 10_000 == 0 { say("\(tally.lines) lines, \(failures.count) failures") }
    }
    return tally
  }

  /// Lines as they are, one after the other.
  private func pipe(_ lines: ArraySlice<[UInt8]>) throws {
    try program.clear()
    let input = Data(Self.setUp.utf8) + Data(lines.joined(separator: [0x0A]))
    let outcome = try program.run(["--keep-going", "--threads", "2"], input: input)
    if let fault = outcome.fault { failures.add(input, "piped lines: the program \(fault)") }
  }

  /// Each line as a script of its own, so that none reaches into the next; the session is saved
  /// between them.
  ///
  /// - Returns: How many lines were tried before one left the program, and how many were errors.
  private func runAsFiles(_ lines: ArraySlice<[UInt8]>) throws -> (done: Int, errors: Int) {
    try program.clear()
    var input = Data()
    for (number, line) in lines.enumerated() {
      try Data(line).write(to: program.file("line\(number).plateau"))
      // What one line has done should not hide the next for long.
      if Self.beginsAnew(number) { input += Data("\(Self.setUp)save before\(number) force\n".utf8) }
      input += Data("run line\(number).plateau\nsave after\(number) force\n".utf8)
    }
    let outcome = try program.run(["--keep-going", "--threads", "2"], input: input)
    if let fault = outcome.fault {
      failures.add(Data(lines.joined(separator: [0x0A])), "lines as scripts: the program \(fault)")
      return (lines.count, 0)
    }
    let failed = Self.failedLines(outcome.errors)
    var before = Data()
    for (number, line) in lines.enumerated() {
      if Self.beginsAnew(number) { before = saved("before\(number)") ?? Data() }
      guard let after = saved("after\(number)") else {
        return (number + 1, failed.filter { $0 < number }.count)
      }
      // Of several statements, those before the error stay.
      if failed.contains(number), !line.contains(UInt8(ascii: ";")), before != after {
        failures.add(
          Data(line) + Data("\n--- before\n".utf8) + before + Data("--- after\n".utf8) + after,
          "an error changed the session")
      }
      before = after
    }
    return (lines.count, failed.count)
  }

  private static func beginsAnew(_ number: Int) -> Bool { number % 20 == 0 }

  private static func sweepsInBackground(_ line: [UInt8]) -> Bool {
    String(decoding: line, as: UTF8.self).lowercased().contains("backg")
  }

  private func saved(_ name: String) -> Data? {
    FileManager.default.contents(atPath: program.file("\(name).plateau").path)
  }

  /// The numbers of the scripts whose errors were told.
  private static func failedLines(_ errors: String) -> Set<Int> {
    Set(
      errors.split(whereSeparator: \.isNewline).compactMap { line in
        guard line.hasPrefix("line"), line.contains(".plateau:") else { return nil }
        return Int(line.dropFirst(4).prefix { $0 != "." })
      })
  }
}
