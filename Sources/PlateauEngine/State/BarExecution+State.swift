extension BarExecution {
  /// What a rule reads of the account at a close, after that bar's fills.
  func value(of state: AccountState, at bar: PriceBar) -> Double {
    switch state {
    case .position: account.units
    case .entryPrice: position?.entryPrice ?? .nan
    case .lastFill: lastFill
    case .barsHeld: position.map { Double(bar.index - $0.entryBar) } ?? .nan
    case .highSince: position?.highest ?? .nan
    case .lowSince: position?.lowest ?? .nan
    case .equity: equity(at: bar)
    case .weight: weight(at: bar)
    case .pnl: position.map { gain(of: $0, at: bar) } ?? .nan
    }
  }

  private func weight(at bar: PriceBar) -> Double {
    let equity = equity(at: bar)
    return equity == 0 ? .nan : account.units * bar.close / equity
  }

  private func gain(of position: OpenPosition, at bar: PriceBar) -> Double {
    (position.isLong ? 1 : -1) * (bar.close - position.entryPrice) / position.entryPrice
  }
}
