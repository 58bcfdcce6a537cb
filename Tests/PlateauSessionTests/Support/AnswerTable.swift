import Foundation
import Testing

/// Checks what the built program answers to wrong commands, to the letter.
///
/// Each part of the table is one answer as it is printed; the command is its quoted line. All are
/// typed one after the other into one session, which no wrong command may change.
///
/// - Parameters:
///   - table: Answers, parted by empty lines.
///   - setUp: Lines that come first and raise nothing.
///   - sourceLocation: Where a difference is reported.
/// - Throws: When the program cannot be started.
func expectAnswers(
  _ table: String, after setUp: String = BadInputTests.setUp,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let answers = table.split(separator: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
  let commands = answers.map { answer in
    answer.split(separator: "\n")[1].dropFirst(2)
  }
  let outcome = try Binary.run(
    ["--keep-going"], input: setUp + commands.joined(separator: "\n") + "\n")
  #expect(outcome.status == 1, sourceLocation: sourceLocation)
  let found = outcome.errors.components(separatedBy: "error: ").dropFirst().map {
    "error: " + $0.trimmingCharacters(in: .newlines)
  }
  #expect(found.count == answers.count, "\(outcome.errors)", sourceLocation: sourceLocation)
  for (found, answer) in zip(found, answers) {
    #expect(found == answer, sourceLocation: sourceLocation)
  }
}

/// The repaired lines of a table of answers.
func repairedLines(of table: String) -> [String] {
  table.split(separator: "\n").filter { $0.hasPrefix("  try: ") }.map {
    String($0.dropFirst("  try: ".count))
  }
}
