import Foundation
import Testing

/// Strategies whose parts are used again and again, so that written out they would be endless.
@Suite struct SharedPartTests {
  private static let prices = "generate A bars 400 seed 1; window all; "

  @Test func `a chain of averages of averages is swept`() throws {
    var text = "strategy chain { param k = 2 in 2..3; let a0 = close; "
    for link in 1...40 {
      text += "let a\(link) = sma(a\(link - 1), k) - sma(a\(link - 1), k + 1); "
    }
    text += "buy when a40 > 0; sell when a40 < 0 }; sweep; assert candidates = 2"
    let outcome = try Binary.run(["-c", Self.prices + text])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2/2"))
  }

  @Test func `a condition that is joined with itself is swept`() throws {
    var text = "strategy same { param k = 2 in 2..3; let a0 = close > sma(close, k); "
    for link in 1...60 {
      text += "let a\(link) = a\(link - 1) \(link % 2 == 0 ? "or" : "and") a\(link - 1); "
    }
    text += "buy when a60; sell when not a60 }; sweep; assert candidates = 2"
    let outcome = try Binary.run(["-c", Self.prices + text])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2/2"))
  }

  @Test func `a length that no series has is an error, in the example it gives as well`() throws {
    let text = "strategy long { param n = 9e18; buy when sma(close, n) > 1 }; sweep"
    let outcome = try Binary.run(["-c", Self.prices + text])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nothing to sweep"))
  }

  @Test func `pnl is the same number for rules and for orders`() throws {
    // 100 to 103 is a gain of 3% and not above it.
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = [100, 100, 103, 103, 104, 104].enumerated().map { "2024-01-0\($0 + 1),\($1)" }
    try Data(("Date,Close\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: file)
    let set = "load \"\(file.path)\"; window all; set mode csv; set fill close; "
    let rule = "strategy r { param p = 3% in {3%, 50%}; buy when close > 1; sell when pnl > p }; "
    let orders =
      "strategy o { param p = 3% in {3%, 50%}; order -position when pnl > p; "
      + "order equity / close when position = 0 }; "
    let sold = try Binary.run(["-c", set + rule + "sweep; trades 0"])
    #expect(sold.status == 0, "\(sold.errors)")
    #expect(sold.output.contains("1,long,1000,2024-01-01,2024-01-05,100,104,"))
    let filled = try Binary.run(["-c", set + orders + "sweep; trades 0"])
    #expect(filled.status == 0, "\(filled.errors)")
    #expect(filled.output.contains("2,2024-01-05,order,-1000,104,"))
  }
}
