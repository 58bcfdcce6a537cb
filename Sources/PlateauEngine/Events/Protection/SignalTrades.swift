/// A position as its rules alone enter and leave it, whatever stops and targets do to it.
struct SignalTrade {
  /// The bar that decides the entry.
  let entryDecision: Int
  /// The bar that decides the exit, or `nil` where none does.
  let exitDecision: Int?
}

extension TradeWalk {
  /// The positions of the rules alone, where a stop or target that ends one early cannot change
  /// the others: no entry is decided while the rules hold a position.
  ///
  /// - Returns: `nil` where an earlier end would let another position begin.
  /// - Complexity: O(trades + bars / 64).
  func independentTrades() -> [SignalTrade]? {
    var trades: [SignalTrade] = []
    var from = window.lowerBound
    while let decision = nextEntry(from: from)?.bar {
      let entryBar = fillsAtClose ? decision : decision + 1
      let exit = exitDecision(
        isLong: true, entryBar: entryBar, from: fillsAtClose ? entryBar + 1 : entryBar,
        before: decisionEnd)?.bar
      trades.append(SignalTrade(entryDecision: decision, exitDecision: exit))
      // The bar of an exit at the open began with a position, unless it was ended before.
      let wait = fillsAtClose || allowsReversal ? 0 : 1
      let lastHeld = exit.map { $0 + wait } ?? decisionEnd
      if masks.buys.first(in: decision + 1..<max(decision + 1, min(lastHeld + 1, decisionEnd)))
        != nil
      {
        return nil
      }
      guard let exit else { break }
      from = exit + 1 + wait
    }
    return trades
  }
}
