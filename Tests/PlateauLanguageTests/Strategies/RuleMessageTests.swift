import PlateauLanguage
import Testing

@Suite struct RuleMessageTests {
  @Test func `a rule is checked before anything runs`() {
    expectMessages(
      #"""
      error: there is no function 'smaa'; did you mean 'sma'?
        strategy t { buy when close > smaa(close, 20) }
                                      ^~~~
        'help unknown-function' tells more

      error: 'sma' takes 2 arguments, not 1
        strategy t { buy when close > sma(close) }
                                      ^~~~~~~~~~
        usage: sma(series, length)

      error: 'sma' takes 2 arguments, not 3
        strategy t { buy when close > sma(close, 20, 5) }
                                      ^~~~~~~~~~~~~~~~~
        usage: sma(series, length)

      error: 'sma' is a function and needs its arguments; did you mean 'sma(series, length)'?
        strategy t { buy when close > sma }
                                      ^~~
        'help argument-count' tells more

      error: 'close' is no function; it takes no parentheses
        strategy t { buy when close(5) > 1 }
                              ^~~~~
        'help unknown-function' tells more

      error: there is no series or parameter 'clsoe'; did you mean 'close'?
        strategy t { buy when clsoe > 1 }
                              ^~~~~
        'help unknown-name' tells more

      error: the series of 'sma' is a number, and 'close > 5' is a condition
        strategy t { buy when sma(close > 5, 5) > 3 }
                                  ^~~~~~~~~
        usage: sma(series, length)

      error: the value of 'abs' is a number, and 'close > open' is a condition
        strategy t { buy when abs(close > open) > 1 }
                                  ^~~~~~~~~~~~
        usage: abs(value)

      error: a number is wanted, and 'close > open' is a condition
        strategy t { buy when close + (close > open) > 1 }
                                       ^~~~~~~~~~~~
        'help type-mismatch' tells more

      error: 'and' is for conditions, and '3' is a number
        strategy t { buy when close > open and 3 }
                                               ^
        'help type-mismatch' tells more

      error: 'not' is for conditions, and 'close' is a price
        strategy t { buy when not close }
                                  ^~~~~
        'help type-mismatch' tells more

      error: 'close > open' is a condition and '1' is a number; they cannot be compared
        strategy t { buy when (close > open) > 1 }
                               ^~~~~~~~~~~~~~~~~
        'help type-mismatch' tells more

      error: 'close' is a price and "high" is a word; they cannot be compared
        strategy t { buy when close = "high" }
                                      ^~~~~~
        'help type-mismatch' tells more

      error: 'close[-1]' is tomorrow; no rule can see it
        strategy t { buy when close[-1] > close }
                                    ^~
        x[1] is one bar ago

      error: 'close[-5]' is the future; no rule can see it
        strategy t { buy when close[-5] > close }
                                    ^~
        x[1] is one bar ago

      error: a look back is a whole number of at least 0, not 1.5
        strategy t { buy when close[1.5] > close }
                                    ^~~
        'help whole-number' tells more

      error: a look back is one number, and 'volume' changes from bar to bar
        strategy t { buy when close[volume] > 5 }
                                    ^~~~~~
        'help fixed-number' tells more

      error: a look back is one number, and 'n' changes from bar to bar
        strategy t { let n = close * 2; buy when close[n] > 5 }
                                                       ^
        'help fixed-number' tells more

      error: the length of 'sma' is a whole number, and '10%' is a percent
        strategy t { buy when close > sma(close, 10%) }
                                                 ^~~
        'help type-mismatch' tells more

      error: the length of 'sma' is a whole number of at least 1, not 0
        strategy t { buy when close > sma(close, 0) }
                                                 ^
        'help whole-number' tells more

      error: the length of 'sma' is a whole number of at least 1, not 2.5
        strategy t { buy when close > sma(close, 2.5) }
                                                 ^~~
        'help whole-number' tells more

      error: the length of 'sma' is one number, and 'volume' changes from bar to bar
        strategy t { buy when close > sma(close, volume) }
                                                 ^~~~~~
        usage: sma(series, length)

      error: the length of 'highest' is a whole number, and 'n' is a percent
        strategy t { param n = 10%; buy when close > highest(high, n) }
                                                                   ^
        'help type-mismatch' tells more

      error: 'volume' is already the name of a series
        strategy t { param volume = 5; buy when close > 1 }
                           ^~~~~~
        'help name-taken' tells more

      error: 'SMA' is already the name of a function
        strategy t { param SMA = 5; buy when close > 1 }
                           ^~~
        'help name-taken' tells more

      error: 'none' is already the name of a value
        strategy t { param none = 5; buy when close > 1 }
                           ^~~~
        'help name-taken' tells more

      error: 'close' is already the name of a series
        strategy t { let close = 5; buy when close > 1 }
                         ^~~~~
        'help name-taken' tells more

      error: two fixed numbers never cross
        strategy t { buy when 5 crosses above 3 }
                              ^~~~~~~~~~~~~~~~~
        'help fixed-number' tells more

      error: '“' (U+201C) means nothing here; did you mean '"5"'?
        strategy t { buy when close > “5” }
                                      ^
        try: strategy t { buy when close > "5" }
        usage: strategy [NAME [{ … }]]

      error: '≥' (U+2265) means nothing here; did you mean '>='?
        strategy t { buy when close ≥ 5 }
                                    ^
        try: strategy t { buy when close >= 5 }
        usage: strategy [NAME [{ … }]]

      error: comparisons do not chain; did you mean '1 < close and close < 5'?
        strategy t { buy when 1 < close < 5 }
                              ^~~~~~~~~~~~~
        try: strategy t { buy when 1 < close and close < 5 }
        usage: strategy [NAME [{ … }]]

      error: 'b' is defined further down; a 'let' uses what stands above it
        strategy t { let a = b; let b = a; buy when close > a }
                             ^
        'help strategy-rules' tells more

      error: 'a' is defined by itself
        strategy t { let a = a[1] + close; buy when close > a }
                             ^
        'help strategy-rules' tells more

      error: this is a percentage, and 5 means 500%; did you mean '5%'?
        strategy t { buy when close > 1; stop 5 }
                                              ^
        try: strategy t { buy when close > 1; stop 5% }
        'help percent' tells more

      error: the statement's end is missing before '>'
        strategy t { buy when close > 1; stop close > 1 }
                                                    ^
        usage: strategy [NAME [{ … }]]

      error: the statement's end is missing before 'by'
        strategy t { param a = 5 in 1..9 by 2; buy when close > a }
                                         ^~
        usage: strategy [NAME [{ … }]]

      error: '=' after 'a' is missing
        strategy t { param a; buy when close > a }
                            ^
        usage: strategy [NAME [{ … }]]

      error: '=' after 'up' is missing before 'close'
        strategy t { let up close > open; buy when up }
                            ^~~~~
        usage: strategy [NAME [{ … }]]
      """#
    ) { Samples.strategyMessage($0) }
  }
}
