extension Lexer {
  /// Reads a number with at most one glued unit.
  ///
  /// A point counts only before a digit, so that `5..50` is a range; `15 %` is refused with its
  /// repair, since `%` is never an operation.
  func scanNumber(from start: Int) throws(SyntaxFailure) -> Token {
    var digits = ""
    var exponent = 0
    var offset = readDigits(from: start, into: &digits)
    if byte(offset) == UInt8(ascii: "."), byte(offset + 1)?.isDigit == true {
      let whole = digits.utf8.count
      offset = readDigits(from: offset + 1, into: &digits)
      exponent = whole - digits.utf8.count
    } else if byte(offset) == UInt8(ascii: "."), byte(offset + 1) != UInt8(ascii: ".") {
      throw .invalid(
        Diagnostic(
          .numberForm, "a decimal point needs a digit after it", at: start..<offset + 1,
          suggestions: [source[start..<offset]], repairs: start..<offset + 1))
    }
    if let power = readExponent(from: offset) {
      exponent += power.value
      offset = power.end
    }
    let unit = try readUnit(from: offset, ofNumberFrom: start)
    let range = start..<unit.end
    guard
      let literal = NumberLiteral(
        text: source[range], digits: digits, exponent: exponent, unit: unit.unit)
    else { throw .invalid(.numberForm, "this number is too large", at: range) }
    return Token(kind: .number(literal), range: range)
  }

  private func readDigits(from start: Int, into digits: inout String) -> Int {
    var offset = start
    while let byte = byte(offset), byte.isDigit || byte == UInt8(ascii: "_") {
      if byte.isDigit { digits.unicodeScalars.append(Unicode.Scalar(byte)) }
      offset += 1
    }
    return offset
  }

  /// A power of ten such as `e-7`, or `nil` if none stands here.
  private func readExponent(from start: Int) -> (value: Int, end: Int)? {
    guard let letter = byte(start), letter | 0x20 == UInt8(ascii: "e") else { return nil }
    var offset = start + 1
    if byte(offset) == UInt8(ascii: "+") || byte(offset) == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    while byte(offset)?.isDigit == true { offset += 1 }
    guard offset > first else { return nil }
    let limit = 1_000_000
    let value = Int(source[start + 1..<offset]) ?? (byte(start + 1) == 0x2D ? -limit : limit)
    return (max(-limit, min(limit, value)), offset)
  }

  private func readUnit(
    from start: Int, ofNumberFrom numberStart: Int
  ) throws(SyntaxFailure) -> (unit: NumberUnit?, end: Int) {
    var end = start
    while let byte = byte(end), byte.isIdentifierHead || byte.isDigit || byte == UInt8(ascii: "%") {
      end += 1
    }
    let number = source[numberStart..<start]
    guard end > start else {
      var next = start
      while byte(next) == 0x20 || byte(next) == 0x09 { next += 1 }
      guard byte(next) == UInt8(ascii: "%") else { return (nil, start) }
      let range = numberStart..<next + 1
      throw .invalid(
        Diagnostic(
          .numberForm, "the '%' belongs directly after its number", at: range,
          suggestions: [number + "%"],
          repairs: range))
    }
    if let unit = NumberUnit(rawValue: source[start..<end]) { return (unit, end) }
    let wrong = source[start..<end]
    let units = NumberUnit.allCases.map(\.rawValue)
    let near =
      wrong.lowercased() == "m" ? ["min", "mo"] : units.filter { $0 == wrong.lowercased() }
    throw .invalid(
      .numberForm, "'\(shortened(number + wrong))' is not a number", at: numberStart..<end,
      suggestions: near.map { number + $0 },
      hint: "a unit directly after a number is one of \(units.joined(separator: " "))")
  }

  private func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(40) + "…"
  }
}
