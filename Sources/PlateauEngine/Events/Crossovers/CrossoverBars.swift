import CEngineKernels
import PlateauColumns
import PlateauMarket

/// Finds the bars on which a crossover strategy decides to enter and to leave.
///
/// It serves one thread and one market, and remembers columns and the latest candidate's bars.
struct CrossoverBars {
  /// The decisions of a candidate: entry and exit in turn, the first an entry.
  struct Decisions {
    /// The bars, ascending.
    let bars: UnsafePointer<UInt32>
    /// How many; an odd count leaves the last position open.
    let count: Int
  }

  private let market: Market
  private let needsCrossing: Bool
  private let ties: tie_rule
  private var upper: ColumnFamily
  private var lower: ColumnFamily
  private let samples: [[Double]]
  private var scale: LevelScale?
  private var upperColumns = LevelledFamily()
  private var lowerColumns = LevelledFamily()

  private let buffer: BarBuffer
  private var latest = (upper: -1, lower: -1)
  private var decisions: Decisions?

  /// Prepares a crossover.
  ///
  /// - Parameters:
  ///   - crossover: The expressions.
  ///   - parameters: The names of the strategy's parameters.
  ///   - samples: Parameters that are likely to come, from which the scale of levels is made; the
  ///     first candidate's where none are given.
  ///   - library: Where columns are kept.
  ///   - market: The prices and the window.
  init(
    _ crossover: Crossover, parameters: [String], samples: [[Double]], library: ColumnLibrary,
    market: Market
  ) {
    self.market = market
    needsCrossing = crossover.needsCrossing
    ties =
      switch crossover.ties {
      case .unknown: TIES_UNKNOWN
      case .out: TIES_BELOW
      case .unchanged: TIES_KEEP
      }
    upper = ColumnFamily(crossover.upper, parameters: parameters, library: library)
    lower = ColumnFamily(crossover.lower, parameters: parameters, library: library)
    self.samples = samples
    // One place before for an entry on the first bar, and two after for the kernel.
    buffer = BarBuffer(capacity: market.series.count + 3)
  }

  /// The only parameter of the lower expression, or `nil`.
  var lowerParameter: Int? { lower.soleParameter }

  /// The decisions of a candidate, good until the next call.
  ///
  /// - Returns: `nil` where one bit a bar does not tell them: for columns with gaps, and for some
  ///   that are equal on a bar.
  /// - Throws: `CandidateFailure` when an expression cannot be evaluated or is never defined.
  mutating func decisions(_ parameters: [Double]) throws(CandidateFailure) -> Decisions? {
    let (above, below) = (try upper.place(parameters), try lower.place(parameters))
    let versions = (upper: upper.version(of: above), lower: lower.version(of: below))
    if latest == versions { return decisions }
    latest = (-1, -1)
    decisions = nil
    if !upperColumns.holds(above, of: upper) || !lowerColumns.holds(below, of: lower) {
      let scale = scale ?? madeScale(parameters)
      upperColumns.add(above, of: upper, on: scale, sharing: lowerColumns)
      lowerColumns.add(below, of: lower, on: scale, sharing: upperColumns)
    }
    decisions = try found(upperColumns[above], lowerColumns[below])
    latest = versions
    return decisions
  }

  private mutating func madeScale(_ parameters: [Double]) -> LevelScale {
    var sampled: [[Double]] = []
    for sample in samples.isEmpty ? [parameters] : samples {
      for side in [\CrossoverBars.upper, \CrossoverBars.lower] {
        guard let place = try? self[keyPath: side].place(sample) else { continue }
        sampled.append(
          self[keyPath: side][place].value.column(rowCount: market.series.count))
      }
    }
    let made = LevelScale(spanning: sampled, barCount: market.series.count)
    scale = made
    return made
  }

  private func found(
    _ above: LevelledFamily.View, _ below: LevelledFamily.View
  ) throws(CandidateFailure) -> Decisions? {
    let window = market.window
    guard above.firstDefined >= 0, below.firstDefined >= 0 else { return nil }
    let defined = max(above.firstDefined, below.firstDefined)
    // A crossing needs the bar before as well.
    let firstUsed = needsCrossing ? defined + 1 : defined
    guard max(firstUsed, window.lowerBound) < window.upperBound else { throw .neverDefined }
    let first = max(defined, window.lowerBound - (needsCrossing ? 1 : 0))
    let end = max(first, window.upperBound - 1)
    var (left, right, startsAbove) = (above.column, below.column, false)
    // The first place is kept for an entry on the first bar.
    let count = Int(
      column_crossings(
        &left, &right, Int64(first), Int64(end), ties, buffer.bars + 1, &startsAbove))
    guard count >= 0 else { return nil }
    guard startsAbove else { return Decisions(bars: buffer.bars + 1, count: count) }
    if needsCrossing { return Decisions(bars: buffer.bars + 2, count: max(0, count - 1)) }
    buffer.bars[0] = UInt32(first)
    return Decisions(bars: buffer.bars, count: count + 1)
  }
}

/// Room for the bars of a candidate.
private final class BarBuffer {
  let bars: UnsafeMutablePointer<UInt32>

  init(capacity: Int) {
    bars = .allocate(capacity: capacity)
  }

  deinit { bars.deallocate() }
}

/// The columns of one side of a crossover on their scale, by their places.
private struct LevelledFamily {
  /// A column as the innermost loop wants it.
  struct View {
    var column = ordered_column()
    /// The bar from which on the column is defined; negative for one with gaps.
    var firstDefined = -1
    var isReady = false
  }

  private var generation = 0
  private var views: [View] = []
  private var columns: [DefinedColumn.ID: LevelledColumn] = [:]
  private var bytes = 0

  /// The most bytes of columns that one side keeps; every thread of a sweep has its own.
  private static let byteLimit = 128 << 20

  @inline(__always)
  func holds(_ place: Int, of family: ColumnFamily) -> Bool {
    generation == family.generation && place < views.count && views[place].isReady
  }

  @inline(__always)
  subscript(place: Int) -> View { views[place] }

  /// Puts the column at a place on the scale, unless it is there or on the other side.
  mutating func add(
    _ place: Int, of family: ColumnFamily, on scale: LevelScale, sharing other: LevelledFamily
  ) {
    if holds(place, of: family) { return }
    if generation != family.generation || bytes > Self.byteLimit {
      (views, columns, bytes, generation) = ([], [:], 0, family.generation)
    }
    while views.count <= place { views.append(View()) }
    let column = family[place]
    views[place].isReady = true
    guard let firstDefined = column.firstDefined, !column.readsUndefinedNumber else { return }
    let levelled: LevelledColumn
    if let known = columns[column.id] ?? other.columns[column.id] {
      levelled = known
    } else {
      levelled = LevelledColumn(column, on: scale)
      bytes += scale.bases.count * 10
    }
    columns[column.id] = levelled
    views[place] = View(column: levelled.view, firstDefined: firstDefined, isReady: true)
  }
}
