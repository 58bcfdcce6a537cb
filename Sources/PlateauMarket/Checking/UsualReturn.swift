/// How far closes usually move from one bar to the next.
///
/// Of a long series every k-th return is looked at, so many that at least 50,000 and at most
/// 100,000 are: enough for medians, and no copy of the series.
struct UsualReturn {
  /// The most returns that are looked at.
  static let most = 100_000

  /// The median return.
  let middle: Double
  /// The median of the distances from it.
  let deviation: Double

  /// Measures the returns of closes, or `nil` where there are fewer than two closes.
  ///
  /// - Complexity: O(min(closes, 100,000) · log).
  init?(of close: [Double]) {
    guard close.count >= 2 else { return nil }
    let step = (close.count - 2) / Self.most + 1
    let returns = stride(from: 1, to: close.count, by: step).map { close[$0] / close[$0 - 1] - 1 }
    middle = returns.median
    let middle = middle
    deviation = returns.map { ($0 - middle).magnitude }.median
  }
}

extension [Double] {
  /// The middle value, or the mean of the two in the middle; `nan` of nothing.
  ///
  /// - Complexity: O(count · log(count)).
  var median: Double {
    guard !isEmpty else { return .nan }
    let ascending = sorted()
    let upper = ascending[count / 2]
    return count % 2 == 1 ? upper : (ascending[count / 2 - 1] + upper) / 2
  }
}
