extension PriceRows {
  /// Turns the stamps from the file's clock to UTC; says what was assumed.
  ///
  /// A file whose every stamp is midnight on its own clock holds days: their dates stay as written,
  /// whatever the zone. Stamps without a zone are shifted by `assumed` seconds east of UTC.
  mutating func applyZones(assumed: Int?) -> [Finding] {
    let zoned = offsets.count { $0 != nil }
    let holdsDays = stamps.allSatisfy { $0 % 86_400 == 0 }
    guard !holdsDays else {
      let given = assumed != nil || zoned > 0
      return given
        ? [Finding(.note, .zone, "every stamp is midnight: read as days, without a zone")] : []
    }
    for row in stamps.indices {
      let fallback = clocks[row] ? assumed ?? 0 : 0
      stamps[row] -= Int64(offsets[row] ?? fallback)
    }
    var findings: [Finding] = []
    if zoned > 0, zoned < count {
      var bare = Occurrences()
      for row in stamps.indices where offsets[row] == nil { bare.add(line: lines[row]) }
      let zone = assumed == nil ? "UTC" : "the given time zone"
      let finding = bare.finding(.warning, .zone, "stamp", "stamps") { counted, place in
        "\(counted) without a zone among stamps with one\(place); read in \(zone)"
      }
      if let finding { findings.append(finding) }
    } else if zoned == 0, assumed == nil {
      findings.append(Finding(.note, .zone, "the stamps name no time zone; read as UTC"))
    }
    return findings
  }
}
