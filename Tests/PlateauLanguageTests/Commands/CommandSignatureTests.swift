import PlateauLanguage
import Testing

@Suite struct CommandSignatureTests {
  @Test(arguments: [
    ("top", "top [N] [by EXPR]"), ("set", "set [SETTING [VALUES]]"),
    (
      "load",
      "load PATH… [as NAME] [timezone ZONE] [adjusted on|off] [columns NAME=VALUE, …]"
    ),
    ("sweep", "sweep [grid | random N] [seed N] [threads N] [background]"),
    ("unset", "unset (filter [N] | SETTING)"), ("strategy", "strategy [NAME [{ … }]]"),
    ("note", "note \"TEXT\""), ("define", "define NAME = EXPR"), ("explain", "explain COMMAND"),
    ("window", "window [SPAN]"),
  ]) func `a command's syntax is made from its patterns`(verb: String, syntax: String) {
    #expect(Samples.signatures.first { $0.verb == verb }?.syntax == syntax)
  }

  @Test func `every example fits its own signature`() throws {
    for signature in Samples.signatures {
      for example in signature.examples {
        #expect(try Samples.call(example).verb == signature.verb)
      }
    }
  }
}
