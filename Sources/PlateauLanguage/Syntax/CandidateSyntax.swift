/// A candidate as it was typed: `17`, `best`, `rank 3`, each also of another run as in `r2:17`.
public struct CandidateSyntax: Hashable, Sendable {
  /// How the candidate is named.
  public enum Form: Hashable, Sendable {
    /// Its number, from 0.
    case number(Int)
    /// The first of the ranking.
    case best
    /// Its place in the ranking, from 1.
    case rank(Int)
  }

  /// The number of the run, or `nil` for the open one.
  public let run: Int?
  /// How the candidate is named.
  public let form: Form
  /// The bytes it was read from.
  public let range: Range<Int>

  /// The candidate as it is typed.
  public var text: String {
    let prefix = run.map { "r\($0):" } ?? ""
    return switch form {
    case .number(let number): "\(prefix)\(number)"
    case .best: "\(prefix)best"
    case .rank(let rank): "\(prefix)rank \(rank)"
    }
  }
}
