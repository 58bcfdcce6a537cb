extension Double {
  /// The number itself, or undefined where it is none or infinite.
  var ifFinite: Double { isFinite ? self : .nan }
}
