import PlateauColumns
import PlateauLanguage
import Testing

@Suite struct FilterMessageTests {
  @Test func `a filter is checked before anything runs`() {
    expectMessages(
      #"""
      error: there is no metric or parameter 'sharp'; did you mean 'sharpe'?
        filter sharp > 1
               ^~~~~
        'help unknown-name' tells more

      error: 'sharpe' is a number and 'abc' is a word: there is no metric or parameter 'abc'
        filter sharpe > abc
                        ^~~
        'help type-mismatch' tells more

      error: 'sharpe' is a number and "abc" is a word; they cannot be compared
        filter sharpe > "abc"
                        ^~~~~
        'help type-mismatch' tells more

      error: there is no metric or parameter 'drawdwn'; did you mean 'drawdown'?
        filter sharpe > drawdwn
                        ^~~~~~~
        'help unknown-name' tells more

      error: 'drawdown' is a percentage, and 15 means 1500%; did you mean '15%'?
        filter drawdown < 15
                          ^~
        try: filter drawdown < 15%
        'help percent' tells more

      error: 'drawdown' is a percentage, and -15 means -1500%; did you mean '-15%'?
        filter drawdown > -15
                          ^~~
        try: filter drawdown > -15%
        'help percent' tells more

      error: 'drawdown' is a percentage, and 15 means 1500%; did you mean '15%'?
        filter 15 > drawdown
               ^~
        try: filter 15% > drawdown
        'help percent' tells more

      error: 'and' is for conditions, and 'sharpe' is a number
        filter sharpe and 1
               ^~~~~~
        'help type-mismatch' tells more

      error: a condition is wanted, and 'sharpe' is a number; did you mean 'sharpe > 0'?
        filter sharpe
               ^~~~~~
        'help type-mismatch' tells more

      error: comparisons do not chain; did you mean 'sharpe > 1 and 1 > 0'?
        filter sharpe > 1 > 0
               ^~~~~~~~~~~~~~
        try: filter sharpe > 1 and 1 > 0
        usage: filter [EXPR]

      error: 'sharpe > 1' is a condition and '0' is a number; they cannot be compared
        filter (sharpe > 1) > 0
                ^~~~~~~~~~~~~~~
        'help type-mismatch' tells more

      error: 'not' is for conditions, and 'sharpe' is a number
        filter not sharpe
                   ^~~~~~
        'help type-mismatch' tells more

      error: a number is wanted, and 'sharpe > 1' is a condition
        filter sharpe + (sharpe > 1)
                         ^~~~~~~~~~
        'help type-mismatch' tells more

      error: 'fill' is never 'clse'; did you mean 'close'?
        filter fill = clse
                      ^~~~
        it is one of next_open, close

      error: words are equal or not; none is larger
        filter fill > close
               ^~~~~~~~~~~~
        'help type-mismatch' tells more

      error: 'fill' is a word and '3' is a number; they cannot be compared
        filter fill = 3
                      ^
        'help type-mismatch' tells more

      error: 'sharpe' is no function; it takes no parentheses
        filter sharpe(3) > 1
               ^~~~~~
        'help unknown-function' tells more

      error: 'abs' is a function and needs its arguments; did you mean 'abs(value)'?
        filter abs > 1
               ^~~
        'help argument-count' tells more

      error: 'abs' takes 1 argument, not 2
        filter abs(1,2) > 1
               ^~~~~~~~
        usage: abs(value)

      error: 'sma' needs bars, and there are none here
        filter sma(sharpe, 3) > 1
               ^~~
        'help needs-bars' tells more

      error: there is no function 'smaa'; did you mean 'sma'?
        filter smaa(sharpe,3) > 1
               ^~~~
        'help unknown-function' tells more

      error: there are no bars to look back on here
        filter sharpe[1] > 1
               ^~~~~~~~~
        'help needs-bars' tells more

      error: 'sharpe_ratio' has no 'beer'; did you mean 'bear'?
        filter sharpe[beer] > 1
                      ^~~~
        it has bear, bull

      error: 'max_drawdown' has no 'bear' here
        filter drawdown[bear] > 1
                        ^~~~
        'help unknown-name' tells more

      error: there are no bars on which one could cross the other here
        filter sharpe crosses above 1
               ^~~~~~~~~~~~~~~~~~~~~~
        'help needs-bars' tells more

      error: a month is no fixed number of days
        filter avg_trade_duration > 1mo
                                    ^~~
        write the days, such as 30d

      error: 'true' is a condition and 'sharpe' is a number; they cannot be compared
        filter true = sharpe
               ^~~~~~~~~~~~~
        'help type-mismatch' tells more

      error: there is no metric or parameter 'xyzzy'
        filter xyzzy > 1
               ^~~~~
        'help unknown-name' tells more

      error: words are equal or not; none is larger
        filter fast > fill
               ^~~~~~~~~~~
        'help type-mismatch' tells more
      """#
    ) { line in
      Samples.message(line) { call throws(Diagnostic) in
        guard let rule = call.expression("rule") else { return }
        _ = try compile(rule, in: Samples.metrics, expecting: .condition)
      }
    }
  }
}
