import Foundation
import Testing

/// Ranges that hold nothing are refused at once, with a line to paste.
@Suite struct RangeMessageTests {
  private static let table = #"""
    error: a step is larger than 0; did you mean '5..60 step 5'?
      set fast 5..60 step 0
                          ^
      try: set fast 5..60 step 5
      'help step' tells more

    error: a step is larger than 0; did you mean '5..60 step 5'?
      set fast 5..60 step -5
                          ^~
      try: set fast 5..60 step 5
      'help step' tells more

    error: this range runs backwards; did you mean '5..60'?
      set fast 60..5
               ^~~~~
      try: set fast 5..60
      'help range' tells more

    error: a range is written with '..'; did you mean '5..50'?
      set fast 5 to 50
                 ^~
      try: set fast 5..50
      usage: set [NAME VALUES]

    error: fast is at least 0, and not 5 - 50; did you mean '5..50'?
      set fast 5-50
               ^~~~
      try: set fast 5..50
      'help out-of-bounds' tells more

    error: the step goes past the end at once; did you mean '5..10 step 1'?
      set fast 5..10 step 20
                          ^~
      try: set fast 5..10 step 1
      'help step' tells more

    error: fast takes whole numbers, so its step is a whole number; did you mean '5..60 step 5'?
      set fast 5..60 step 2.5
                          ^~~
      try: set fast 5..60 step 5
      'help step' tells more

    error: a range that is not of whole numbers needs a step or a count; did you mean '1%..5% step 1%'?
      set stop 1%..5%
               ^~~~~~
      try: set stop 1%..5% step 1%
      'help step' tells more

    error: fast takes whole numbers, and 'nan' is a word
      set fast 5..nan
                  ^~~
      'help type-mismatch' tells more

    error: fast takes whole numbers, and 'inf' is a word
      set fast inf
               ^~~
      'help type-mismatch' tells more

    error: this number is too large
      set fast 5..1e400
                  ^~~~~
      usage: set [NAME VALUES]

    error: both ends of a range carry the same unit; did you mean '1..5'?
      set fast 1..5%
               ^~~~~
      try: set fast 1..5
      'help unit' tells more

    error: both ends of a range carry the same unit; did you mean '1%..5% step 1%'?
      set stop 1..5%
               ^~~~~
      try: set stop 1%..5% step 1%
      'help unit' tells more

    error: the step carries the unit of the range; did you mean '1%..5% step 1%'?
      set stop 1%..5% step 1
                           ^
      try: set stop 1%..5% step 1%
      'help unit' tells more

    error: fast must be at least 1, and 0 is not
      set fast 0..5
               ^~~~
      'help out-of-bounds' tells more

    error: this range has 100000000 values; at most 10000000 can be counted; did you mean '1..100000000 count 100'?
      set fast 1..100000000
               ^~~~~~~~~~~~
      try: set fast 1..100000000 count 100
      'help too-large' tells more

    error: stop is a percentage, and 5 means 500%; did you mean '5%'?
      set stop 5
               ^
      try: set stop 5%
      'help percent' tells more

    error: sizing must be above 0, and -50% is not
      set sizing fraction -50%
                          ^~~~
      'help out-of-bounds' tells more

    error: an amount is missing after 'fraction'; did you mean 'fraction 10%'?
      set sizing fraction
                         ^
      try: set sizing fraction 10%
      the words are all_in, fraction, risk, value and units

    error: sizing needs a word for what the amount means; did you mean 'fraction 50%'?
      set sizing 50%
                 ^~~
      try: set sizing fraction 50%
      the words are all_in, fraction, risk, value and units
    """#

  @Test func `an impossible range is refused with the reason and a repaired line`() throws {
    try expectAnswers(Self.table)
  }

  @Test func `a repaired line works when it is pasted`() throws {
    let lines = repairedLines(of: Self.table)
    #expect(lines.count >= 12)
    let outcome = try Binary.run(
      ["--keep-going"], input: BadInputTests.setUp + lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0 && !outcome.errors.contains("error:"), "\(outcome.errors)")
  }
}
