import PlateauColumns
import PlateauEngine

/// Entries about what a rule may ask of its own account.
extension HelpTopics {
  static let accountStates: [HelpTopic] = AccountState.allCases.map { state in
    HelpTopic(
      // 'help equity' is about the command.
      name: state == .equity ? "state_equity" : state.rawValue, kind: "state",
      syntax: state.rawValue, summary: state.summary,
      details: """
        Kind: \(state.kind.name). Rules and orders may read it: the account after the bar's fills, \
        at the close that decides. It has no past there, so it cannot stand in a look back, in a \
        crossing, or in a function of several bars.
        """,
      examples: ["strategy example { buy when close > sma(close, 20); \(rule(with: state)) }"],
      related: ["state", "strategy", "bars"])
  }

  /// All of them.
  static let stateOverview = HelpTopic(
    name: "state", kind: "topic", syntax: "state",
    summary: "what rules and orders may ask of their own account",
    details: list(AccountState.allCases.map { ($0.rawValue, $0.summary) })
      + """

      Each is the account after the bar's fills, at the close that decides. 'help NAME' tells \
      more of one; 'help state equity' is about the name, 'help equity' about the command.
      """,
    examples: [
      "strategy example { buy when close > sma(close, 20); sell when bars_held >= 10 }"
    ],
    related: ["strategy", "bars", "functions"])

  /// An exit that reads it.
  private static func rule(with state: AccountState) -> String {
    switch state {
    case .position: "sell when position > 0 and close < sma(close, 20)"
    case .entryPrice: "sell when close < entry_price * 0.95"
    case .lastFill: "sell when close > last_fill * 1.1"
    case .barsHeld: "sell when bars_held >= 10"
    case .highSince: "sell when close < high_since * 0.9"
    case .lowSince: "sell when close > low_since * 1.1"
    case .equity: "sell when equity > 120000"
    case .weight: "sell when weight > 50% and close < sma(close, 20)"
    case .pnl: "sell when pnl > 10%"
    }
  }
}
