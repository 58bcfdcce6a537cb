/// The numbers of one row by role.
struct RowValues {
  private var values: SIMD16<Double> = .zero
  private let hasOpen: Bool
  private let hasHigh: Bool
  private let hasLow: Bool
  private let hasAdjusted: Bool

  init(_ layout: RowLayout) {
    hasOpen = layout.place(of: .open) != nil
    hasHigh = layout.place(of: .high) != nil
    hasLow = layout.place(of: .low) != nil
    hasAdjusted = layout.place(of: .adjusted) != nil
  }

  subscript(role: RowLayout.Role) -> Double {
    @inline(__always) get { values[Int(role.rawValue)] }
    @inline(__always) set { values[Int(role.rawValue)] = newValue }
  }

  /// Fills in open, high and low where the file has none.
  @inline(__always)
  mutating func complete() {
    if !hasOpen { self[.open] = self[.close] }
    if !hasHigh { self[.high] = max(self[.open], self[.close]) }
    if !hasLow { self[.low] = min(self[.open], self[.close]) }
  }

  /// Whether the high is not below the low, by more than rounding.
  @inline(__always)
  var isBar: Bool {
    !(hasHigh && hasLow) || self[.high] >= self[.low] * (1 - PriceCheck.rounding)
  }

  /// Scales the prices to the adjusted close, where there is one; says whether it changed them.
  @inline(__always)
  mutating func adjust() -> Bool {
    guard hasAdjusted, self[.adjusted] != self[.close] else { return false }
    let scale = PriceAdjustment(close: self[.close], adjustedClose: self[.adjusted])
    self[.open] = scale(self[.open])
    self[.high] = scale(self[.high])
    self[.low] = scale(self[.low])
    self[.close] = self[.adjusted]
    return true
  }
}
