/// Why a candidate has no result; the sweep goes on without it.
public struct CandidateFailure: Error, Hashable, Sendable {
  /// The reason in one sentence, without a full stop.
  public let reason: String

  /// Creates a failure from its reason.
  public init(_ reason: String) {
    self.reason = reason
  }
}

extension CandidateFailure: CustomStringConvertible {
  /// The reason.
  public var description: String { reason }
}

extension CandidateFailure {
  /// No bar of the window has every input of the rules.
  public static let neverDefined = CandidateFailure(
    "no bar of the window has every input defined; load more bars before it or shorten a length")

  /// Sizing by risk needs the distance to a stop.
  static let riskWithoutStop = CandidateFailure(
    "sizing by risk needs a stop; set stop, or choose another sizing")

  /// A rule asks for what the account was at an earlier close.
  static let needsPastState = CandidateFailure(
    "account state is known at this close only; it cannot go into a look back, a crossing or a "
      + "function of several bars")

  /// An amount of money outgrew what a number can hold.
  static let tooLarge = CandidateFailure(
    "equity outgrew what a number can hold; 'inspect' shows the lowest and highest price")

  /// A column `symbol` names a market that is not there.
  static func noMarket(_ index: Int) -> CandidateFailure {
    CandidateFailure("there is no symbol of index \(index)")
  }

  /// Every sizing but `all_in` needs an amount.
  static func noAmount(_ mode: ExecutionSettings.SizingMode) -> CandidateFailure {
    CandidateFailure("sizing \(mode.rawValue) needs an amount")
  }

  /// A number lies outside the values that make sense.
  static func outside(
    _ name: String, _ value: Double, _ allowed: ClosedRange<Double>
  ) -> CandidateFailure {
    let lowest =
      allowed.lowerBound == Double.leastNormalMagnitude
      ? "above 0" : "at least \(allowed.lowerBound)"
    let bound = value < allowed.lowerBound ? lowest : "at most \(allowed.upperBound)"
    return CandidateFailure("\(name) was \(value), but must be \(bound)")
  }
}
