/// Why bars cannot be put together into longer ones.
public enum ResamplingError: Error, Hashable, Sendable {
  /// The bars have no usual interval.
  case irregular
  /// The bars have the interval already.
  case same(BarInterval)
  /// The interval is shorter than that of the bars.
  case finer(from: BarInterval, to: BarInterval)
  /// The interval is no whole number of the bars'.
  case noMultiple(from: BarInterval, to: BarInterval)
}

extension ResamplingError: CustomStringConvertible {
  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .irregular: "the bars keep no interval of which another could be made"
    case .same(let interval): "the bars are \(interval.description) already"
    case .finer(let source, let target):
      "\(source.description) bars cannot be taken apart into \(target.description) bars"
    case .noMultiple(.weekly, .monthly):
      "weekly bars cannot be put together into monthly bars: a week can lie in two months"
    case .noMultiple(let source, let target):
      "\(target.description) is no multiple of the bars' interval, \(source.description)"
    }
  }
}
