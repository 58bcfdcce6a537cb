import PlateauColumns

/// Writes a series as the CSV that `PriceReader` reads back to the last bit.
public enum PriceWriter {
  /// The series as text: `Date,Open,High,Low,Close,Volume`, and `Dividends` where it has them.
  ///
  /// Numbers are the shortest decimals that read back as the same doubles. Stamps are days, or
  /// `2020-01-31 09:30:00` where any bar has a time of day. Lines end with LF.
  ///
  /// - Complexity: O(bars).
  public static func csv(of series: PriceSeries) -> String {
    let holdsDays = series.times.allSatisfy { $0.secondOfDay == 0 }
    var text = "Date,Open,High,Low,Close,Volume\(series.dividends == nil ? "" : ",Dividends")\n"
    for bar in 0..<series.count {
      let time = series.times[bar]
      text += holdsDays ? time.date.description : "\(time.date) \(time.clock)"
      let columns = [series.open, series.high, series.low, series.close, series.volume]
      for column in columns + (series.dividends.map { [$0] } ?? []) {
        text += ","
        text += shortest(column[bar])
      }
      text += "\n"
    }
    return text
  }

  private static func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
