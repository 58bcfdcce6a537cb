import PlateauLanguage
import Testing

@Suite struct AccountStateMessageTests {
  @Test func `the account is asked where it can answer`() {
    expectMessages(
      #"""
      error: 'entry_price' has no past here, and 'sma' reads several bars
        strategy t { buy when close > sma(entry_price, 5) }
                                          ^~~~~~~~~~~
        compare it directly: close < entry_price * 0.95

      error: 'entry_price' has no past here, and a look back reads an earlier bar
        strategy t { buy when close > entry_price[1] }
                                      ^~~~~~~~~~~
        compare it directly: close < entry_price * 0.95

      error: 'last_fill' has no past here, and a look back reads an earlier bar
        strategy t { param n = 3; buy when close > last_fill[n] }
                                                   ^~~~~~~~~
        compare it directly: close < last_fill * 0.95

      error: 'e' has no past here, and 'sma' reads several bars
        strategy t { let e = entry_price * 2; buy when close > sma(max(e, 1), 5) }
                                                                       ^
        compare it directly: close < e * 0.95

      error: 'pnl' has no past here, and 'crosses' compares with the bar before
        strategy t { buy when pnl crosses above 5% }
                              ^~~
        compare it directly: pnl > 5%

      error: 'equity' has no past here, and 'crosses' compares with the bar before
        strategy t { buy when close crosses below equity / 100 }
                                                  ^~~~~~
        compare it directly: equity > 100000

      error: 'late' has no past here, and a look back reads an earlier bar
        strategy t { let late = bars_held > 5; buy when late[1] }
                                                        ^~~~
        compare it directly: late > 0

      error: 'stop' cannot read the account, and 'entry_price' is of it
        strategy t { buy when close > 1; stop 2 * entry_price / close }
                                                  ^~~~~~~~~~~
        state is for the conditions of rules and for the units of 'order'

      error: 'target' cannot read the account, and 'risk' is of it
        strategy t { let risk = weight / 2; buy when close > 1; target risk }
                                                                       ^~~~
        state is for the conditions of rules and for the units of 'order'

      error: 'size units' cannot read the account, and 'position' is of it
        strategy t { buy when close > 1; size units position }
                                                    ^~~~~~~~
        state is for the conditions of rules and for the units of 'order'

      error: 'exit after' cannot read the account, and 'bars_held' is of it
        strategy t { buy when close > 1; exit after bars_held bars }
                                                    ^~~~~~~~~
        state is for the conditions of rules and for the units of 'order'

      error: 'start' cannot read the account, and 'weight' is of it
        strategy t { start weight; order 1 when close > 2 }
                           ^~~~~~
        state is for the conditions of rules and for the units of 'order'

      error: 'pnl' is already the name of a value of the account
        strategy t { param pnl = 3; buy when close > 1 }
                           ^~~
        'help name-taken' tells more

      error: 'weight' is already the name of a value of the account
        strategy t { let weight = 3; buy when close > 1 }
                         ^~~~~~
        'help name-taken' tells more

      error: 'pnl' is a percentage, and 5 means 500%; did you mean '5%'?
        strategy t { buy when close > 1; sell when pnl > 5 }
                                                         ^
        try: strategy t { buy when close > 1; sell when pnl > 5% }
        'help percent' tells more

      error: 'weight' is a percentage, and -5 means -500%; did you mean '-5%'?
        strategy t { buy when close > 1; sell when weight < -5 }
                                                            ^~
        try: strategy t { buy when close > 1; sell when weight < -5% }
        'help percent' tells more

      error: 'and' is for conditions, and 'bars_held' is a whole number
        strategy t { buy when close > 1; sell when bars_held and close > 2 }
                                                   ^~~~~~~~~
        'help type-mismatch' tells more

      error: there is no series or parameter 'entry_pric'; did you mean 'entry_price'?
        strategy t { buy when entry_pric > 5 }
                              ^~~~~~~~~~
        'help unknown-name' tells more

      error: the length of 'sma' is one number, and 'bars_held' changes from bar to bar
        strategy t { buy when close > sma(close, bars_held) }
                                                 ^~~~~~~~~
        usage: sma(series, length)
      """#
    ) { Samples.strategyMessage($0) }
  }
}
