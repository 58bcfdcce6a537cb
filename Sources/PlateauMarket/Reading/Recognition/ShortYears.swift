import PlateauColumns

/// Dates of three numbers below a hundred, such as `20/01/31`: year, month and day in any order.
struct ShortYears {
  /// The orders under which every date so far is one, with the latest day under each and whether
  /// the days so far ascend and descend.
  private var readings: [(order: DateOrder, latest: Int?, ascends: Bool, descends: Bool)] =
    DateOrder.allCases.map { ($0, nil, true, true) }

  /// Takes the next date in.
  mutating func add(_ bytes: TextBytes, _ cell: Cell) {
    readings = readings.compactMap { reading in
      guard case .stamp(let stamp) = StampReader.read(bytes, cell, order: reading.order) else {
        return nil
      }
      var reading = reading
      let day = Int(stamp.localSeconds / 86_400)
      if let latest = reading.latest {
        reading.ascends = reading.ascends && latest <= day
        reading.descends = reading.descends && latest >= day
      }
      reading.latest = day
      return reading
    }
  }

  /// The one order under which all are dates and in the order of time; `nil` where several are, or
  /// none.
  var order: DateOrder? {
    if readings.count == 1 { return readings[0].order }
    let ordered = readings.filter { $0.ascends || $0.descends }
    return ordered.count == 1 ? ordered[0].order : nil
  }
}
