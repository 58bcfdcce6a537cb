extension CompensatedSum {
  /// The exact product of two numbers.
  ///
  /// - Note: Source: Ogita, Rump and Oishi (2005), "Accurate sum and dot product" (TwoProductFMA).
  static func product(_ a: Double, _ b: Double) -> CompensatedSum {
    var sum = CompensatedSum()
    sum.addProduct(a, b)
    return sum
  }

  /// Adds the product of two numbers, of which no digit is lost before the sum is rounded.
  mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    add(product)
    add((-product).addingProduct(a, b))
  }

  /// Adds another sum.
  mutating func add(_ other: CompensatedSum) {
    add(other.high)
    add(other.low)
  }

  /// Adds another sum times a number.
  mutating func add(_ other: CompensatedSum, times factor: Double) {
    addProduct(other.high, factor)
    addProduct(other.low, factor)
  }

  /// Takes away the product of two sums, but for the part beneath the digits that are carried.
  mutating func subtract(_ left: CompensatedSum, times right: CompensatedSum) {
    add(right, times: -left.high)
    addProduct(-left.low, right.high)
  }
}
