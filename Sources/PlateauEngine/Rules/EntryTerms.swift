import PlateauColumns

/// A stop, target or trail rule on every bar.
enum ProtectiveRule {
  /// The same fraction at every entry; `nan` is none.
  case constant(Double)
  /// A fraction of the bar that decides the entry; `nan` is not known yet.
  case column([Double])

  /// The fraction for an entry decided on a bar, `nan` for none.
  ///
  /// - Returns: `nil` where the rule is not above zero, or a column is undefined: an entry whose
  ///   stop is not known, or would close it at once, is not made.
  func fraction(at bar: Int) -> Double? {
    switch self {
    case .constant(let value): value <= 0 ? nil : value
    case .column(let values): values[bar] > 0 ? values[bar] : nil
    }
  }
}

/// The amount of a sizing on every bar.
enum SizeRule {
  /// The amount of the setting; `nan` for all equity, which needs none.
  case setting(Double)
  /// The amount of the strategy's own rule.
  case rule(ColumnValue)

  /// The amount for an entry decided on a bar.
  ///
  /// - Returns: `nil` where the strategy's rule is undefined or not above zero: no order.
  func amount(at bar: Int) -> Double? {
    switch self {
    case .setting(let amount): amount
    case .rule(let value): value[bar] > 0 ? value[bar] : nil
    }
  }
}

/// How long a position is held at most: a number of bars or days, one for all bars or one a bar.
struct HoldingRule {
  /// The longest holding; undefined is none.
  let value: ColumnValue
  /// What it counts.
  let unit: HoldingLimit.Unit
}

/// What the rules of one candidate say of a position, besides when to enter and leave it.
struct EntryTerms {
  /// The stop at an entry.
  let stop: ProtectiveRule
  /// The target at an entry.
  let target: ProtectiveRule
  /// The trailing stop at an entry.
  let trail: ProtectiveRule
  /// The amount of the sizing at an entry.
  let amount: SizeRule
  /// The holding limit on each bar, if there is one.
  let limit: HoldingRule?
  /// Whether the opposite entry turns a position around.
  let allowsReversal: Bool

  /// What an entry decided on a bar takes with it, or `nil` where something is not known.
  func fractions(
    at bar: Int
  ) -> (stop: Double, target: Double, trail: Double, amount: Double)? {
    guard let stop = stop.fraction(at: bar), let target = target.fraction(at: bar),
      let trail = trail.fraction(at: bar), let amount = amount.amount(at: bar)
    else { return nil }
    return (stop, target, trail, amount)
  }

  /// The terms of a position of all equity without a trail.
  static func allEquity(
    stop: ProtectiveRule = .constant(.nan), target: ProtectiveRule = .constant(.nan),
    limit: HoldingRule?, allowsReversal: Bool
  ) -> EntryTerms {
    EntryTerms(
      stop: stop, target: target, trail: .constant(.nan), amount: .setting(.nan), limit: limit,
      allowsReversal: allowsReversal)
  }

  /// Why no candidate with these terms can be run, if that is so.
  ///
  /// - Throws: `CandidateFailure` for a sizing without its amount or its stop.
  func check(_ settings: ExecutionSettings) throws(CandidateFailure) {
    if settings.sizingMode != .allIn, case .setting(let amount) = amount, amount.isNaN {
      throw .noAmount(settings.sizingMode)
    }
    if settings.sizingMode == .risk, case .constant(let stop) = stop, stop.isNaN {
      throw .riskWithoutStop
    }
  }
}
