import PlateauColumns

/// How far the clocks of a place were from UTC at any time.
public struct ClockZone: Hashable, Sendable {
  /// Its name: `America/New_York`, `+01:00`, `UTC`.
  public let name: String
  /// Seconds east of UTC before the first change.
  private let first: Int
  /// Ascending points in time, in seconds since 1970 UTC, from which another distance holds.
  private let changes: [Change]

  /// A change of the clocks.
  public struct Change: Hashable, Sendable {
    /// Seconds since 1970 in UTC from which the distance holds.
    public let time: Int64
    /// Seconds east of UTC.
    public let offset: Int

    /// Creates a change.
    public init(time: Int64, offset: Int) {
      self.time = time
      self.offset = offset
    }
  }

  /// Creates a zone.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - offset: Seconds east of UTC before the first change.
  ///   - changes: Later distances, in ascending time.
  public init(name: String, offset: Int, changes: [Change] = []) {
    self.name = name
    first = offset
    self.changes = changes
  }

  /// UTC itself.
  public static let utc = ClockZone(name: "UTC", offset: 0)

  /// Whether the clocks are never changed.
  public var isFixed: Bool { changes.isEmpty }

  /// Seconds east of UTC at a point in time, in seconds since 1970 UTC.
  ///
  /// - Complexity: O(log changes).
  public func offset(at time: Int64) -> Int { stretch(at: time).offset }

  /// The distance at a point in time, and the times between which it holds.
  func stretch(at time: Int64) -> (offset: Int, times: Range<Int64>) {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    let offset = low == 0 ? first : changes[low - 1].offset
    let start = low == 0 ? Int64.min : changes[low - 1].time
    return (offset, start..<(low < changes.count ? changes[low].time : .max))
  }

  /// What clocks show at ascending points in time.
  ///
  /// - Complexity: O(times + changes).
  func clocks(at times: [Timestamp]) -> [Timestamp] {
    var stretch: (offset: Int, times: Range<Int64>) = (first, 0..<0)
    return times.map { time in
      if !stretch.times.contains(time.seconds) { stretch = self.stretch(at: time.seconds) }
      return Timestamp(seconds: time.seconds + Int64(stretch.offset))
    }
  }

  /// What a clock of this zone may have meant.
  public enum Reading: Hashable, Sendable {
    /// One point in time.
    case once(Int64)
    /// Clocks were put back: the hour came twice.
    case twice(Int64, Int64)
    /// Clocks were put forward: the hour never was.
    case never
  }

  /// The points in time at which a clock showed `local`, in seconds since 1970 on that clock.
  public func reading(ofLocal local: Int64) -> Reading {
    let day: Int64 = 86_400
    let early = stretch(at: local - day).offset
    let late = stretch(at: local + day).offset
    let (before, after) = (local - Int64(early), local - Int64(late))
    guard early != late else { return .once(before) }
    let beforeHolds = offset(at: before) == early
    let afterHolds = offset(at: after) == late
    switch (beforeHolds, afterHolds) {
    case (true, true): return before < after ? .twice(before, after) : .twice(after, before)
    case (true, false): return .once(before)
    case (false, true): return .once(after)
    case (false, false): return .never
    }
  }
}
