/// A candidate whose rule is made and that waits for a lane.
struct Waiting {
  let row: Int
  /// Where its rule is.
  let rule: Int
  let terms: AnchoredTerms
  let cash: Double
  let periodsPerYear: Double
  let riskFree: Double
  let isLimited: Bool

  init(row: Int, rule: Int, terms: AnchoredTerms, settings: ExecutionSettings) {
    self.row = row
    self.rule = rule
    self.terms = terms
    cash = settings.cash
    periodsPerYear = settings.periodsPerYear
    riskFree = settings.riskFree
    isLimited = terms.isLimited
  }

  /// What candidates are ordered by: those of one threshold tend to trade at the same bars.
  var key: Double { (isLimited ? 2 : 0) + terms.threshold }
}

/// A candidate while it runs: what the kernel's numbers do not say.
struct Lane {
  /// Where its rule is.
  let rule: Int
  /// Commission as a fraction of notional.
  let commission: Double
  /// Opening cash.
  let cash: Double
  let periodsPerYear: Double
  let riskFreePerBar: Double
  /// The bar since which nothing has been held.
  var emptySince: Int?
  /// Closes without units before that.
  var emptyCloses = 0
  /// Whether cash or units have been so near zero that rounding may decide what happens.
  var isDelicate = false
  /// The last day on which the rule itself acted, and its fills on it.
  var day = Int.min
  var ordersToday = 0

  init(_ candidate: Waiting, emptySince: Int?, on shared: LaneMarket) {
    rule = candidate.rule
    commission = candidate.terms.commission
    cash = candidate.cash
    periodsPerYear =
      candidate.periodsPerYear.isNaN ? shared.market.periodsPerYear : candidate.periodsPerYear
    riskFreePerBar = candidate.riskFree / periodsPerYear
    self.emptySince = emptySince
  }
}
