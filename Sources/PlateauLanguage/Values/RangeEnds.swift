/// A range whose ends are known numbers.
struct RangeEnds {
  var low: ConstantNumber
  var high: ConstantNumber
  var syntax: ValuesSyntax.Bounds
  var range: Range<Int>

  /// The ends alone, for repaired lines.
  var text: String { "\(syntax.low.text)..\(syntax.high.text)" }

  /// A step of 1, 2 or 5 in some decimal place that gives at most twenty values.
  ///
  /// One that reaches the end exactly is preferred: 5 for `5..60`, 0.1 for `0.3..2.0`.
  var proposedStep: String {
    var places = 0
    if case .powerOfTen(let power)? = low.unit?.scale { places = -power }
    let first = low.decimal.shifted(by: places)
    let last = high.decimal.shifted(by: places)
    let power = min(first.exponent, last.exponent, 0)
    let unit = low.unit?.rawValue ?? ""
    guard let width = last.subtracting(first)?.digits(at: power), width > 0, width < 1 << 100
    else { return "1\(unit)" }
    var fitting: Int128?
    var scale: Int128 = 1
    while scale <= width / 2 || scale == 1 {
      for step in [scale, 2 * scale, 5 * scale] where width / step < 20 {
        if width % step == 0 { return "\(DecimalNumber(step, exponent: power))\(unit)" }
        fitting = fitting ?? step
      }
      scale *= 10
    }
    return "\(DecimalNumber(fitting ?? 1, exponent: power))\(unit)"
  }
}
