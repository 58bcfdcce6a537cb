/// Numbers for files and programs: the shortest decimal that reads back to the same number.
public enum ExactNumber {
  /// The shortest decimal, or `nil` for a number that is undefined or not finite.
  ///
  /// Plain from 1e-7 up to 1e21 and with a power of ten beyond, so that every program reads it;
  /// whole numbers carry no point, and zero no sign.
  ///
  /// - Complexity: Some hundred nanoseconds; less for whole numbers.
  public static func text(_ value: Double) -> String? {
    if value.magnitude < 1e15, value == value.rounded() { return String(Int64(value)) }
    // Of this size, the standard library's shortest description is a plain decimal already.
    if (1e-3..<1e15).contains(value.magnitude) { return value.description }
    guard let number = DecimalDigits(value) else { return nil }
    return (-6...21).contains(number.exponent) ? number.plain() : number.scientific
  }
}
