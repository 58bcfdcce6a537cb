import PlateauColumns
import PlateauMarket

/// The values of a series that order rules read, where lanes can reach them quickly.
final class OrderSeries {
  /// A value for each bar of the market.
  let values: UnsafeMutablePointer<Double>
  private let count: Int

  /// Keeps a value for each bar.
  init(_ value: ColumnValue, count: Int) {
    self.count = count
    values = .allocate(capacity: max(count, 1))
    values.initialize(from: value.column(rowCount: count), count: count)
  }

  deinit { values.deallocate() }
}

/// The series of the candidates on one market: each is computed once for those that share it.
struct OrderSeriesCache {
  private struct Key: Hashable {
    let index: Int
    let parameters: [UInt64]
  }

  private let plan: OrderPlan
  private let market: Market
  private var kept: [Key: OrderSeries] = [:]
  /// The series of the candidate that was asked for last, in the order of the plan.
  private(set) var current: [OrderSeries] = []
  /// The first bar on which all series are defined, where no parameter has a say in them.
  private var commonFirstBar: Int??

  /// Keeps nothing yet.
  init(_ plan: OrderPlan, market: Market) {
    self.plan = plan
    self.market = market
  }

  /// Whether no parameter has a say in any series.
  private var isCommon: Bool { plan.series.allSatisfy(\.parameters.isEmpty) }

  /// Finds or computes the series of a candidate.
  ///
  /// - Returns: The first bar of the window on which all are defined.
  /// - Throws: `CandidateFailure` where one cannot be computed.
  mutating func find(_ parameters: [Double]) throws(CandidateFailure) -> Int? {
    if isCommon, let commonFirstBar { return commonFirstBar }
    var found: [OrderSeries] = []
    for (index, series) in plan.series.enumerated() {
      let key = Key(index: index, parameters: series.parameters.map { parameters[$0].bitPattern })
      if let known = kept[key] {
        found.append(known)
      } else {
        let values = OrderSeries(
          try evaluate(series.program, parameters), count: market.series.count)
        kept[key] = values
        found.append(values)
      }
    }
    current = found
    let first = market.window.first { bar in found.allSatisfy { !$0.values[bar].isNaN } }
    if isCommon { commonFirstBar = .some(first) }
    return first
  }

  /// Runs a program for a candidate.
  func evaluate(
    _ program: ColumnProgram, _ parameters: [Double]
  ) throws(CandidateFailure) -> ColumnValue {
    let named = zip(plan.parameterNames, parameters).map { (name: $0, value: $1) }
    do {
      return try program.evaluate(in: market.environment(adding: named))
    } catch {
      throw CandidateFailure(error.description)
    }
  }

  /// Forgets the series that parameters have a say in.
  mutating func clear() {
    if !isCommon { kept.removeAll(keepingCapacity: true) }
  }
}
