import PlateauColumns
import PlateauEngine
import PlateauLanguage
import PlateauMarket

/// The markets built from datasets and windows, kept so that indicator columns are shared by
/// sweeps, replays and series of one session.
struct MarketShelf {
  private struct Key: Hashable {
    let fingerprint: String
    let name: String
    let bars: Range<Int>
    let periods: Double?
  }

  private var known: [(key: Key, market: Market)] = []

  /// The markets of the symbols in use, each over the session's window.
  ///
  /// - Throws: `Diagnostic` when nothing is loaded or a window holds no bars.
  mutating func markets(of state: SessionState) throws -> [Market] {
    let datasets = state.datasetsInUse
    guard !datasets.isEmpty else {
      throw Diagnostic(
        .noPrices, "no prices are loaded",
        hint: "load a file, such as load \"datasets/synthetic-index_daily.csv\"")
    }
    return try datasets.map { dataset in
      let bars = state.window.bars(of: dataset.series)
      guard bars.count >= 2 else {
        let (first, last) = (
          dataset.series.times[0], dataset.series.times[dataset.series.count - 1]
        )
        throw Diagnostic(
          .emptyWindow,
          "window \(state.window.text) holds \(Wording.plural(bars.count, "bar")) of "
            + "\(dataset.series.name), which runs from \(first.date) to \(last.date)",
          hint: bars.count == dataset.series.count
            ? "a backtest needs at least 2" : "type 'window all' to use every bar")
      }
      return market(dataset, bars: bars, periods: state.periodsPerYear)
    }
  }

  private mutating func market(_ dataset: Dataset, bars: Range<Int>, periods: Double?) -> Market {
    let key = Key(
      fingerprint: dataset.series.fingerprint.hexadecimal, name: dataset.series.name, bars: bars,
      periods: periods)
    if let market = known.first(where: { $0.key == key })?.market { return market }
    let store = known.first { $0.key.fingerprint == key.fingerprint }?.market.environment.store
    let market = Market(
      series: dataset.series, window: bars,
      periodsPerYear: periods ?? dataset.series.periodsPerYear, store: store ?? ColumnStore())
    if known.count >= 16 { known.removeFirst() }
    known.append((key, market))
    return market
  }
}
