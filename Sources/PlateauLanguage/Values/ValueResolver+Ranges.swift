import PlateauColumns

extension ValueResolver {
  /// The values of a range.
  func range(
    _ bounds: ValuesSyntax.Bounds, _ range: Range<Int>
  ) throws(Diagnostic) -> [Double] {
    guard kind != .text, kind != .condition else {
      throw Diagnostic("\(name) takes \(wanted), and a range is of numbers", at: range)
    }
    let ends = RangeEnds(
      low: try constant(bounds.low), high: try constant(bounds.high), syntax: bounds, range: range)
    try checkUnits(ends)
    try refuseBarePercents(ends)
    try check(ends.low, bounds.low)
    try check(ends.high, bounds.high)
    guard ends.low.decimal.value <= ends.high.decimal.value else {
      let swapped = ValuesSyntax.Bounds(
        low: bounds.high, high: bounds.low, isLogarithmic: bounds.isLogarithmic,
        step: bounds.step, count: bounds.count)
      throw Diagnostic(
        "this range runs backwards", at: range, suggestions: [swapped.text], repairs: range)
    }
    if let count = bounds.count { return try counted(ends, by: count) }
    if let step = bounds.step { return try stepped(ends, by: step) }
    if ends.low.decimal == ends.high.decimal { return [ends.low.decimal.value] }
    guard !bounds.isLogarithmic else {
      throw Diagnostic(
        "a range with 'log' needs a count, or a step that is a ratio", at: range,
        suggestions: ["\(bounds.text) count 10"], repairs: range)
    }
    guard ends.low.unit == nil, ends.low.decimal.isWhole, ends.high.decimal.isWhole else {
      throw Diagnostic(
        "a range that is not of whole numbers needs a step or a count", at: range,
        suggestions: ["\(bounds.text) step \(ends.proposedStep)"], repairs: range)
    }
    return try linear(ends, step: DecimalNumber(1))
  }

  private func checkUnits(_ ends: RangeEnds) throws(Diagnostic) {
    guard ends.low.unit != ends.high.unit else { return }
    let (low, high) = (ends.syntax.low.text, ends.syntax.high.text)
    var repaired: [String] = []
    if ends.low.unit == nil, let unit = ends.high.unit?.rawValue {
      repaired = ["\(low)\(unit)..\(high)"]
    } else if ends.high.unit == nil, let unit = ends.low.unit?.rawValue {
      repaired = ["\(low)..\(high)\(unit)"]
    }
    throw Diagnostic(
      "both ends of a range carry the same unit", at: ends.range, suggestions: repaired,
      repairs: ends.range)
  }

  /// Refuses `2..5` of a percentage with both ends repaired.
  private func refuseBarePercents(_ ends: RangeEnds) throws(Diagnostic) {
    guard kind == .fraction, ends.low.unit == nil, ends.high.decimal.value > 1 else { return }
    var percents = ends
    percents.low = ends.low.asPercent
    percents.high = ends.high.asPercent
    let spacing =
      ends.syntax.count.map { "count \($0.text)" }
      ?? "step \(ends.syntax.step.map { "\($0.text)%" } ?? percents.proposedStep)"
    throw Diagnostic(
      "\(name) is a percentage, and \(ends.syntax.high.text) means "
        + "\(ends.high.decimal.shifted(by: 2))%", at: ends.syntax.high.range,
      suggestions: ["\(ends.syntax.low.text)%..\(ends.syntax.high.text)% \(spacing)"],
      repairs: ends.range)
  }
}
