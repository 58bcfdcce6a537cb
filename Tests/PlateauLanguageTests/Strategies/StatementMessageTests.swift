import PlateauLanguage
import Testing

@Suite struct StatementMessageTests {
  @Test func `every statement of a block says what it wants`() {
    expectMessages(
      #"""
      error: 'session' is missing before 'sesion'; did you mean 'session'?
        strategy t { buy when close > 1; exit at sesion end }
                                                 ^~~~~~
        try: strategy t { buy when close > 1; exit at session end }
        exit after N bars|days, or exit at session end

      error: 'end' is missing before '}'
        strategy t { buy when close > 1; exit at session }
                                                         ^
        exit after N bars|days, or exit at session end

      error: 'after' or 'at' is missing before 'aftr'; did you mean 'after'?
        strategy t { buy when close > 1; exit aftr 5 bars }
                                              ^~~~
        try: strategy t { buy when close > 1; exit after 5 bars }
        exit after N bars|days, or exit at session end

      error: 'after' or 'at' is missing before '}'
        strategy t { buy when close > 1; exit }
                                              ^
        exit after N bars|days, or exit at session end

      error: 'bars' or 'days' is missing before 'barz'; did you mean 'bars'?
        strategy t { buy when close > 1; exit after 5 barz }
                                                      ^~~~
        try: strategy t { buy when close > 1; exit after 5 bars }
        exit after N bars|days, or exit at session end

      error: a second 'exit at session end'
        strategy t { buy when close > 1; exit at session end; exit at session end }
                                                              ^~~~~~~~~~~~~~~~~~~
        a strategy has one 'exit at session end'

      error: 'all_in', 'fraction', 'risk', 'value' or 'units' is missing before '}'
        strategy t { buy when close > 1; size }
                                              ^
        size all_in | fraction F | risk F | value X | units X

      error: 'all_in', 'fraction', 'risk', 'value' or 'units' is missing before '5'
        strategy t { buy when close > 1; size 5 }
                                              ^
        size all_in | fraction F | risk F | value X | units X

      error: a size is never 'fracton'; did you mean 'fraction'?
        strategy t { buy when close > 1; size fracton 5% }
                                              ^~~~~~~
        try: strategy t { buy when close > 1; size fraction 5% }
        size all_in | fraction F | risk F | value X | units X

      error: a size is never 'percent'
        strategy t { buy when close > 1; size percent 5% }
                                              ^~~~~~~
        size all_in | fraction F | risk F | value X | units X

      error: the statement's end is missing before '5%'
        strategy t { buy when close > 1; size all_in 5% }
                                                     ^~
        usage: strategy [NAME [{ … }]]

      error: a size is above zero
        strategy t { buy when close > 1; size risk 1 / 0 }
                                                   ^~~~~
        'help out-of-bounds' tells more

      error: this is a percentage, and 50 means 5000%; did you mean '50%'?
        strategy t { buy when close > 1; size fraction 50 }
                                                       ^~
        try: strategy t { buy when close > 1; size fraction 50% }
        'help percent' tells more

      error: a number is wanted, and 'close > 2' is a condition
        strategy t { buy when close > 1; size units (close > 2) }
                                                     ^~~~~~~~~
        'help type-mismatch' tells more

      error: f is a percentage, and 50 means 5000%; did you mean '50%'?
        strategy t { param f = 50; buy when close > 1; size fraction f }
                               ^~
        try: strategy t { param f = 50%; buy when close > 1; size fraction f }
        'help percent' tells more

      error: orders never fill at 'open'; did you mean 'next_open'?
        strategy t { buy when close > 1; fill open }
                                              ^~~~
        try: strategy t { buy when close > 1; fill next_open }
        fill close, or fill next_open for the open of the next bar

      error: orders never fill at 'next'; did you mean 'next_open'?
        strategy t { buy when close > 1; fill next }
                                              ^~~~
        try: strategy t { buy when close > 1; fill next_open }
        fill close, or fill next_open for the open of the next bar

      error: 'close' or 'next_open' is missing before '}'
        strategy t { buy when close > 1; fill }
                                              ^
        fill close|next_open

      error: 'buy' cannot stand beside 'order'
        strategy t { buy when close > 1; order 1 when close > 2 }
                     ^~~~~~~~~~~~~~~~~~
        a strategy has either orders, or entries and exits

      error: 'stop' cannot stand beside 'order'
        strategy t { order 1 when close > 2; stop 5% }
                                             ^~~~~~~
        a strategy has either orders, or entries and exits

      error: 'exit at session end' cannot stand beside 'order'
        strategy t { order 1 when close > 2; exit at session end }
                                             ^~~~~~~~~~~~~~~~~~~
        a strategy has either orders, or entries and exits

      error: 'when' is missing before 'if'
        strategy t { order 1 if close > 2 }
                             ^~
        order UNITS when RULE

      error: a number is wanted, and 'close > 2' is a condition
        strategy t { order (close > 2) when close > 2 }
                            ^~~~~~~~~
        'help type-mismatch' tells more

      error: a condition is wanted, and 'close' is a price; did you mean 'close > 0'?
        strategy t { order 1 when close }
                                  ^~~~~
        'help type-mismatch' tells more

      error: 'start' is for strategies of orders, and this one has no 'order'
        strategy t { start 50% }
                     ^~~~~~~~~
        order UNITS when RULE

      error: 'start' is for strategies of orders, and this one has no 'order'
        strategy t { buy when close > 1; start 50% }
                                         ^~~~~~~~~
        order UNITS when RULE

      error: this is a percentage, and 50 means 5000%; did you mean '50%'?
        strategy t { start 50; order 1 when close > 2 }
                           ^~
        try: strategy t { start 50%; order 1 when close > 2 }
        'help percent' tells more

      error: 'start' is a share of cash from 0% to 100%
        strategy t { start 150%; order 1 when close > 2 }
                           ^~~~
        'help out-of-bounds' tells more

      error: 'start' takes one number, and 'close / 2' changes from bar to bar
        strategy t { start close / 2; order 1 when close > 2 }
                           ^~~~~~~~~
        'help fixed-number' tells more

      error: a second 'start'
        strategy t { start 50%; start 20%; order 1 when close > 2 }
                                ^~~~~~~~~
        a strategy has one 'start'

      error: a strategy has no statement 'ordr'; did you mean 'order'?
        strategy t { ordr 5 when close > 1 }
                     ^~~~
        statements: param NAME = DEFAULT [in VALUES], let NAME = EXPR, buy|sell|short|cover when RULE, stop|target|trail FRACTION, exit after N bars|days, exit at session end, size all_in | fraction F | risk F | value X | units X, reversal off, order UNITS when RULE, start SHARE, fill close|next_open

      error: 'when' is missing before 'wehn'; did you mean 'when'?
        strategy t { buy wehn close > 5 }
                         ^~~~
        try: strategy t { buy when close > 5 }
        usage: strategy [NAME [{ … }]]
      """#
    ) { Samples.strategyMessage($0) }
  }
}
