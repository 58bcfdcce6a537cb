import PlateauColumns

extension Cell {
  /// The value on its own for reading: numbers carry their unit.
  public func text(_ numbers: NumberStyle, digits: ShownDigits = .own) -> String {
    switch self {
    case .text(let text): text
    case .number(let value, let kind): numbers.text(value, kind, digits: digits)
    case .time(let time): time.description
    case .flag(let flag): flag ? "yes" : "no"
    case .undefined: numbers.undefined
    }
  }

  /// The value for files: exact numbers, `true` and `false`, and `nil` where it is undefined.
  public var exactText: String? {
    switch self {
    case .text(let text): text
    case .number(let value, .condition): value.isNaN ? nil : value == 0 ? "false" : "true"
    case .number(let value, _): ExactNumber.text(value)
    case .time(let time): time.description
    case .flag(let flag): flag ? "true" : "false"
    case .undefined: nil
    }
  }
}
