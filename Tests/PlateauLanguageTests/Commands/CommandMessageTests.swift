import Testing

@Suite struct CommandMessageTests {
  @Test func `wrong, missing and extra arguments name the place and the usage`() {
    expectMessages(
      #"""
      error: there is no command 'swep'; did you mean 'sweep'?
        swep
        ^~~~
        'help unknown-command' tells more

      error: 'bye' is not expected after '5'; did you mean 'by'?
        top 5 bye sharpe
              ^~~
        usage: top [N] [by EXPR]

      error: 'x' is not expected here
        top x
            ^
        usage: top [N] [by EXPR]

      error: an expression is missing
        top 5 by
                ^
        usage: top [N] [by EXPR]

      error: '-' is not expected here
        top -3
            ^
        usage: top [N] [by EXPR]

      error: N is a whole number
        top 2.5
            ^~~
        usage: top [N] [by EXPR]

      error: PATH is missing
        load
            ^
        usage: load PATH… [as NAME] [timezone ZONE] [adjusted on|off] [columns NAME=VALUE, …]

      error: 'maybe' is not 'on' or 'off'
        load a.csv adjusted maybe
                            ^~~~~
        usage: load PATH… [as NAME] [timezone ZONE] [adjusted on|off] [columns NAME=VALUE, …]

      error: 'adjusted' is given twice
        load a.csv adjusted on adjusted off
                               ^~~~~~~~
        usage: load PATH… [as NAME] [timezone ZONE] [adjusted on|off] [columns NAME=VALUE, …]

      error: a whole number is missing
        sweep random
                    ^
        usage: sweep [grid | random N] [seed N] [threads N] [background]

      error: 'grdi' is not expected here; did you mean 'grid'?
        sweep grdi
              ^~~~
        usage: sweep [grid | random N] [seed N] [threads N] [background]

      error: 'seed' is given twice
        sweep seed 1 seed 2
                     ^~~~
        usage: sweep [grid | random N] [seed N] [threads N] [background]

      error: 'filter' or SETTING is missing
        unset
             ^
        usage: unset (filter [N] | SETTING)

      error: a text in double quotes is missing before 'hello'
        note hello
             ^~~~~
        usage: note "TEXT"

      error: '=' is missing before 'sharpe'
        define x sharpe
                 ^~~~~~
        usage: define NAME = EXPR

      error: PARAMETER is missing
        heatmap a
                 ^
        usage: heatmap PARAMETER PARAMETER [METRIC] [best|mean]

      error: 'd' is not expected after 'c'
        heatmap a b c d
                      ^
        usage: heatmap PARAMETER PARAMETER [METRIC] [best|mean]

      error: N is too large
        quit 99999999999999999999
             ^~~~~~~~~~~~~~~~~~~~
        usage: quit [N]

      error: '=' after 'date' is missing
        load a.csv columns date
                               ^
        usage: load PATH… [as NAME] [timezone ZONE] [adjusted on|off] [columns NAME=VALUE, …]

      incomplete: error: something is missing after '='
        load a.csv columns date=A,close=
                                       ^
        'help unclosed' tells more

      error: a number is missing
        walkforward train
                         ^
        usage: walkforward [train NUMBER] [test NUMBER]

      error: a number is missing before 'abc'
        walkforward train abc
                          ^~~
        usage: walkforward [train NUMBER] [test NUMBER]

      error: COMMAND is missing
        explain
               ^
        usage: explain COMMAND
      """#, from: { Samples.message($0) })
  }
}
