public import PlateauColumns

/// What a rule may ask of its own account at a close, after that bar's fills.
public enum AccountState: String, Hashable, Sendable, CaseIterable {
  /// Signed units held; 0 when flat.
  case position
  /// The price of the open position's entry fill; undefined when flat.
  case entryPrice = "entry_price"
  /// The price of the latest fill; undefined before the first.
  case lastFill = "last_fill"
  /// Bars since the entry bar, which is 0; undefined when flat.
  case barsHeld = "bars_held"
  /// The highest high since the entry bar, both ends included; undefined when flat.
  case highSince = "high_since"
  /// The lowest low since the entry bar, both ends included; undefined when flat.
  case lowSince = "low_since"
  /// Cash and position at the close.
  case equity
  /// The position's share of equity, signed; undefined where equity is zero.
  case weight
  /// The open position's gain as a fraction of its entry price, costs aside; undefined when flat.
  case pnl

  /// What its value means.
  public var kind: ValueKind {
    switch self {
    case .position: .number
    case .entryPrice, .lastFill, .highSince, .lowSince: .price
    case .barsHeld: .length
    case .equity: .money
    case .weight, .pnl: .fraction
    }
  }

  /// One line of meaning.
  public var summary: String {
    switch self {
    case .position: "signed units held, 0 when flat"
    case .entryPrice: "price of the open position's entry, undefined when flat"
    case .lastFill: "price of the latest fill, undefined before the first"
    case .barsHeld: "bars since the entry bar, which is 0; undefined when flat"
    case .highSince: "highest high since the entry bar, undefined when flat"
    case .lowSince: "lowest low since the entry bar, undefined when flat"
    case .equity: "cash and position at the close"
    case .weight: "the position's share of equity, signed"
    case .pnl: "gain of the open position as a fraction of its entry price, undefined when flat"
    }
  }

  /// The states that programs read.
  static func read(by programs: [ColumnProgram?]) -> Set<AccountState> {
    Set(programs.flatMap { $0?.inputs ?? [] }.compactMap(AccountState.init(rawValue:)))
  }
}
