import PlateauColumns
import PlateauEngine

extension ExecutionSetting {
  /// The default as it would be typed.
  var defaultText: String {
    if name == "sizing" { return "all_in" }
    if name == "periods_per_year" { return "auto" }
    if !labels.isEmpty { return labels[Int(defaultValue)] }
    return NumberText.typed(defaultValue, kind: kind)
  }

  /// A value to show in an example: one that differs from the default where that makes sense.
  var exampleText: String {
    switch name {
    case "sizing": "fraction 50%"
    case "periods_per_year": "252"
    case "cash", "max_position_value": "10000"
    case "commission_fixed", "lot": "1"
    case "slippage": "5bp"
    case _ where !labels.isEmpty: labels[labels.count - 1]
    case _ where kind == .fraction: "2%"
    default: defaultText
    }
  }
}

extension SessionSetting {
  /// A value to show in an example.
  var exampleText: String {
    switch self {
    case .metrics: "+omega_ratio"
    case .columns: "sharpe_ratio, max_drawdown"
    case .mode: "csv"
    case .timing: "on"
    case .threads: "2"
    }
  }
}
