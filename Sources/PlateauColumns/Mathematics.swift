// The one file that names the platform's mathematics library. Its last bit may differ between
// platforms, which is why a run record carries the platform.
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Functions of the platform's mathematics library under Plateau's names.
public enum Mathematics {
  /// `base` to the power of `exponent`.
  public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// The natural logarithm.
  public static func logarithm(_ value: Double) -> Double { log(value) }

  /// The exponential function.
  public static func exponential(_ value: Double) -> Double { exp(value) }

  /// The cosine of an angle in radians.
  public static func cosine(_ angle: Double) -> Double { cos(angle) }
}
