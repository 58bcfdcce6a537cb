/// One row of the table that says what becomes of what a price file may hold.
///
/// `FindingRule.all` is that table; `help findings` prints it.
public struct FindingRule: Hashable, Sendable {
  /// What is seen.
  public let seen: String
  /// What is done about it.
  public let done: String
  /// How it is told: the severity of a finding, or `refused`.
  public let told: String

  private init(_ seen: String, _ done: String, _ told: String) {
    self.seen = seen
    self.done = done
    self.told = told
  }

  /// Every rule, from what is refused to what is only remarked.
  public static let all = [
    FindingRule(
      "a price that is no number, zero or negative, or a high below its low",
      "the file is refused, with line and column", "refused"),
    FindingRule(
      "dates that can be read in two orders throughout, or a comma before three digits that may "
        + "begin a fraction or part thousands", "the file is refused, with both readings",
      "refused"),
    FindingRule(
      "a stamp in an hour that the clocks of the given zone leave out", "the file is refused",
      "refused"),
    FindingRule("rows not in ascending time", "they are sorted", "repair"),
    FindingRule("the newest row first", "the rows are turned round", "note"),
    FindingRule("a row twice", "one is kept", "repair"),
    FindingRule("a stamp twice, with other prices", "the last row is kept", "repair"),
    FindingRule("a price that is blank, 'null', 'NaN' or 'n/a'", "the row is left out", "repair"),
    FindingRule("a line of words alone", "it is left out", "repair"),
    FindingRule("a blank volume", "it is read as 0", "repair"),
    FindingRule(
      "outside range: an open or close outside low to high by more than a millionth", "kept",
      "warning"),
    FindingRule(
      "gap: a bar missing from the calendar that the series itself shows: any of a seven-day "
        + "market; three weekdays in a row of an exchange, unless most years have that holiday; "
        + "within the day what is no usual pause, night, weekend or half day; a week; a month",
      "kept", "warning"),
    FindingRule(
      "split: the close moves by 2, 3, 4, 5, 10, 20 or 1.5 to 1 or back, within 3% (or four usual "
        + "returns, up to 10%), the bar opens there and overlaps the one before nowhere, and five "
        + "closes on either side keep their level", "kept", "warning"),
    FindingRule(
      "spike: one or two closes, or a high or low, that come back at once from further than 12 (a "
        + "high or low: 24) usual returns of the series and 10 of the 20 bars around", "kept",
      "warning"),
    FindingRule(
      "outlier: another return above 20% and 12 median absolute deviations", "kept", "warning"),
    FindingRule(
      "stale: 10 equal closes in a row, or as many more as chance does not explain; bars in which "
        + "nothing was traded do not count", "kept", "warning"),
    FindingRule(
      "volume: none, where at most one bar in 50 has none; or more than 50 times the median of "
        + "the 250 around and 20 times both neighbours", "kept", "warning"),
    FindingRule(
      "unfinished: a last bar off the grid of stamps, with one price and no volume, with a volume "
        + "that is not in hundreds as all before, with less than a quarter of the smallest volume "
        + "of the 100 before, or after a missing day of a seven-day market", "kept", "warning"),
    FindingRule("no open, high or low column", "they are filled in from the others", "warning"),
    FindingRule(
      "a dividend on a line of its own", "it is paid on the next bar; after the last, it is lost",
      "note; warning"),
    FindingRule("a split that the file names", "prices are taken as they stand", "note"),
    FindingRule(
      "stamps in an hour that clocks repeat", "the order of the rows tells which hour", "note"),
    FindingRule("stamps without a time zone", "they are read as UTC", "note"),
    FindingRule("an adjusted close", "it is used, and scales open, high and low", "note"),
  ]
}
