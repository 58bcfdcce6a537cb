extension BarInterval {
  /// The intervals that bars can be put together into, the shortest first.
  public static let resamplingTargets: [BarInterval] =
    [5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720].map { .intraday(seconds: $0 * 60) }
    + [.daily, .weekly, .monthly]

  /// Refuses an interval that bars of this one do not fit into.
  ///
  /// - Parameter target: The longer interval.
  /// - Throws: `ResamplingError` with the reason.
  func requireResampling(to target: BarInterval) throws(ResamplingError) {
    guard self != target else { throw .same(target) }
    switch (self, target) {
    case (.irregular, _), (_, .irregular): throw .irregular
    case (.intraday(let short), .intraday(let long)):
      guard long > short else { throw .finer(from: self, to: target) }
      guard short > 0, long % short == 0 else { throw .noMultiple(from: self, to: target) }
    case (.intraday, _), (.daily, .weekly), (.daily, .monthly): return
    case (.weekly, .monthly): throw .noMultiple(from: self, to: target)
    default: throw .finer(from: self, to: target)
    }
  }
}

extension BarInterval {
  /// Whether bars of this interval fit into a longer one.
  public func canBeResampled(to target: BarInterval) -> Bool {
    (try? requireResampling(to: target)) != nil
  }
}
