import Testing

@testable import PlateauEngine

@Suite struct DecimalThresholdTests {
  @Test(arguments: [
    // Anchor, fraction, the price exactly that far above and below. In binary 1.03 * 100 is
    // 103.00000000000001 at some anchors and 102.99999999999999 at others.
    (100.0, 0.03, 103.0, 97.0), (98.6, 0.05, 103.53, 93.67), (0.7, 0.1, 0.77, 0.63),
    (457.334015, 0.02, 466.4806953, 448.1873347), (171.6773, 0.01, 173.394073, 169.960527),
  ])
  func `a price exactly at the threshold triggers, one digit short of it does not`(
    anchor: Double, fraction: Double, above: Double, below: Double
  ) {
    let threshold = DecimalThreshold(fraction)
    #expect(threshold.isReached(byRiseTo: above, from: anchor))
    #expect(threshold.isReached(byFallTo: below, from: anchor))
    #expect(!threshold.isReached(byRiseTo: above - 1e-7, from: anchor))
    #expect(!threshold.isReached(byFallTo: below + 1e-7, from: anchor))
  }

  @Test func `an anchor lowered by a dividend still compares as a decimal`() {
    // 172.54 - 0.8627 is 171.6773; in binary the difference is a little off.
    #expect(DecimalThreshold(0.01).isReached(byRiseTo: 173.394073, from: 172.54 - 0.8627))
  }

  @Test(arguments: [1e16, 1e30, 1e300])
  func `prices beyond all decimals are compared as well`(price: Double) {
    let threshold = DecimalThreshold(0.03)
    #expect(threshold.isReached(byRiseTo: price * 1.04, from: price))
    #expect(!threshold.isReached(byRiseTo: price * 1.02, from: price))
    #expect(threshold.isReached(byFallTo: price * 0.96, from: price))
    #expect(!threshold.isReached(byFallTo: price * 0.98, from: price))
  }
}
