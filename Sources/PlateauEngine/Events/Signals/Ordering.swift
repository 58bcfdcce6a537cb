import PlateauColumns

/// Where one column is above another and where it is below: every comparison follows from these.
struct Ordering {
  private var left: ColumnFamily
  private var right: ColumnFamily
  /// The bars on which the left side is the larger.
  private(set) var above: BarMask
  /// The bars on which the right side is the larger.
  private(set) var below: BarMask
  /// The bars on which both sides have a value.
  private var comparable: BarMask
  /// The bars on which everything that both sides read is defined, values included.
  private(set) var defined: BarMask
  /// Whether a number that either side reads is undefined.
  private(set) var readsUndefinedNumber = false
  /// The versions of both sides that the masks are of.
  private var versions: (left: Int, right: Int)?

  /// Creates the ordering of two families over as many bars.
  init(_ left: ColumnFamily, _ right: ColumnFamily, barCount: Int) {
    self.left = left
    self.right = right
    above = BarMask(count: barCount)
    below = above
    comparable = above
    defined = above
  }

  /// Makes the masks those of a candidate's parameters.
  ///
  /// - Throws: `CandidateFailure` when a side cannot be evaluated.
  /// - Complexity: O(bars), nothing where neither side has changed.
  mutating func update(_ parameters: [Double]) throws(CandidateFailure) {
    let places = (left: try left.place(parameters), right: try right.place(parameters))
    let latest = (left: left.version(of: places.left), right: right.version(of: places.right))
    if let versions, versions == latest { return }
    let (a, b) = (left[places.left], right[places.right])
    readsUndefinedNumber = a.readsUndefinedNumber || b.readsUndefinedNumber
    defined = a.defined
    defined.formIntersection(b.defined)
    comparable = a.present
    comparable.formIntersection(b.present)
    compare(a.value, b.value)
    versions = latest
  }

  private mutating func compare(_ left: ColumnValue, _ right: ColumnValue) {
    switch (left, right) {
    case (.scalar(let a), .scalar(let b)):
      above = BarMask(count: above.count, all: a > b)
      below = BarMask(count: above.count, all: a < b)
    case (.column(let a), .scalar(let b)): compare(a, b, isSwapped: false)
    case (.scalar(let a), .column(let b)): compare(b, a, isSwapped: true)
    case (.column(let a), .column(let b)):
      for word in 0..<(above.count + 63) / 64 {
        var (more, less): (UInt64, UInt64) = (0, 0)
        for bar in word * 64..<min(word * 64 + 64, above.count) {
          let bit = UInt64(bar & 63)
          more |= (a[bar] > b[bar] ? 1 : 0) << bit
          less |= (a[bar] < b[bar] ? 1 : 0) << bit
        }
        above.setWord(word, to: more)
        below.setWord(word, to: less)
      }
    }
  }

  private mutating func compare(_ values: [Double], _ number: Double, isSwapped: Bool) {
    for word in 0..<(above.count + 63) / 64 {
      var (more, less): (UInt64, UInt64) = (0, 0)
      for bar in word * 64..<min(word * 64 + 64, above.count) {
        let bit = UInt64(bar & 63)
        more |= (values[bar] > number ? 1 : 0) << bit
        less |= (values[bar] < number ? 1 : 0) << bit
      }
      above.setWord(word, to: isSwapped ? less : more)
      below.setWord(word, to: isSwapped ? more : less)
    }
  }

  /// The bars on which a relation holds.
  func mask(_ relation: ColumnComparison.Relation) -> BarMask {
    switch relation {
    case .greater: return above
    case .less: return below
    case .greaterOrEqual: return comparable.subtracting(below)
    case .lessOrEqual: return comparable.subtracting(above)
    case .notEqual: return above.union(below)
    case .equal: return comparable.subtracting(above).subtracting(below)
    case .crossesAbove:
      return above.intersection(comparable.subtracting(above).delayedByOneBar())
    case .crossesBelow:
      return below.intersection(comparable.subtracting(below).delayedByOneBar())
    case .doesNotCrossAbove:
      return comparable.intersection(comparable.delayedByOneBar()).subtracting(mask(.crossesAbove))
    case .doesNotCrossBelow:
      return comparable.intersection(comparable.delayedByOneBar()).subtracting(mask(.crossesBelow))
    }
  }

  /// The bars on which everything is defined, the values of the bar before included.
  var definedOnBoth: BarMask { defined.intersection(comparable.delayedByOneBar()) }
}
