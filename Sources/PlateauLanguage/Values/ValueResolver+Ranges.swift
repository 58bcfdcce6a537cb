import PlateauColumns

extension ValueResolver {
  /// A range with both ends known, and its text for repaired lines.
  private struct Ends {
    var low: ConstantNumber
    var high: ConstantNumber
    var syntax: ValuesSyntax.Bounds
    var range: Range<Int>

    var text: String { "\(syntax.low.text)..\(syntax.high.text)" }
  }

  /// The values of a range.
  func range(
    _ bounds: ValuesSyntax.Bounds, _ range: Range<Int>
  ) throws(Diagnostic) -> [Double] {
    guard kind != .text, kind != .condition else {
      throw Diagnostic("\(name) takes \(wanted), and a range is of numbers", at: range)
    }
    let ends = Ends(
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
        suggestions: ["\(bounds.text) step \(proposedStep(ends))"], repairs: range)
    }
    return try linear(ends, step: DecimalNumber(1))
  }

  private func checkUnits(_ ends: Ends) throws(Diagnostic) {
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
  private func refuseBarePercents(_ ends: Ends) throws(Diagnostic) {
    guard kind == .fraction, ends.low.unit == nil, ends.high.decimal.value > 1 else { return }
    var percents = ends
    percents.low = ends.low.asPercent
    percents.high = ends.high.asPercent
    let spacing =
      ends.syntax.count.map { "count \($0.text)" }
      ?? "step \(ends.syntax.step.map { "\($0.text)%" } ?? proposedStep(percents))"
    throw Diagnostic(
      "\(name) is a percentage, and \(ends.syntax.high.text) means "
        + "\(ends.high.decimal.shifted(by: 2))%", at: ends.syntax.high.range,
      suggestions: ["\(ends.syntax.low.text)%..\(ends.syntax.high.text)% \(spacing)"],
      repairs: ends.range)
  }

  /// A step of 1, 2 or 5 in some decimal place that gives at most twenty values.
  ///
  /// One that reaches the end exactly is preferred: 5 for `5..60`, 0.1 for `0.3..2.0`.
  private func proposedStep(_ ends: Ends) -> String {
    var places = 0
    if case .powerOfTen(let power)? = ends.low.unit?.scale { places = -power }
    let low = ends.low.decimal.shifted(by: places)
    let high = ends.high.decimal.shifted(by: places)
    let power = min(low.exponent, high.exponent, 0)
    let unit = ends.low.unit?.rawValue ?? ""
    guard let width = high.subtracting(low)?.digits(at: power), width > 0,
      width < 1 << 100
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

  // MARK: By step

  private func stepped(
    _ ends: Ends, by syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    let step = try constant(syntax)
    if ends.syntax.isLogarithmic { return try geometric(ends, ratio: step, syntax) }
    guard (step.unit == nil) == (ends.low.unit == nil) else {
      let repaired = ends.low.unit.map {
        ["\(ends.text) step \(syntax.text)\($0.rawValue)"]
      }
      throw Diagnostic(
        "the step carries the unit of the range", at: syntax.range, suggestions: repaired ?? [],
        repairs: ends.range)
    }
    guard step.decimal.value > 0 else {
      throw Diagnostic(
        "a step is larger than 0", at: syntax.range,
        suggestions: ["\(ends.text) step \(proposedStep(ends))"], repairs: ends.range)
    }
    guard kind != .length || step.decimal.isWhole else {
      throw Diagnostic("\(name) takes \(wanted), so its step is a whole number", at: syntax.range)
    }
    return try linear(ends, step: step.decimal)
  }

  private func linear(_ ends: Ends, step: DecimalNumber) throws(Diagnostic) -> [Double] {
    let power = min(
      ends.low.decimal.exponent, ends.high.decimal.exponent, step.exponent)
    guard let low = ends.low.decimal.digits(at: power), low.magnitude < 1 << 100,
      let high = ends.high.decimal.digits(at: power), high.magnitude < 1 << 100,
      let step = step.digits(at: power), step.magnitude < 1 << 90
    else {
      throw Diagnostic("these numbers have too many digits to be counted in steps", at: ends.range)
    }
    let width = high - low
    guard width == 0 || width >= step || step - width <= step / 1_000_000_000 else {
      throw Diagnostic(
        "the step goes past the end at once", at: ends.syntax.step?.range ?? ends.range,
        suggestions: ["\(ends.text) step \(proposedStep(ends))"], repairs: ends.range)
    }
    // The end counts when it is within 1e-9 of a step (DESIGN 2.1).
    let missing = step - width % step
    let reachesEnd = missing <= step / 1_000_000_000
    let count = width / step + (reachesEnd ? 2 : 1)
    guard count <= Self.mostValues else { throw tooMany(ends, "\(count)") }
    return (0..<Int(count)).map { index in
      DecimalNumber(low + Int128(index) * step, exponent: power).value
    }
  }

  private func geometric(
    _ ends: Ends, ratio: ConstantNumber, _ syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    try requirePositive(ends)
    guard ratio.unit == nil, ratio.decimal.value > 1 else {
      throw Diagnostic(
        "the step of a range with 'log' is a ratio above 1, such as 2", at: syntax.range)
    }
    let high = ends.high.decimal.value * (1 + 1e-9)
    var values: [Double] = []
    var exact: DecimalNumber? = ends.low.decimal
    var value = ends.low.decimal.value
    while value <= high {
      values.append(value)
      guard values.count <= Self.mostValues else { throw tooMany(ends, "too many") }
      exact = exact?.multiplied(by: ratio.decimal)
      value =
        exact?.value
        ?? ends.low.decimal.value * Mathematics.power(ratio.decimal.value, Double(values.count))
    }
    return try wholeIfLengths(values)
  }

  // MARK: By count

  private func counted(
    _ ends: Ends, by syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    let number = try constant(syntax)
    guard number.unit == nil, let count = Int(exactly: number.decimal.value), count >= 2 else {
      throw Diagnostic("a count is a whole number of at least 2", at: syntax.range)
    }
    guard count <= Self.mostValues else { throw tooMany(ends, "\(count)") }
    guard ends.low.decimal != ends.high.decimal else {
      throw Diagnostic("both ends are the same number", at: ends.range)
    }
    if ends.syntax.isLogarithmic {
      try requirePositive(ends)
      let (low, high) = (ends.low.decimal.value, ends.high.decimal.value)
      return try wholeIfLengths(
        (0..<count).map { index in
          index == 0
            ? low
            : index == count - 1
              ? high : Self.mean(low, high, Double(index) / Double(count - 1))
        })
    }
    let values = try evenlySpaced(ends, count: count)
    if kind == .length, let odd = values.first(where: { $0 != $0.rounded() }) {
      throw Diagnostic(
        "\(name) takes \(wanted), and \(count) values here would hold \(odd.decimalText())",
        at: syntax.range, suggestions: ["\(ends.text) step \(proposedStep(ends))"],
        repairs: ends.range)
    }
    return values
  }

  /// The number that lies a share of the way between two others, counted in ratios.
  private static func mean(_ low: Double, _ high: Double, _ share: Double) -> Double {
    Mathematics.power(low, 1 - share) * Mathematics.power(high, share)
  }

  /// `count` values whose distances are equal: one exact fraction each, rounded once.
  private func evenlySpaced(_ ends: Ends, count: Int) throws(Diagnostic) -> [Double] {
    let power = min(ends.low.decimal.exponent, ends.high.decimal.exponent, 0)
    let limit = Int128(1) << 100
    guard let low = ends.low.decimal.digits(at: power), low.magnitude < limit.magnitude,
      let high = ends.high.decimal.digits(at: power), high.magnitude < limit.magnitude
    else {
      throw Diagnostic("these numbers have too many digits to be counted", at: ends.range)
    }
    let steps = Int128(count - 1)
    return (0..<count).map { index in
      let numerator = low * (steps - Int128(index)) + high * Int128(index)
      if numerator % steps == 0 {
        return DecimalNumber(numerator / steps, exponent: power).value
      }
      return DecimalNumber(numerator, exponent: power).value / Double(count - 1)
    }
  }

  // MARK: Checks

  private func requirePositive(_ ends: Ends) throws(Diagnostic) {
    guard ends.low.decimal.value > 0 else {
      throw Diagnostic("a range with 'log' begins above 0", at: ends.syntax.low.range)
    }
  }

  /// Lengths spaced by ratios are rounded to whole numbers; equal neighbours become one.
  private func wholeIfLengths(_ values: [Double]) throws(Diagnostic) -> [Double] {
    guard kind == .length else { return values }
    var whole: [Double] = []
    for value in values where whole.last != value.rounded() { whole.append(value.rounded()) }
    return whole
  }

  private func tooMany(_ ends: Ends, _ count: String) -> Diagnostic {
    Diagnostic(
      "this range has \(count) values; at most \(Self.mostValues) can be counted", at: ends.range,
      suggestions: ["\(ends.text) count 100"], repairs: ends.range)
  }
}
