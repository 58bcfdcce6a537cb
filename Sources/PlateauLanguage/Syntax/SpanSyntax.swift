/// A stretch of time as it was typed.
public struct SpanSyntax: Hashable, Sendable {
  /// How the stretch is given.
  public enum Form: Hashable, Sendable {
    /// Everything there is.
    case all
    /// So many bars, counted from the last one.
    case lastBars(Int)
    /// A share of all bars, counted from the last one: 0.2 is the last fifth.
    case lastShare(Double)
    /// A length of time, counted from the last bar and never from the clock.
    case lastTime(Double, NumberUnit)
    /// From a first date to a last one, both included; one date alone is both.
    case dates(DateLiteral, DateLiteral)
  }

  /// How the stretch is given.
  public let form: Form
  /// The bytes it was read from.
  public let range: Range<Int>

  /// The stretch as it is typed.
  public var text: String {
    switch form {
    case .all: "all"
    case .lastBars(let count): "last \(count) \(count == 1 ? "bar" : "bars")"
    case .lastShare(let share): "last \(share.decimalText(shiftedBy: 2))%"
    case .lastTime(let count, let unit): "last \(count.decimalText())\(unit.rawValue)"
    case .dates(let first, let last): first == last ? first.text : "\(first.text)..\(last.text)"
    }
  }
}
