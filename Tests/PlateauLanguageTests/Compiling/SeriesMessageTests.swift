import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct SeriesMessageTests {
  @Test func `an expression over bars is checked before anything runs`() {
    expectMessages(
      #"""
      error: 'close[-1]' is tomorrow; no rule can see it
        filter close[-1]
                     ^~
        x[1] is one bar ago

      error: a look back is a whole number of at least 0, not 1.5
        filter close[1.5]
                     ^~~
        'help whole-number' tells more

      error: the length of 'sma' is a whole number of at least 1, not 0
        filter sma(close, 0)
                          ^
        'help whole-number' tells more

      error: the length of 'sma' is one number, and 'close' changes from bar to bar
        filter sma(close, close)
                          ^~~~~
        usage: sma(series, length)

      error: the length of 'sma' is a whole number, and '10%' is a percent
        filter sma(close, 10%)
                          ^~~
        'help type-mismatch' tells more

      error: 'sma' takes 2 arguments, not 1
        filter sma(close)
               ^~~~~~~~~~
        usage: sma(series, length)

      error: 'close' is not expected after 'sma'
        filter sma close
                   ^~~~~
        usage: filter [EXPR]

      error: there is no series 'closse'; did you mean 'close'?
        filter closse
               ^~~~~~
        'help unknown-name' tells more

      error: two fixed numbers never cross
        filter 1 crosses above 2
               ^~~~~~~~~~~~~~~~~
        'help fixed-number' tells more

      error: a look back is one number, and 'close' changes from bar to bar
        filter close[close]
                     ^~~~~
        'help fixed-number' tells more

      error: 'close' has no 'm' here
        filter close[m]
                     ^
        'help unknown-name' tells more

      error: a number is wanted, and 'close > 1' is a condition
        filter close > 1
               ^~~~~~~~~
        'help type-mismatch' tells more

      error: 'n[-2]' is the future; no rule can see it
        filter n[-2]
                 ^~
        x[1] is one bar ago
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let rule = call.expression("rule") else { return }
        _ = try compile(rule, in: Samples.bars)
      }
    }
  }
}
