import PlateauColumns
import Testing

@Suite struct NormalDistributionTests {
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.05, -1.6448536269514722),
    (0.9999, 3.719016485455709), (1e-12, -7.034483825301132), (0.3, -0.5244005127080409),
  ])
  func `quantiles are those of the tables`(probability: Double, quantile: Double) {
    let value = NormalDistribution.quantile(probability)
    #expect(abs(value - quantile) <= 1e-14 * max(1, abs(quantile)), "\(value)")
    #expect(abs(NormalDistribution.quantile(1 - probability) + quantile) < 1e-4)
  }

  @Test func `what is no probability has no quantile`() {
    for value in [0, 1, -0.1, 2, .nan] { #expect(NormalDistribution.quantile(value).isNaN) }
  }
}
