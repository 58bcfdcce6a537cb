import PlateauColumns

extension ValueResolver {
  /// The values of a range.
  func range(
    _ bounds: ValuesSyntax.Bounds, _ range: Range<Int>
  ) throws(Diagnostic) -> [Double] {
    guard kind != .text, kind != .condition else {
      throw Diagnostic(
        .typeMismatch, "\(name) takes \(wanted), and a range is of numbers", at: range)
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
        .range, "this range runs backwards", at: range, suggestions: [swapped.text], repairs: range)
    }
    if let count = bounds.count { return try counted(ends, by: count) }
    if let step = bounds.step { return try stepped(ends, by: step) }
    if ends.low.decimal == ends.high.decimal { return [ends.low.decimal.value] }
    guard !bounds.isLogarithmic else {
      throw Diagnostic(
        .step, "a range with 'log' needs a count, or a step that is a ratio", at: range,
        suggestions: ["\(bounds.text) count 10"], repairs: range)
    }
    guard ends.low.unit == nil, ends.low.decimal.isWhole, ends.high.decimal.isWhole else {
      throw Diagnostic(
        .step, "a range that is not of whole numbers needs a step or a count", at: range,
        suggestions: ["\(bounds.text) step \(ends.proposedStep)"], repairs: range)
    }
    return try linear(ends, step: DecimalNumber(1))
  }

  private func checkUnits(_ ends: RangeEnds) throws(Diagnostic) {
    guard ends.low.unit != ends.high.unit else { return }
    throw Diagnostic(
      .unit, "both ends of a range carry the same unit", at: ends.range,
      suggestions: try withOneUnit(ends).map { [$0] } ?? [], repairs: ends.range)
  }

  /// The range as it was probably meant, or `nil` where the ends have two units.
  ///
  /// Both ends get the unit of one, or none where the name takes whole numbers.
  private func withOneUnit(_ ends: RangeEnds) throws(Diagnostic) -> String? {
    guard ends.low.unit == nil || ends.high.unit == nil else { return nil }
    let unit = kind == .length ? nil : ends.low.unit ?? ends.high.unit
    guard let low = ends.low.typed(with: unit), let high = ends.high.typed(with: unit),
      low.decimal.value < high.decimal.value
    else { return nil }
    var repaired = ends
    (repaired.low, repaired.high) = (low, high)
    let text = "\(low.text)..\(high.text)"
    if let count = ends.syntax.count { return "\(text) count \(count.text)" }
    if let step = try ends.syntax.step.flatMap({ (syntax) throws(Diagnostic) in
      try constant(syntax).typed(with: unit)
    }) {
      return "\(text) step \(step.text)"
    }
    return unit == nil ? text : "\(text) step \(repaired.proposedStep)"
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
      .percent,
      "\(name) is a percentage, and \(ends.syntax.high.text) means "
        + "\(ends.high.decimal.shifted(by: 2))%", at: ends.syntax.high.range,
      suggestions: ["\(ends.syntax.low.text)%..\(ends.syntax.high.text)% \(spacing)"],
      repairs: ends.range)
  }
}
