import Foundation
import PlateauColumns
import PlateauMarket
import Testing

@Suite(.enabled(if: PackageFolder.hasSharedData, "needs ../shared/data"))
struct SharedPricesTests {
  @Test func smoke() throws {
    for file in [
      "GOOG_daily", "EURUSD_1h", "BTCUSD_1mo", "BTC-USD_daily", "SPY_daily", "BTC-PERP_1m",
      "portfolio/MSFT_daily", "portfolio/JNJ_daily", "portfolio/JPM_daily", "portfolio/WMT_daily",
      "portfolio/GLD_daily",
    ] {
      let loaded = try PriceReader.read(
        path: PackageFolder.sharedData.appending(path: file + ".csv").path)
      print(loaded.series.identity, loaded.series.periodsPerYear, loaded.format)
      for f in loaded.findings { print("   ", f, f.lines) }
    }
  }
}
