import PlateauColumns

/// The days of the week a market trades on, as its bars show them.
enum TradingWeek {
  /// Monday to Friday or fewer: an exchange.
  case exchange
  /// Every day.
  case sevenDays

  /// Days on which bars are expected in a year.
  var daysPerYear: Double {
    switch self {
    case .exchange: 252
    case .sevenDays: 365
    }
  }

  /// Finds the week from ascending dates, one a trading day.
  ///
  /// A market trades seven days if at least half of the Saturdays and half of the Sundays between
  /// its first and its last day have a bar; Sunday evenings alone do not make a week of seven days.
  init(days: [CivilDate]) {
    guard let first = days.first, let last = days.last else {
      self = .exchange
      return
    }
    let trades = [6, 7].allSatisfy { weekday in
      let present = days.count { $0.weekday == weekday }
      let firstNumber = first.dayNumber + (weekday - first.weekday + 7) % 7
      let possible = firstNumber > last.dayNumber ? 0 : (last.dayNumber - firstNumber) / 7 + 1
      return possible > 0 && 2 * present >= possible
    }
    self = trades ? .sevenDays : .exchange
  }
}

extension PriceSeries {
  /// The distinct days that have a bar, ascending.
  var tradingDays: [CivilDate] {
    var days: [CivilDate] = []
    for time in clockTimes where days.last != time.date { days.append(time.date) }
    return days
  }
}
