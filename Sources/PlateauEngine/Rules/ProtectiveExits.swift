/// An exit that the prices of a bar forced.
struct ProtectiveExit {
  /// The price before slippage.
  let price: Double
  /// Stop, trail or target.
  let reason: ExitReason
  /// Whether the bar touched both stop and target.
  let isAmbiguous: Bool
}

/// The prices at which an open position is closed (DESIGN part 4).
struct ProtectiveExits {
  /// Whether the position is long.
  let isLong: Bool
  /// The price of the fixed stop; `nan` for none.
  let stopLevel: Double
  /// The price of the target; `nan` for none.
  let targetLevel: Double
  /// How far the trailing stop stays behind the best price; `nan` for none.
  let trailDistance: Double
  /// The best price since the entry, up to the bar before.
  private(set) var best: Double

  /// Creates the levels of an entry.
  ///
  /// - Parameters:
  ///   - isLong: Whether the position is long.
  ///   - basis: The price that the fractions count from; also the first best price.
  ///   - stop: Loss as a fraction; `nan` for none.
  ///   - target: Gain as a fraction; `nan` for none.
  ///   - trail: Distance as a fraction; `nan` for none.
  init(isLong: Bool, basis: Double, stop: Double, target: Double, trail: Double) {
    self.isLong = isLong
    let sign = isLong ? 1.0 : -1.0
    stopLevel = basis * (1 - sign * stop)
    targetLevel = basis * (1 + sign * target)
    trailDistance = basis * trail
    best = basis
  }

  /// Lets the trailing stop follow a bar that is over.
  mutating func follow(high: Double, low: Double, close: Double, by protection: Protection) {
    let reached = protection == .close ? close : (isLong ? high : low)
    best = isLong ? max(best, reached) : min(best, reached)
  }

  /// The exit a bar forces, if any.
  ///
  /// The open decides first. Then the low and the high do, or the close alone with
  /// `protective close`; the stop before the target, unless `protective best`.
  func exit(
    open: Double, high: Double, low: Double, close: Double, by protection: Protection
  ) -> ProtectiveExit? {
    let (stop, reason) = nearestStop
    if let exit = exit(at: open, stop: stop, reason: reason) { return exit }
    if protection == .close { return exit(at: close, stop: stop, reason: reason) }
    let touchesStop = isBeyond(isLong ? low : high, stop: stop)
    let touchesTarget = isBeyond(isLong ? high : low, target: targetLevel)
    let isAmbiguous = touchesStop && touchesTarget
    if touchesTarget && (protection == .best || !touchesStop) {
      return ProtectiveExit(price: targetLevel, reason: .target, isAmbiguous: isAmbiguous)
    }
    guard touchesStop else { return nil }
    return ProtectiveExit(price: stop, reason: reason, isAmbiguous: isAmbiguous)
  }

  /// How stops and targets look at a bar.
  typealias Protection = ExecutionSettings.Protection

  private var nearestStop: (level: Double, reason: ExitReason) {
    let trailing = isLong ? best - trailDistance : best + trailDistance
    if stopLevel.isNaN { return (trailing, .trail) }
    if isLong ? trailing > stopLevel : trailing < stopLevel { return (trailing, .trail) }
    return (stopLevel, .stop)
  }

  private func exit(at price: Double, stop: Double, reason: ExitReason) -> ProtectiveExit? {
    if isBeyond(price, stop: stop) {
      return ProtectiveExit(price: price, reason: reason, isAmbiguous: false)
    }
    if isBeyond(price, target: targetLevel) {
      return ProtectiveExit(price: price, reason: .target, isAmbiguous: false)
    }
    return nil
  }

  private func isBeyond(_ price: Double, stop: Double) -> Bool {
    isLong ? price <= stop : price >= stop
  }

  private func isBeyond(_ price: Double, target: Double) -> Bool {
    isLong ? price >= target : price <= target
  }
}
