import PlateauReport
import Testing

@testable import PlateauConsole

@Suite struct TerminalTests {
  /// A person at a terminal of 120 columns.
  private var person: Terminal {
    Terminal(
      readsTerminal: true, writesTerminal: true, reportsToTerminal: true, size: 120,
      environment: TerminalEnvironment(term: "xterm-256color", locale: "de_DE.UTF-8"))
  }

  @Test func `a person at a terminal gets everything`() {
    #expect(person.editsLines && person.showsProgress)
    #expect(
      person.style(maximumRows: 20)
        == RenderStyle(width: 120, color: true, unicode: true, maximumRows: 20))
  }

  @Test func `a pipe gets no colour, no width, no prompt and no progress`() {
    let pipe = Terminal(environment: person.environment)
    #expect(!pipe.editsLines && !pipe.showsProgress)
    #expect(pipe.style() == RenderStyle(width: 0, color: false, unicode: true))
  }

  @Test func `the same bytes go to a pipe whatever the locale and the wish for columns`() {
    let other = Terminal(environment: TerminalEnvironment(columns: "40", locale: "C"))
    #expect(other.style() == Terminal(environment: person.environment).style())
  }

  @Test func `a pipe on one side only leaves the other side alone`() {
    var terminal = person
    terminal.readsTerminal = false
    #expect(!terminal.editsLines && terminal.color && terminal.showsProgress)
    terminal = person
    terminal.writesTerminal = false
    #expect(!terminal.editsLines && !terminal.color && terminal.showsProgress)
  }

  @Test func `no colour is no colour and nothing else`() {
    var terminal = person
    terminal.environment.noColor = "1"
    #expect(terminal.style() == RenderStyle(width: 120, color: false, unicode: true))
    #expect(terminal.editsLines)
  }

  @Test(arguments: ["dumb", nil])
  func `a terminal that cannot move its cursor is written to like paper`(term: String?) {
    var terminal = person
    terminal.environment.term = term
    #expect(!terminal.editsLines && !terminal.showsProgress && !terminal.color)
    #expect(terminal.width == 120)
  }

  @Test func `plain is plain`() {
    var terminal = person
    terminal.plain = true
    #expect(!terminal.editsLines && !terminal.showsProgress)
    #expect(terminal.style() == RenderStyle(width: 120, color: false, unicode: false))
  }

  @Test(arguments: [
    ("C", false), ("POSIX", false), ("de_DE@euro", false), ("C.UTF-8", true), ("en_US.utf8", true),
    (nil, false),
  ])
  func `the locale decides on characters beyond ASCII`(locale: String?, unicode: Bool) {
    var terminal = person
    terminal.environment.locale = locale
    #expect(terminal.unicode == unicode)
  }

  @Test(arguments: [("40", 40), ("0", 120), ("-5", 120), ("wide", 120), (nil, 120)])
  func `a sensible wish for columns counts`(columns: String?, width: Int) {
    var terminal = person
    terminal.environment.columns = columns
    #expect(terminal.width == width)
  }
}
