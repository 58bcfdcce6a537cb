/// The arithmetic mean; `nan` for no values.
///
/// - Complexity: O(values).
public func mean(of values: [Double]) -> Double {
  values.reduce(0, +) / Double(values.count)
}

/// The standard deviation with n - 1, in the unit of the values, none of them undefined.
///
/// - Returns: Zero for values that differ by no more than rounding, `nan` for fewer than two.
/// - Complexity: O(values), two passes.
public func sampleDeviation(of values: [Double]) -> Double {
  guard values.count > 1 else { return .nan }
  let mean = mean(of: values)
  var (squares, largest) = (0.0, 0.0)
  for value in values {
    squares += (value - mean) * (value - mean)
    largest = max(largest, abs(value))
  }
  let deviation = (squares / Double(values.count - 1)).squareRoot()
  // Equal returns differ in their last bits once they have passed through an equity curve.
  return deviation > 1e-13 * max(1, largest) ? deviation : 0
}

/// A deviation of returns, or zero where it is no more than the rounding of an equity curve.
@inline(__always)
func beyondRounding(deviation: Double) -> Double { deviation > 1e-13 ? deviation : 0 }

/// The central moment of an order: the mean of (value - mean)^order.
func centralMoment(_ order: Int, of values: [Double]) -> Double {
  let mean = mean(of: values)
  var sum = 0.0
  for value in values {
    var power = 1.0
    for _ in 0..<order { power *= value - mean }
    sum += power
  }
  return sum / Double(values.count)
}

/// A quantile with linear interpolation between the neighbours of position share · (n - 1).
///
/// - Parameters:
///   - share: The part of the values below it, 0 to 1.
///   - sorted: The values in ascending order.
/// - Returns: `nan` for no values.
public func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
  guard let last = sorted.last else { return .nan }
  let position = share * Double(sorted.count - 1)
  let index = Int(position)
  guard index + 1 < sorted.count else { return last }
  return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
}

/// A quotient, undefined where the divisor is zero.
func ratio(_ numerator: Double, _ divisor: Double) -> Double {
  divisor == 0 ? .nan : numerator / divisor
}
