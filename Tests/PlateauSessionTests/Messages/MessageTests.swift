import Foundation
import Testing

/// Messages to the letter, with their carets: what is wrong, where, the nearest names that fit the
/// place, and where to read on.
@Suite struct MessageTests {
  @Test func `an unknown verb is answered with the nearest one, or with where they are listed`()
    throws
  {
    try expectAnswers(
      #"""
      error: there is no command 'swep'; did you mean 'sweep'?
        swep
        ^~~~
        'help unknown-command' tells more

      error: there is no command 'sweeep'; did you mean 'sweep'?
        sweeep
        ^~~~~~
        'help unknown-command' tells more

      error: there is no command 'shwo'; did you mean 'show'?
        shwo best
        ^~~~
        'help unknown-command' tells more

      error: there is no command 'frobnicate'
        frobnicate
        ^~~~~~~~~~
        'help' lists the commands

      error: a command begins with a verb, not '5'
        5
        ^
        'help' lists the commands
      """#)
  }

  @Test func `an unknown name is answered from the names that fit its place`() throws {
    try expectAnswers(
      #"""
      error: there is no metric or parameter 'sharp'; did you mean 'sharpe'?
        filter sharp > 1
               ^~~~~
        'help unknown-name' tells more

      error: there is no metric or parameter 'drawdwn'; did you mean 'drawdown'?
        filter sharpe > drawdwn
                        ^~~~~~~
        'help unknown-name' tells more

      error: no parameter 'fats' in strategy 'sma_cross'; did you mean 'fast'?
        set fats 5..10
            ^~~~
        its parameters are fast and slow; 'set' lists settings too

      error: there is no parameter or setting 'slwo'; did you mean 'slow'?
        require fast < slwo
                       ^~~~
        'help unknown-name' tells more

      error: there is no function 'smaa'; did you mean 'sma'?
        series smaa(close, 3)
               ^~~~
        'help unknown-function' tells more

      error: there is no function 'maxx'; did you mean 'max'?
        filter maxx(sharpe, 1) > 1
               ^~~~
        'help unknown-function' tells more

      error: no parameter 'comision' in strategy 'sma_cross'; did you mean 'commission'?
        set comision 1%
            ^~~~~~~~
        its parameters are fast and slow; 'set' lists settings too

      error: no parameter 'comision' in strategy 'sma_cross'; did you mean 'commission'?
        unset comision
              ^~~~~~~~
        its parameters are fast and slow; 'set' lists settings too

      error: no column 'sharpp'; did you mean 'sharpe'?
        set columns fast, sharpp
                          ^~~~~~
        columns are metrics, parameters and settings; 'set columns default' shows all

      error: no metric 'omga'; did you mean 'omega'?
        set metrics +omga
                    ^~~~~
        'help metrics' lists them

      error: no strategy 'sma_croos'; did you mean 'sma_cross'?
        strategy sma_croos
                 ^~~~~~~~~
        'strategy' lists them; 'strategy sma_croos { … }' writes one

      error: no prices named 'Q'
        use Q
            ^
        loaded are P

      error: no run 'r7'; did you mean 'r1'?
        open r7
             ^~
        'runs' lists them

      error: 'csb' is not 'csv', 'json' or 'best'; did you mean 'csv'?
        export csb a.csv
               ^~~
        usage: export csv|json|best PATH [force]
      """#)
  }

  @Test func `a type error says both types`() throws {
    try expectAnswers(
      #"""
      error: 'sharpe' is a number and 'abc' is a word: there is no metric or parameter 'abc'
        filter sharpe > abc
                        ^~~
        'help type-mismatch' tells more

      error: 'sharpe' is a number and "high" is a word; they cannot be compared
        filter sharpe > "high"
                        ^~~~~~
        'help type-mismatch' tells more

      error: 'and' is for conditions, and 'sharpe' is a number
        filter sharpe and 1
               ^~~~~~
        'help type-mismatch' tells more

      error: a condition is wanted, and 'sharpe' is a number; did you mean 'sharpe > 0'?
        filter sharpe
               ^~~~~~
        'help type-mismatch' tells more

      error: 'close' is a series of bars, and no metric or parameter here
        filter close
               ^~~~~
        'help close' tells where it is used

      error: 'sharpe > 1' is a condition and '0' is a number; they cannot be compared
        filter (sharpe > 1) > 0
                ^~~~~~~~~~~~~~~
        'help type-mismatch' tells more

      error: fast takes whole numbers, and 'x' is a word
        set fast 5..x
                    ^
        'help type-mismatch' tells more

      error: fast takes whole numbers, and 'a' is a word
        set fast "a"
                 ^~~
        'help type-mismatch' tells more

      error: fill takes a word and '3' is a number
        set fill 3
                 ^
        fill is one of next_open, close

      error: commission takes percentages, and 'on' is a word
        set commission on
                       ^~
        'help type-mismatch' tells more

      error: a number is wanted, and 'sharpe > 1' is a condition
        objective sharpe > 1
                  ^~~~~~~~~~
        'help type-mismatch' tells more
      """#)
  }

  @Test func `a setting that is given a wrong value lists what is allowed`() throws {
    try expectAnswers(
      #"""
      error: mode cannot be 'tabel'; did you mean 'table'?
        set mode tabel
                 ^~~~~
        allowed are table, csv, json, jsonl, markdown and line

      error: timing cannot be 'maybe'
        set timing maybe
                   ^~~~~
        allowed are on and off

      error: threads is auto or a whole number from 1 to 1024
        set threads 0
                    ^
        'help out-of-bounds' tells more

      error: fill is never 'nextopen'; did you mean 'next_open'?
        set fill nextopen
                 ^~~~~~~~
        fill is one of next_open, close

      error: direction is never 'sideways'
        set direction sideways
                      ^~~~~~~~
        direction is one of both, long, short

      error: protective is never 'off'
        set protective off
                       ^~~
        protective is one of intrabar, close, best

      error: sizing knows no 'part' of an amount
        set sizing part 50%
                   ^~~~
        the words are all_in, fraction, risk, value and units

      error: start is one choice for all candidates of a sweep; did you mean 'common'?
        set start own, common
                  ^~~~~~~~~~~
        'help one-value' tells more

      error: periods_per_year must be above 0, and -1 is not
        set periods_per_year -1
                             ^~
        'help out-of-bounds' tells more

      error: lot must be at least 0, and -1 is not
        set lot -1
                ^~
        'help out-of-bounds' tells more
      """#)
  }

  @Test func `curly quotes and signs from a web page are answered with the line to paste`() throws {
    try expectAnswers(
      #"""
      error: '“' (U+201C) means nothing here; did you mean '"first try"'?
        note “first try”
             ^
        try: note "first try"
        usage: note ["TEXT"]

      error: '“' (U+201C) means nothing here; did you mean '"my prices.csv"'?
        load “my prices.csv”
             ^
        try: load "my prices.csv"
        usage: load PATH… [as NAME] [adjusted on|off] [timezone Z] [columns NAME=VALUE, …] [delimiter comma|semicolon|tab|pipe|space] [dates dmy|mdy|ymd] [decimal point|comma] [table NAME] [strict]

      error: '≥' (U+2265) means nothing here; did you mean '>= 1 and drawdown <='?
        filter sharpe ≥ 1 and drawdown ≤ 30%
                      ^
        try: filter sharpe >= 1 and drawdown <= 30%
        usage: filter [EXPR]

      error: '−' (U+2212) means nothing here; did you mean '-'?
        filter sharpe > 1 − 2
                          ^
        try: filter sharpe > 1 - 2
        usage: filter [EXPR]

      error: there is no metric or parameter 'sharp'; did you mean 'sharpe'?
        filter "日本語" > sharp
                          ^~~~~
        'help unknown-name' tells more

      error: there is no metric or parameter 'é'
        filter "e" = é + sharp
                     ^
        the 'é' in it is U+00E9, not a plain letter
      """#)
  }
}
