import Testing

@Suite struct LexerMessageTests {
  @Test func `what cannot be read is shown with what to type instead`() {
    expectMessages(
      #"""
      error: there is no day '2020-13-01'
        window 2020-13-01
               ^~~~~~~~~~
        usage: window [SPAN]

      error: this string is not closed
        note "abc
             ^
        usage: note "TEXT"

      error: a number begins with a digit; did you mean '0.5'?
        filter .5 < a
               ^~
        try: filter 0.5 < a
        usage: filter [EXPR]

      error: a decimal point needs a digit after it; did you mean '5'?
        filter 5. < a
               ^~
        try: filter 5 < a
        usage: filter [EXPR]

      error: '5m' is not a number; did you mean '5min' or '5mo'?
        filter a > 5m
                   ^~
        a unit directly after a number is one of % bp min h d w mo y

      error: the '%' belongs directly after its number; did you mean '15%'?
        filter a > 15 %
                   ^~~~
        try: filter a > 15%
        usage: filter [EXPR]

      error: '&&' is not an operator; did you mean 'and'?
        filter a && b
                 ^~
        try: filter a and b
        usage: filter [EXPR]

      error: '≤' (U+2264) means nothing here; did you mean '<='?
        filter a ≤ b
                 ^
        try: filter a <= b
        usage: filter [EXPR]

      error: '“' (U+201C) means nothing here; did you mean '"x"'?
        filter name = “x”
                      ^
        try: filter name = "x"
        usage: filter [EXPR]

      incomplete: error: the line goes on after this '\'
        filter a > 5 \
                     ^
        'help unclosed' tells more

      error: '%' belongs directly after a number, as in 15%; it is not an operation
        filter a % b
                 ^
        usage: filter [EXPR]

      error: text stands between double quotes; did you mean '"x"'?
        filter 'x'
               ^
        try: filter "x"
        usage: filter [EXPR]

      error: this number is too large
        filter 1e999 > 1
               ^~~~~
        usage: filter [EXPR]
      """#, from: { Samples.message($0) })
  }
}
