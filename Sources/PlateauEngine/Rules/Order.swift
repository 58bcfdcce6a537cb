/// What a close decided, to be filled at that close or at the next open.
enum Order {
  /// Close the position.
  case exit(ExitReason)
  /// Open a position from flat.
  case enter(Entry)
  /// Close the position and open the opposite one, as one order.
  case reverse(Entry)

  /// The terms of a new position, as its decision knows them.
  struct Entry {
    /// Whether to buy.
    let isLong: Bool
    /// The close that decided it.
    let decidingClose: Double
    /// The stop as a fraction; `nan` for none.
    let stop: Double
    /// The target as a fraction; `nan` for none.
    let target: Double
    /// The trailing distance as a fraction; `nan` for none.
    let trail: Double
    /// The amount of the sizing; `nan` where it needs none.
    let amount: Double
  }
}

/// A position that has not been closed yet.
struct OpenPosition {
  /// Whether units were bought.
  let isLong: Bool
  /// Units held, above zero.
  let units: Double
  /// The bar of the entry fill.
  let entryBar: Int
  /// The number of that bar's date.
  var entryDay = 0
  /// The price of the entry fill.
  let entryPrice: Double
  /// Commission of the entry.
  let entryFee: Double
  /// The prices at which it is closed.
  var exits: ProtectiveExits
  /// The highest high since the entry bar, both ends included.
  var highest = Double.nan
  /// The lowest low since the entry bar, both ends included.
  var lowest = Double.nan
  /// Borrowing paid so far.
  var borrowing = 0.0

  /// Takes the prices of a bar into the extremes since the entry.
  mutating func extend(to bar: PriceBar) {
    highest = max(highest, bar.high)
    lowest = min(lowest, bar.low)
  }
}
