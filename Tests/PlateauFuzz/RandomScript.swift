import PlateauColumns

/// A session that is right from its first line to its last, of commands in a random order.
struct RandomScript {
  private var random: RandomStream
  private var lines: [String] = []
  private var strategy = Strategy.choices[0]
  private var notes = 0
  private var filters = 0

  init(seed: UInt64) {
    random = RandomStream(seed: seed)
  }

  /// A strategy with values that its parameters take.
  private struct Strategy {
    let text: String
    let values: [(name: String, choices: [String])]
    let requirements: [String]

    static let choices = [
      Strategy(
        text: "strategy sma_cross",
        values: [
          ("fast", ["2..6", "{3, 5, 9}", "2..8 step 3"]), ("slow", ["{12, 20}", "10..30 step 10"]),
        ], requirements: ["fast < slow", "slow - fast > 4", "fast * 2 <= slow"]),
      Strategy(
        text: "strategy swing",
        values: [
          ("sma_fast", ["3..5", "{2, 6}"]), ("sma_slow", ["{10, 15}", "9..12"]),
          ("stop_loss_pct", ["2%", "1%..4% step 1%"]), ("max_hold_days", ["{5, 20}"]),
        ], requirements: ["sma_fast < sma_slow", "stop_loss_pct <= 3%"]),
      Strategy(
        text: "strategy rsi_reversion",
        values: [("period", ["5..9", "{7, 14}"]), ("oversold", ["{25, 35}", "20..40 count 3"])],
        requirements: ["oversold < overbought"]),
      Strategy(
        text: "strategy volatility_balancing",
        values: [
          ("trigger_threshold_pct", ["1%..3% step 1%", "{2%, 5%}"]),
          ("rebalance_ratio", ["0.5..2.0 step 0.5"]),
        ], requirements: ["trigger_threshold_pct < 5%"]),
      Strategy(
        text: """
          strategy own {
            param n = 5 in 3..6
            param band = 1%
            let base = ema(close, n)
            buy when close > base * (1 + band)
            sell when close < base or rsi(close, 7) > 80
          }
          """,
        values: [("n", ["3..8", "{4, 9}"]), ("band", ["{0%, 1%}", "0%..2% step 0.5%"])],
        requirements: ["n > 3"]),
    ]
  }

  /// The script; its last command saves the session as `saved.plateau`.
  mutating func next() -> String {
    addData()
    addStrategy()
    for _ in 0..<below(8) { addSetting() }
    lines.append("sweep")
    for _ in 0..<below(4) { addView() }
    if below(2) == 0 {
      for _ in 0..<filters { lines.append("unset filter") }
      filters = 0
      for _ in 0..<below(4) { addSetting() }
      lines.append("sweep as \"run \(below(100)) again\"")
      for _ in 0..<below(4) { addView() }
    }
    lines.append("save saved.plateau")
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func addData() {
    let bars = 150 + below(250)
    lines.append("generate P bars \(bars) seed \(below(1000))")
    if below(3) == 0 {
      lines.append(
        "generate \"Q x\" bars \(bars + below(50)) seed \(below(1000)) regimes bull, bear")
      lines.append(pick(["use P, \"Q x\"", "use P", "use \"Q x\""]))
    }
    lines.append(pick(["window all", "window last \(100 + below(50)) bars", "window last 80%"]))
  }

  private mutating func addStrategy() {
    strategy = pick(Strategy.choices)
    lines.append(strategy.text)
    // The first of its values always, so that there is something to sweep.
    for (index, value) in strategy.values.enumerated() where index == 0 || below(3) > 0 {
      lines.append("set \(value.name) \(pick(value.choices))")
    }
    if below(2) == 0 { lines.append("require \(pick(strategy.requirements))") }
  }

  /// Something that changes what is swept or shown, at times taken back, or taken back and made
  /// again.
  private mutating func addSetting() {
    switch below(8) {
    case 0: undoable("set commission 0.\(1 + below(9))%")
    case 1: undoable("set cash \(1000 + below(100_000))")
    case 2:
      undoable(pick(["set fill close", "set stop 5%", "set direction long", "set slippage 3bp"]))
    case 3: undoable("objective \(pick(["calmar", "minimize drawdown", "sharpe - drawdown"]))")
    case 4:
      notes += 1
      undoable("note \"remark \(notes): \\\"quoted\\\" # no comment\"")
    case 5:
      notes += 1
      undoable("define own\(notes) = sharpe * \(1 + below(9)) - drawdown")
    case 6: lines.append("set metrics +\(pick(["omega_ratio", "sqn", "skew"]))")
    default: lines.append("set columns \(pick(["sharpe", "sharpe, drawdown", "default"]))")
    }
  }

  private mutating func undoable(_ command: String) {
    lines.append(command)
    switch below(6) {
    // It may have changed nothing: then undo would take back something else.
    case 0 where command.hasPrefix("note") || command.hasPrefix("define"): lines.append("undo")
    case 1: lines += ["undo", "redo"]
    default: break
    }
  }

  private mutating func addView() {
    switch below(7) {
    case 0:
      filters += 1
      lines.append(
        "filter \(pick(["trades >= 0", "drawdown < 90%", "sharpe > -99 or trades = 0"]))")
    case 1: lines.append("top \(1 + below(9)) by \(pick(["sharpe", "calmar", "1 - drawdown"]))")
    case 2: lines.append(pick(["show 0", "trades 0", "equity 0"]))
    case 3: lines.append(pick(["describe", "failures", "runs", "history", "set", "data"]))
    case 4:
      lines.append(
        "set mode \(pick(["csv", "json", "jsonl", "markdown", "line"])); top 2; set mode table")
    case 5: lines.append("assert candidates > 0")
    default: lines.append("export csv results\(lines.count).csv force")
    }
  }

  private mutating func below(_ limit: Int) -> Int {
    min(limit - 1, Int(random.uniform() * Double(limit)))
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }
}
