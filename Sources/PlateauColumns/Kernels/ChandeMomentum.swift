extension ColumnFunction {
  /// Chande's momentum oscillator.
  static let cmo = ColumnFunction(
    name: "cmo",
    arguments: [Argument("series", .series), Argument("length", .length)],
    result: .always(.number),
    summary: "Chande's momentum oscillator, -100 to 100",
    formula: "100 * (mean gain - mean loss) / (mean gain + mean loss), means smoothed by 1/n "
      + "(TA-Lib CMO); 0 without any movement",
    warmUp: "defined from value n + 1 on",
    example: "cmo(close, 14)", talibName: "CMO",
    source: "Chande and Kroll (1994), The New Technical Trader",
    bounds: -100...100,
    kernel: .column { series, numbers in
      smoothedMovement(of: series, length: Int(numbers[0])) { gain, loss in
        100 * ((gain - loss) / (gain + loss))
      }
    })
}
