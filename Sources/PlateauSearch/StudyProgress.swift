/// How far a study is, without any clock.
public struct StudyProgress: Hashable, Sendable {
  /// What a study is doing.
  public enum State: String, Sendable {
    /// Not begun, or stopped by `pause` and able to go on.
    case paused
    /// At work.
    case running
    /// All candidates evaluated.
    case finished
    /// Ended early by `cancel`; what was done is kept.
    case cancelled
  }

  /// What the study is doing.
  public var state = State.paused
  /// Candidates evaluated, failed ones included.
  public var done = 0
  /// Candidates that failed.
  public var failed = 0
  /// The number of the best candidate so far.
  public var bestCandidate: Int?
  /// Its score.
  public var bestScore = Double.nan
}
