import PlateauLanguage
import PlateauReport

/// Chooses the bars that are scored.
enum WindowCommand: Command {
  static let signature = CommandSignature(
    "window", group: "data", summary: "choose the span of bars that is scored",
    [.optional([.span("span")])],
    details: """
      'all', 'last 1y', 'last 20%', 'last 500 bars' or two dates, both included. 'last' counts \
      from the last bar of the data, never from today. Bars before the window serve warm-up only.
      """,
    examples: ["window all", "window last 1y", "window 2015-01-01..2020-12-31"],
    related: ["load", "series", "sweep"])

  static func run(_ call: CommandCall, in session: Session) throws -> Document {
    if let span = call.span("span") {
      session.state.window = WindowChoice(span)
      if !session.state.datasetsInUse.isEmpty {
        _ = try session.marketShelf.markets(of: session.state)
      }
    }
    guard !session.state.datasetsInUse.isEmpty else {
      return .message("window \(session.state.window.text)")
    }
    return .message(DatasetWording.window(session.state, isFirst: false))
  }
}
