import PlateauColumns

extension ValueResolver {
  // MARK: By step

  func stepped(
    _ ends: RangeEnds, by syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    let step = try constant(syntax)
    if ends.syntax.isLogarithmic { return try geometric(ends, ratio: step, syntax) }
    guard (step.unit == nil) == (ends.low.unit == nil) else {
      let repaired = ends.low.unit.map {
        ["\(ends.text) step \(syntax.text)\($0.rawValue)"]
      }
      throw Diagnostic(
        .unit, "the step carries the unit of the range", at: syntax.range,
        suggestions: repaired ?? [],
        repairs: ends.range)
    }
    guard step.decimal.value > 0 else {
      throw Diagnostic(
        .step, "a step is larger than 0", at: syntax.range,
        suggestions: ["\(ends.text) step \(ends.proposedStep)"], repairs: ends.range)
    }
    guard kind != .length || step.decimal.isWhole else {
      throw Diagnostic(
        .step, "\(name) takes \(wanted), so its step is a whole number", at: syntax.range,
        suggestions: ["\(ends.text) step \(ends.proposedStep)"], repairs: ends.range)
    }
    return try linear(ends, step: step.decimal)
  }

  func linear(_ ends: RangeEnds, step: DecimalNumber) throws(Diagnostic) -> [Double] {
    let power = min(
      ends.low.decimal.exponent, ends.high.decimal.exponent, step.exponent)
    guard let low = ends.low.decimal.digits(at: power), low.magnitude < 1 << 100,
      let high = ends.high.decimal.digits(at: power), high.magnitude < 1 << 100,
      let step = step.digits(at: power), step.magnitude < 1 << 90
    else {
      throw Diagnostic(
        .tooLong, "these numbers have too many digits to be counted in steps", at: ends.range)
    }
    let width = high - low
    guard width == 0 || width >= step || step - width <= step / 1_000_000_000 else {
      throw Diagnostic(
        .step, "the step goes past the end at once", at: ends.syntax.step?.range ?? ends.range,
        suggestions: ["\(ends.text) step \(ends.proposedStep)"], repairs: ends.range)
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
    _ ends: RangeEnds, ratio: ConstantNumber, _ syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    try requirePositive(ends)
    guard ratio.unit == nil, ratio.decimal.value > 1 else {
      throw Diagnostic(
        .step, "the step of a range with 'log' is a ratio above 1, such as 2", at: syntax.range)
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

  func counted(
    _ ends: RangeEnds, by syntax: ExpressionSyntax
  ) throws(Diagnostic) -> [Double] {
    let number = try constant(syntax)
    guard number.unit == nil, let count = Int(exactly: number.decimal.value), count >= 2 else {
      throw Diagnostic(.step, "a count is a whole number of at least 2", at: syntax.range)
    }
    guard count <= Self.mostValues else { throw tooMany(ends, "\(count)") }
    guard ends.low.decimal != ends.high.decimal else {
      throw Diagnostic(.range, "both ends are the same number", at: ends.range)
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
        .step, "\(name) takes \(wanted), and \(count) values here would hold \(odd.decimalText())",
        at: syntax.range, suggestions: ["\(ends.text) step \(ends.proposedStep)"],
        repairs: ends.range)
    }
    return values
  }

  /// The number that lies a share of the way between two others, counted in ratios.
  private static func mean(_ low: Double, _ high: Double, _ share: Double) -> Double {
    Mathematics.power(low, 1 - share) * Mathematics.power(high, share)
  }

  /// `numerator · 10^power / steps`, rounded once where the two whole numbers are exact doubles.
  private static func quotient(_ numerator: Int128, _ steps: Int128, _ power: Int) -> Double {
    let limit = Int128(1) << 53
    if power >= -15, numerator.magnitude < limit.magnitude {
      let scale = Double(Int64(steps)) * DecimalNumber.exactPower(-power)
      if scale < 0x1p53 { return Double(Int64(numerator)) / scale }
    }
    return DecimalNumber(numerator, exponent: power).value / Double(Int64(steps))
  }

  /// `count` values whose distances are equal: one exact fraction each, rounded once.
  private func evenlySpaced(_ ends: RangeEnds, count: Int) throws(Diagnostic) -> [Double] {
    let power = min(ends.low.decimal.exponent, ends.high.decimal.exponent, 0)
    let limit = Int128(1) << 100
    guard let low = ends.low.decimal.digits(at: power), low.magnitude < limit.magnitude,
      let high = ends.high.decimal.digits(at: power), high.magnitude < limit.magnitude
    else {
      throw Diagnostic(.tooLong, "these numbers have too many digits to be counted", at: ends.range)
    }
    let steps = Int128(count - 1)
    return (0..<count).map { index in
      let numerator = low * (steps - Int128(index)) + high * Int128(index)
      if numerator % steps == 0 {
        return DecimalNumber(numerator / steps, exponent: power).value
      }
      return Self.quotient(numerator, steps, power)
    }
  }

  // MARK: Checks

  private func requirePositive(_ ends: RangeEnds) throws(Diagnostic) {
    guard ends.low.decimal.value > 0 else {
      throw Diagnostic(.range, "a range with 'log' begins above 0", at: ends.syntax.low.range)
    }
  }

  /// Lengths spaced by ratios are rounded to whole numbers; equal neighbours become one.
  private func wholeIfLengths(_ values: [Double]) throws(Diagnostic) -> [Double] {
    guard kind == .length else { return values }
    var whole: [Double] = []
    for value in values where whole.last != value.rounded() { whole.append(value.rounded()) }
    return whole
  }

  private func tooMany(_ ends: RangeEnds, _ count: String) -> Diagnostic {
    Diagnostic(
      .tooLarge, "this range has \(count) values; at most \(Self.mostValues) can be counted",
      at: ends.range,
      suggestions: ["\(ends.text) count 100"], repairs: ends.range)
  }
}
