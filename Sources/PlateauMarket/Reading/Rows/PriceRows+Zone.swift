import PlateauColumns

extension PriceRows {
  /// Turns the stamps from the file's clock to UTC; says what was assumed.
  ///
  /// A file whose every stamp is midnight on its own clock holds days: their dates stay as written,
  /// whatever the zone. Stamps without a zone are on the clocks of `zone`.
  ///
  /// - Parameters:
  ///   - zone: The zone that the user names.
  ///   - isUTC: Whether the stamps count from 1970 in UTC.
  /// - Returns: What was assumed, and stamps for which that is doubtful.
  /// - Throws: What is wrong with a stamp that the clocks of `zone` never show.
  mutating func applyZone(
    _ zone: ClockZone?, isUTC: Bool
  ) throws(ContentError) -> [Finding] {
    let isZoned = isUTC || !columns.offsets.isEmpty
    guard hasClock else {
      guard zone != nil || isZoned else { return [] }
      return [Finding(.note, .zone, "every stamp is midnight: read as days, without a zone")]
    }
    var findings: [Finding] = []
    if !columns.offsets.isEmpty {
      for row in columns.times.indices {
        let local = columns.times[row].seconds
        let offset = columns.offsets[row]
        let seconds = offset == RowColumns.noZone ? zone?.offset(at: local) ?? 0 : Int(offset)
        columns.times[row] = Timestamp(seconds: local - Int64(seconds))
      }
      self.zone = zoneOfOffsets(otherwise: zone)
      let place = zone == nil ? "UTC" : "the given time zone"
      let bare = bareStamps.finding(.warning, .zone, "stamp", "stamps") { counted, first in
        "\(counted) without a zone among stamps with one\(first); read in \(place)"
      }
      if let bare { findings.append(bare) }
    } else if isZoned {
      if let zone, zone != .utc {
        findings.append(
          Finding(
            .note, .zone, "the stamps count from 1970 in UTC; the zone \(zone.name) does not apply")
        )
      }
    } else if let zone {
      self.zone = zone
      findings += try readClocks(of: zone)
    } else {
      findings.append(Finding(.note, .zone, "the stamps name no time zone; read as UTC"))
    }
    return findings
  }

  /// The zone of which the rows tell the distance to UTC; their times are in UTC already.
  private func zoneOfOffsets(otherwise zone: ClockZone?) -> ClockZone? {
    let times = columns.times
    let ascends = times.indices.dropFirst().allSatisfy { times[$0 - 1] <= times[$0] }
    let rows = ascends ? Array(times.indices) : times.indices.sorted { times[$0] < times[$1] }
    var changes: [ClockZone.Change] = []
    for row in rows where columns.offsets[row] != RowColumns.noZone {
      let offset = Int(columns.offsets[row])
      guard changes.last?.offset != offset else { continue }
      changes.append(ClockZone.Change(time: columns.times[row].seconds, offset: offset))
    }
    guard let first = changes.first, changes.contains(where: { $0.offset != 0 }) else {
      return zone
    }
    return ClockZone(
      name: "of the file", offset: first.offset, changes: Array(changes.dropFirst()))
  }

  /// Reads stamps on the clocks of a place.
  ///
  /// An hour that came twice is the first one, until the rows have passed it.
  private mutating func readClocks(of zone: ClockZone) throws(ContentError) -> [Finding] {
    let day: Int64 = 86_400
    let ascends = (columns.times.first?.seconds ?? 0) <= (columns.times.last?.seconds ?? 0)
    var repeated = Occurrences()
    var latest = Int64.min
    var stretch = zone.stretch(at: columns.times.first?.seconds ?? 0)
    for index in columns.times.indices {
      let row = ascends ? index : count - 1 - index
      let local = columns.times[row].seconds
      if !(stretch.times.contains(local - day) && stretch.times.contains(local + day)) {
        stretch = zone.stretch(at: local)
      }
      var time = local - Int64(stretch.offset)
      if !(stretch.times.contains(local - day) && stretch.times.contains(local + day)) {
        switch zone.reading(ofLocal: local) {
        case .once(let only): time = only
        case .twice(let first, let second):
          time = first > latest ? first : second
          repeated.add(line: lines[row], time: Timestamp(seconds: time))
        case .never:
          throw ContentError(
            .badCell(
              column: "date", text: Timestamp(seconds: local).description,
              reason: "lies in an hour that the clocks of \(zone.name) leave out; "
                + "are the stamps in another zone?"),
            line: lines[row])
        }
      }
      columns.times[row] = Timestamp(seconds: time)
      latest = time
    }
    return [
      repeated.finding(.note, .clockChange, "stamp", "stamps") { counted, place in
        "\(counted) in an hour that the clocks of \(zone.name) repeat\(place); "
          + "the order of the rows tells which"
      }
    ].compactMap { $0 }
  }
}
