import Testing

@Suite struct ExpressionMessageTests {
  @Test func `an expression that cannot be read points at the place`() {
    expectMessages(
      #"""
      incomplete: error: '(' is not closed
        filter (a + b
               ^
        'help unclosed' tells more

      error: ')' is not expected after 'a + b'
        filter a + b)
                    ^
        usage: filter [EXPR]

      incomplete: error: something is missing after '+'
        filter a +
                 ^
        'help unclosed' tells more

      error: comparisons do not chain; did you mean '1 < x and x < 2'?
        filter 1 < x < 2
               ^~~~~~~~~
        try: filter 1 < x and x < 2
        usage: filter [EXPR]

      error: 'crosses' is followed by 'above' or 'below', not 'b'
        filter a crosses b
                         ^
        usage: filter [EXPR]

      error: comparisons do not chain; did you mean 'a crosses above b and b crosses below c'?
        filter a crosses above b crosses below c
               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        try: filter a crosses above b and b crosses below c
        usage: filter [EXPR]

      error: 'not' is not expected after 'a'
        filter a not b
                 ^~~
        usage: filter [EXPR]

      error: 'b' is not expected after 'a'
        filter a b
                 ^
        usage: filter [EXPR]

      error: 'not' stands inside an operation; put it in parentheses
        filter 1 + not a
                   ^~~
        usage: filter [EXPR]

      incomplete: error: '[' is not closed
        filter a[1
                ^
        'help unclosed' tells more

      incomplete: error: '[' is not closed
        filter a[
                ^
        'help unclosed' tells more

      incomplete: error: '(' is not closed
        filter max(1,
                  ^
        'help unclosed' tells more
      """#, from: { Samples.message($0) })
  }
}
