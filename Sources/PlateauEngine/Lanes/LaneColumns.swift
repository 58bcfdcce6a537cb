import CEngineKernels

/// The numbers of some lanes as the kernel wants them: aligned, four lanes to a vector.
final class LaneColumns {
  /// Lanes of one vector.
  static let width = Int(LANES_WIDTH)

  /// Lanes there is room for.
  let capacity: Int
  private let accounts: UnsafeMutablePointer<Double>
  private let orders: UnsafeMutablePointer<Double>

  /// Allocates room for some lanes.
  init(capacity: Int) {
    let vectors = (capacity + Self.width - 1) / Self.width
    self.capacity = vectors * Self.width
    accounts = Self.allocate(vectors * Self.width * Int(LANES_ACCOUNT_FIELDS.rawValue))
    orders = Self.allocate(vectors * Self.width * Int(LANES_ORDER_FIELDS.rawValue))
  }

  deinit {
    accounts.deallocate()
    orders.deallocate()
  }

  /// What the kernel is given to run the first lanes.
  func kernel(_ count: Int, isLimited: Bool) -> lanes {
    precondition(count <= capacity, "there is room for the lanes")
    return lanes(
      accounts: accounts, orders: orders, vectors: (count + Self.width - 1) / Self.width,
      is_limited: isLimited)
  }

  /// A number that every bar needs.
  subscript(field: lanes_account, lane: Int) -> Double {
    get { accounts[Self.place(field.rawValue, LANES_ACCOUNT_FIELDS.rawValue, lane)] }
    set {
      accounts[Self.place(field.rawValue, LANES_ACCOUNT_FIELDS.rawValue, lane)] = newValue
    }
  }

  /// A number that trades need.
  subscript(field: lanes_order, lane: Int) -> Double {
    get { orders[Self.place(field.rawValue, LANES_ORDER_FIELDS.rawValue, lane)] }
    set {
      orders[Self.place(field.rawValue, LANES_ORDER_FIELDS.rawValue, lane)] = newValue
    }
  }

  /// What a lane's account holds.
  func account(_ lane: Int) -> AnchoredAccount {
    AnchoredAccount(
      cash: self[LANES_CASH, lane], units: self[LANES_UNITS, lane],
      anchor: self[LANES_ANCHOR, lane], tradedNotional: self[LANES_TRADED, lane],
      fillCount: Int(self[LANES_FILLS, lane]))
  }

  /// Sets what a lane's account holds; its band is to be set after it.
  func set(_ lane: Int, to account: AnchoredAccount) {
    self[LANES_CASH, lane] = account.cash
    self[LANES_UNITS, lane] = account.units
    self[LANES_ANCHOR, lane] = account.anchor
    self[LANES_TRADED, lane] = account.tradedNotional
    self[LANES_FILLS, lane] = Double(account.fillCount)
  }

  /// Begins a lane's figures with its first equity.
  func begin(_ lane: Int, equity: Double) {
    self[LANES_LAST, lane] = equity
    self[LANES_PEAK, lane] = equity
    self[LANES_LEVEL, lane] = 1
    self[LANES_RETURN_SUM, lane] = 0
    self[LANES_RETURN_SQUARES, lane] = 0
    self[LANES_SHORTFALLS, lane] = 0
    self[LANES_EQUITY_SUM, lane] = equity
  }

  /// Leaves the next bar of a lane to its own rule.
  ///
  /// - Returns: What `LANES_MOST_SHARE` is to be set to afterwards.
  func suspend(_ lane: Int) -> Double {
    self[LANES_BAND_LOW, lane] = .infinity
    self[LANES_BAND_HIGH, lane] = -.infinity
    let share = self[LANES_MOST_SHARE, lane]
    self[LANES_MOST_SHARE, lane] = -1
    return share
  }

  /// Makes the rest of the last vector lanes of cash in which nothing ever happens.
  func fillUp(from first: Int) {
    var lane = first
    while lane % Self.width != 0 {
      defer { lane += 1 }
      self[LANES_CASH, lane] = 1
      self[LANES_UNITS, lane] = 0
      self[LANES_BAND_LOW, lane] = -.infinity
      self[LANES_BAND_HIGH, lane] = .infinity
      begin(lane, equity: 1)
    }
  }

  private static func place(_ field: UInt32, _ fields: UInt32, _ lane: Int) -> Int {
    (lane / width * Int(fields) + Int(field)) * width + lane % width
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Double> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
    return memory.initializeMemory(as: Double.self, repeating: 0, count: count)
  }
}
