import PlateauColumns
import PlateauEngine

/// The Sharpe ratio that luck alone would reach with as many trials.
enum NoiseHurdle {
  /// The hurdle of a sweep.
  ///
  /// - Parameter ratios: The Sharpe ratio of each trial, in any period; undefined ones are left
  ///   out.
  /// - Returns: A ratio in the same period, `nan` for fewer than two trials or equal ratios.
  /// - Complexity: O(trials).
  static func value(of ratios: [Double]) -> Double {
    let defined = ratios.filter { !$0.isNaN }
    let deviation = sampleDeviation(of: defined)
    return deviation > 0 ? expectedMaximum(of: defined.count, deviation: deviation) : .nan
  }

  /// The expected maximum of independent Sharpe ratios of trials without any skill.
  ///
  /// sd · ((1 - γ) · N⁻¹(1 - 1/K) + γ · N⁻¹(1 - 1/(K·e))), γ the constant of Euler and Mascheroni
  /// and K the number of trials. Candidates of one sweep resemble each other, so that fewer of
  /// them are independent: the hurdle is on the high side.
  ///
  /// - Parameters:
  ///   - trials: How many trials, at least 2.
  ///   - deviation: The standard deviation of their Sharpe ratios.
  /// - Returns: A ratio in the period of the deviation.
  /// - Note: Source: Bailey and Lopez de Prado (2014), "The Deflated Sharpe Ratio", Journal of
  ///   Portfolio Management 40(5).
  static func expectedMaximum(of trials: Int, deviation: Double) -> Double {
    let count = Double(trials)
    let gamma = 0.577_215_664_901_532_9
    return deviation
      * ((1 - gamma) * NormalDistribution.quantile(1 - 1 / count)
        + gamma * NormalDistribution.quantile(1 - Mathematics.exponential(-1) / count))
  }
}
