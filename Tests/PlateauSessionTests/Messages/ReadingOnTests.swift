import Foundation
import Testing

/// Where reading goes on: over lines that belong together, and after text that cannot be read.
@Suite struct ReadingOnTests {
  @Test func `comments, blank lines, semicolons, a backslash and an open brace part statements`()
    throws
  {
    let outcome = try Binary.run(
      [],
      input: """
        # a remark
        set cash 1000; set cash 3000   # and another

        set columns sharpe, \\
          trades
        strategy mine {   # on several lines
          param length = 3

          buy when close > sma(close,
            length); sell when close < sma(close, length)
        }
        set length {3,
          4}
        ;; set cash 2000;

        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("cash 1000\ncash 3000\n"), "\(outcome.output)")
    #expect(outcome.output.hasSuffix("cash 2000\n"), "\(outcome.output)")
  }

  @Test func `after an error the rest of the line is read where it can be`() throws {
    let outcome = try Binary.run(
      ["--keep-going"], input: "swep; set cash 1; set cash 2\nset cash; set cash 3\n")
    #expect(outcome.output == "cash 1\ncash 2\ncash 3\n", "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 3)
  }

  @Test func `a semicolon in text that cannot be read parts nothing`() throws {
    // Brackets are text: there `2)` is the second error of the line.
    let outcome = try Binary.run(
      ["--keep-going"], input: "note “one; two”\nset cash (1; 2)\nset cash 4\n")
    #expect(outcome.output == "cash 4\n")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 4, "\(outcome.errors)")
  }

  @Test func `a sign without meaning costs its statement only`() throws {
    let outcome = try Binary.run(
      ["--keep-going", "-c", "note \"1\"; set cash 5:6; note \"2\"; set cash @; note \"3\"; note"])
    #expect(outcome.output == "noted\nnoted\nnoted\n1\n2\n3\n", "\(outcome.output)")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 3, "\(outcome.errors)")
  }

  @Test(arguments: [true, false])
  func `an unclosed string ends with its line`(isPiped: Bool) throws {
    let text = "note \"one; two\nset cash 5\nnote \"three\"\nswep\n"
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(
      isPiped ? ["--keep-going"] : ["run", "--keep-going", "s.plateau"],
      input: isPiped ? text : "", in: folder)
    #expect(outcome.output == "cash 5\nnoted\n", "\(outcome.errors)")
    #expect(
      outcome.errors.hasPrefix(
        (isPiped ? "" : "s.plateau:1:6: ") + """
          error: this string is not closed
            note "one; two
                 ^
            usage: note ["TEXT"]
          \(isPiped ? "" : "s.plateau:4:1: ")error: there is no command 'swep'
          """), "\(outcome.errors)")
  }

  @Test(arguments: [true, false])
  func `an error inside a block passes over the whole block`(isPiped: Bool) throws {
    let text = """
      strategy mine {
        param length = 3
        buy whn close > sma(close, length)
        sell when close < 5; # }
      }
      set cash 5

      """
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(
      isPiped ? ["--keep-going"] : ["run", "--keep-going", "s.plateau"],
      input: isPiped ? text : "", in: folder)
    #expect(outcome.output == "cash 5\n")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("  buy whn close > sma(close, length)\n        ^~~\n"))
  }

  @Test func `a block that never closes does not swallow what follows`() throws {
    let outcome = try Binary.run(
      ["--keep-going"], input: "strategy mine {\n  buy whn close > 1\nset cash 5\n")
    #expect(outcome.output == "cash 5\n", "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 2, "\(outcome.errors)")
  }

  @Test func `without keep-going nothing after an error is executed`() throws {
    let outcome = try Binary.run([], input: "swep; set cash 1\nset cash 2\n")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
  }

  @Test func `an error of a script carries file, line and column, and stops it`() throws {
    let folder = try Binary.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("set cash 1\n\n  set cash 2; filter 日本 > > 1\nset cash 3\n".utf8)
      .write(to: folder.appending(path: "s.plateau"))
    let outcome = try Binary.run(["run", "s.plateau"], in: folder)
    #expect(outcome.status == 1 && outcome.output == "cash 1\ncash 2\n")
    #expect(
      outcome.errors == """
        s.plateau:3:27: error: a value is missing before '>'
            set cash 2; filter 日本 > > 1
                                      ^
          usage: filter [EXPR]

        """, "\(outcome.errors)")
  }

  @Test func `an abbreviation works, an ambiguous one lists what it may mean, a script warns`()
    throws
  {
    let outcome = try Binary.run(["--keep-going"], input: "hist\nre\nwa\n")
    #expect(
      outcome.errors == """
        warning 1: 'hist' was read as 'history'
        error: 're' may mean 'redo', 'refine', 'replay', 'require', 'resample', 'reset' or 'resume'
          re
          ^~
          'help ambiguous-command' tells more
        warning 2: 'wa' was read as 'warnings'

        """, "\(outcome.errors)")
  }
}
