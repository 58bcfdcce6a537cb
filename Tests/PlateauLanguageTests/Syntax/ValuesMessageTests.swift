import Testing

@Suite struct ValuesMessageTests {
  @Test func `values that cannot be read point at the place`() {
    expectMessages(
      #"""
      incomplete: error: something is missing after '..'
        set fast 5..
                  ^~
        'help unclosed' tells more

      incomplete: error: '{' is not closed
        set fast {5, 10
                 ^
        'help unclosed' tells more

      error: this set has no values
        set fast {}
                 ^~
        usage: set [SETTING [VALUES]]

      error: values follow their name without '='
        set fast = 5
                 ^
        usage: set [SETTING [VALUES]]

      error: a range takes 'step' or 'count', not both
        set fast 5..10 step 1 count 2
                              ^~~~~
        usage: set [SETTING [VALUES]]

      error: a date cannot stand in an expression
        set x 2020-01-01
              ^~~~~~~~~~
        usage: set [SETTING [VALUES]]
      """#, from: { Samples.message($0) })
  }

  @Test func `spans and candidates that cannot be read point at the place`() {
    expectMessages(
      #"""
      error: a candidate's number is a whole number
        show 1.5
             ^~~
        usage: show CANDIDATE

      error: a candidate (17, best, rank 3 or r2:17) is missing
        show
            ^
        usage: show CANDIDATE

      error: a candidate (17, best, rank 3 or r2:17) is missing
        show r2:
                ^
        usage: show CANDIDATE

      error: a date has a month and a day; did you mean '2015-01-01'?
        window 2015
               ^~~~
        usage: window [SPAN]

      error: a number alone is no length of time; did you mean '5 bars' or '5d'?
        window last 5
                    ^
        usage: window [SPAN]

      error: there is no more than 100%
        window last 120%
                    ^~~~
        usage: window [SPAN]

      error: the first date is after the last; did you mean '2019-01-01..2020-01-01'?
        window 2020-01-01..2019-01-01
               ^~~~~~~~~~~~~~~~~~~~~~
        usage: window [SPAN]
      """#, from: { Samples.message($0) })
  }
}
