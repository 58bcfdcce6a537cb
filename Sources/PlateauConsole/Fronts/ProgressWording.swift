import PlateauWorkbench

/// The status line of a running sweep.
enum ProgressWording {
  /// Share done, rate, time left, failures and the best so far, in one line.
  static func line(_ report: ProgressReport) -> String {
    let share = report.total > 0 ? Double(report.done) / report.total : 0
    var parts = ["\(Int(min(share, 1) * 100))%", "\(Int(report.rate)) candidates/s"]
    if let left = report.secondsLeft { parts.append("\(time(left)) left") }
    if report.failed > 0 { parts.append("\(report.failed) failed") }
    if let best = report.best { parts.append("best \(best)") }
    return parts.joined(separator: "  ")
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    guard whole >= 60 else { return "\(whole) s" }
    guard whole >= 3600 else { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
