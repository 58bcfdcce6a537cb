import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct ResolveMessageTests {
  @Test func `impossible lengths are refused with a repaired line`() {
    expectMessages(
      #"""
      error: fast takes whole numbers, and 'x' is a word
        set fast 5..x
                    ^
        'help type-mismatch' tells more

      error: a step is larger than 0; did you mean '5..60 step 5'?
        set fast 5..60 step 0
                            ^
        try: set fast 5..60 step 5
        'help step' tells more

      error: this range runs backwards; did you mean '5..60'?
        set fast 60..5
                 ^~~~~
        try: set fast 5..60
        'help range' tells more

      error: a step is larger than 0; did you mean '5..60 step 5'?
        set fast 5..60 step -1
                            ^~
        try: set fast 5..60 step 5
        'help step' tells more

      error: the step goes past the end at once; did you mean '5..8 step 1'?
        set fast 5..8 step 10
                           ^~
        try: set fast 5..8 step 1
        'help step' tells more

      error: both ends of a range carry the same unit; did you mean '1..5'?
        set fast 1..5%
                 ^~~~~
        try: set fast 1..5
        'help unit' tells more

      error: fast takes whole numbers, not 5.5
        set fast 5.5
                 ^~~
        'help whole-number' tells more

      error: fast is at least 0, and not -1
        set fast -1
                 ^~
        'help out-of-bounds' tells more

      error: '5' is given twice
        set fast {5, 5}
                     ^
        'help given-twice' tells more

      error: fast takes whole numbers, and 3 values here would hold 27.5; did you mean '5..50 step 5'?
        set fast 5..50 count 3
                             ^
        try: set fast 5..50 step 5
        'help step' tells more

      error: this range has 100000000 values; at most 10000000 can be counted; did you mean '1..100000000 count 100'?
        set fast 1..100000000
                 ^~~~~~~~~~~~
        try: set fast 1..100000000 count 100
        'help too-large' tells more

      error: 'uniform' is for methods that sample; here a range or a set is wanted
        set fast uniform(1, 5)
                 ^~~~~~~~~~~~~
        such as fast 5..50 step 5, or fast {5, 10, 20}

      error: '+' before a word adds to a list, and fast is none
        set fast +a
                 ^~
        'help unexpected-text' tells more

      error: fast takes whole numbers, and '5%' is a percent
        set fast 5%
                 ^~
        'help unit' tells more

      error: fast takes whole numbers, and 'abc' is a word
        set fast abc
                 ^~~
        'help type-mismatch' tells more

      error: fast takes whole numbers, so its step is a whole number; did you mean '5..50 step 5'?
        set fast 5..50 step 2.5
                            ^~~
        try: set fast 5..50 step 5
        'help step' tells more

      error: a range with 'log' needs a count, or a step that is a ratio; did you mean '1..50 log count 10'?
        set fast 1..50 log
                 ^~~~~~~~~
        try: set fast 1..50 log count 10
        'help step' tells more

      error: a range with 'log' begins above 0
        set fast 0..50 log count 4
                 ^
        'help range' tells more

      error: fast takes whole numbers, and '5d' is a length of time
        set fast 5d
                 ^~
        'help unit' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let values = call.values("values") else { return }
        _ = try resolve(values, kind: .length, name: "fast")
      }
    }
  }

  @Test func `impossible percentages are refused with a repaired line`() {
    expectMessages(
      #"""
      error: fast is a percentage, and 15 means 1500%; did you mean '15%'?
        set fast 15
                 ^~
        try: set fast 15%
        'help percent' tells more

      error: both ends of a range carry the same unit; did you mean '1%..5% step 1%'?
        set fast 1..5%
                 ^~~~~
        try: set fast 1%..5% step 1%
        'help unit' tells more

      error: a range that is not of whole numbers needs a step or a count; did you mean '1%..5% step 1%'?
        set fast 1%..5%
                 ^~~~~~
        try: set fast 1%..5% step 1%
        'help step' tells more

      error: the step carries the unit of the range; did you mean '1%..5% step 1%'?
        set fast 1%..5% step 1
                             ^
        try: set fast 1%..5% step 1%
        'help unit' tells more

      error: fast is a percentage, and 5 means 500%; did you mean '2%..5% step 1%'?
        set fast 2..5
                    ^
        try: set fast 2%..5% step 1%
        'help percent' tells more

      error: fast is a percentage, and 2 means 200%; did you mean '2%'?
        set fast {1%, 2}
                      ^
        try: set fast {1%, 2%}
        'help percent' tells more

      error: the step goes past the end at once; did you mean '1%..5% step 1%'?
        set fast 1%..5% step 50%
                             ^~~
        try: set fast 1%..5% step 1%
        'help step' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let values = call.values("values") else { return }
        _ = try resolve(values, kind: .fraction, name: "fast")
      }
    }
  }

  @Test func `impossible numbers are refused with a repaired line`() {
    expectMessages(
      #"""
      error: a range that is not of whole numbers needs a step or a count; did you mean '0.3..2.0 step 0.1'?
        set fast 0.3..2.0
                 ^~~~~~~~
        try: set fast 0.3..2.0 step 0.1
        'help step' tells more

      error: these numbers have too many digits to be counted in steps
        set fast 1e30..2e30 step 1e-9
                 ^~~~~~~~~~~~~~~~~~~~
        'help too-long' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let values = call.values("values") else { return }
        _ = try resolve(values, kind: .number, name: "fast")
      }
    }
  }

  @Test func `words are refused with those that exist`() {
    expectMessages(
      #"""
      error: fast is never 'clse'; did you mean 'close'?
        set fast clse
                 ^~~~
        fast is one of next_open, close

      error: fast takes a word and '5' is a number
        set fast 5
                 ^
        fast is one of next_open, close

      error: fast takes words, and a range is of numbers
        set fast 1..5
                 ^~~~
        'help type-mismatch' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let values = call.values("values") else { return }
        _ = try resolve(values, kind: .text, labels: ["next_open", "close"], name: "fast")
      }
    }
  }
}
