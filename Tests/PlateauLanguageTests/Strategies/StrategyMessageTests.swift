import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct StrategyMessageTests {
  @Test func `a strategy is checked before anything runs`() {
    expectMessages(
      #"""
      error: 'when' is missing before 'if'
        strategy x { buy if close > 1 }
                         ^~
        usage: strategy [NAME [{ … }]]

      error: a strategy has no statement 'risk'
        strategy x { risk 5 }
                     ^~~~
        statements: param NAME = DEFAULT [in VALUES], let NAME = EXPR, buy|sell|short|cover when RULE, stop|target|trail FRACTION, exit after N bars|days, exit at session end, size all_in | fraction F | risk F | value X | units X, reversal off, order UNITS when RULE, start SHARE, fill close|next_open

      incomplete: error: '{' is not closed
        strategy x { buy when close > 1
                   ^
        'help unclosed' tells more

      error: 'close' is already the name of a series
        strategy t { param close = 5; buy when close > 1 }
                           ^~~~~
        'help name-taken' tells more

      error: 'A' is already the name of a parameter
        strategy t { param a = 5; param A = 6; buy when close > a }
                                        ^
        'help name-taken' tells more

      error: 'b' is defined further down; a 'let' uses what stands above it
        strategy t { let a = b; let b = close; buy when a > 1 }
                             ^
        'help strategy-rules' tells more

      error: 'a' is defined by itself
        strategy t { let a = a; buy when close > 1 }
                             ^
        'help strategy-rules' tells more

      error: this strategy never enters: it has neither 'buy when' nor 'short when'
        strategy t { sell when close > 1 }
                   ^
        'help strategy-rules' tells more

      error: a second 'buy'
        strategy t { buy when close > 1; buy when close > 2 }
                                         ^~~~~~~~~~~~~~~~~~
        join the rules with 'or'

      error: a condition is wanted, and 'close' is a price; did you mean 'close > 0'?
        strategy t { buy when close }
                              ^~~~~
        'help type-mismatch' tells more

      error: s is a percentage, and 4 means 400%; did you mean '4%'?
        strategy t { param s = 4; buy when close > 1; stop s }
                               ^
        try: strategy t { param s = 4%; buy when close > 1; stop s }
        'help percent' tells more

      error: the length of 'sma' is a whole number, and 'a' is a percent
        strategy t { param a = 1%; buy when sma(close, a) > 1 }
                                                       ^
        'help type-mismatch' tells more

      error: a is at least 1, and not 0
        strategy t { param a = 0; buy when sma(close, a) > 1 }
                               ^
        'help out-of-bounds' tells more

      error: a takes whole numbers, not 2.5
        strategy t { param a = 2.5; buy when close[a] > 1 }
                               ^~~
        'help whole-number' tells more

      error: 'exit after' takes one number, and 'close' changes from bar to bar
        strategy t { buy when close > 1; exit after close bars }
                                                    ^~~~~
        'help fixed-number' tells more

      error: this is a percentage, and 5 means 500%; did you mean '5%'?
        strategy t { buy when close > 1; stop 5 }
                                              ^
        try: strategy t { buy when close > 1; stop 5% }
        'help percent' tells more

      error: the default of 'a' is a number, not 'fast'
        strategy t { param a = fast; buy when close > 1 }
                               ^~~~
        'help type-mismatch' tells more

      error: 'bars' or 'days' is missing before '}'
        strategy t { buy when close > 1; exit after 5 }
                                                      ^
        exit after N bars|days, or exit at session end
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let block = call.block("block") else { return }
        _ = try compileStrategy(
          block, named: "t", series: Samples.series, functions: ColumnFunction.all)
      }
    }
  }
}
