import PlateauMarket

/// The prices of a series without reference counts or bounds checks, for the innermost loops.
///
/// Valid only inside `PriceView.with`.
struct PriceView {
  let open: UnsafePointer<Double>
  let high: UnsafePointer<Double>
  let low: UnsafePointer<Double>
  let close: UnsafePointer<Double>
  let series: PriceSeries

  /// Runs work on a view of a series.
  static func with<Result>(_ series: PriceSeries, _ work: (PriceView) -> Result) -> Result {
    series.open.withUnsafeBufferPointer { open in
      series.high.withUnsafeBufferPointer { high in
        series.low.withUnsafeBufferPointer { low in
          series.close.withUnsafeBufferPointer { close in
            guard let open = open.baseAddress, let high = high.baseAddress,
              let low = low.baseAddress, let close = close.baseAddress
            else { preconditionFailure("a market has bars") }
            return work(
              PriceView(open: open, high: high, low: low, close: close, series: series))
          }
        }
      }
    }
  }
}
