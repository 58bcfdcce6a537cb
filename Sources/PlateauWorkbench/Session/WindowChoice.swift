import PlateauColumns
import PlateauLanguage
import PlateauMarket

/// The span of bars that are scored; bars before it serve warm-up only.
struct WindowChoice: Equatable, Sendable {
  /// How the span is given.
  private let form: SpanSyntax.Form?
  /// The text that gives this span again.
  let text: String

  /// The last twelve months of the data: the default.
  static let lastYear = WindowChoice()

  private init() {
    form = nil
    text = "last 1y"
  }

  /// Whether every bar is scored.
  var isAll: Bool { form == .all }

  /// A span as it was typed.
  init(_ span: SpanSyntax) {
    form = span.form
    text = span.text
  }

  /// The span from one bar's stamp through another's.
  init(from first: Timestamp, through last: Timestamp) {
    form = .dates(DateLiteral(first), DateLiteral(last))
    text = "\(first)..\(last)"
  }

  /// The bars of a series that lie in the window; may be empty.
  func bars(of series: PriceSeries) -> Range<Int> {
    switch form {
    case nil: series.bars(lastMonths: 12)
    case .all: series.bars(from: nil, through: nil)
    case .lastBars(let count): series.bars(last: count)
    case .lastShare(let share): series.bars(lastShare: share)
    case .lastTime(let count, let unit): Self.bars(of: series, last: count, unit)
    case .dates(let first, let last):
      series.bars(
        from: first.timestamp, through: last.timestamp, isWholeDay: !last.hasTime)
    }
  }

  private static func bars(
    of series: PriceSeries, last count: Double, _ unit: NumberUnit
  ) -> Range<Int> {
    let years: Double =
      switch unit {
      case .years: count
      case .months: count / 12
      case .weeks: count / 52
      case .days: count / 365
      case .hours: count / 8760
      default: count / 525_600
      }
    // A span of a thousand years is everything.
    guard years < 1000 else { return series.bars(from: nil, through: nil) }
    return switch unit {
    case .years: series.bars(lastMonths: Int((count * 12).rounded()))
    case .months: series.bars(lastMonths: Int(count.rounded()))
    case .weeks: series.bars(lastDays: Int((count * 7).rounded()))
    case .days: series.bars(lastDays: Int(count.rounded()))
    case .hours: series.bars(lastSeconds: Int((count * 3600).rounded()))
    default: series.bars(lastSeconds: Int((count * 60).rounded()))
    }
  }
}
