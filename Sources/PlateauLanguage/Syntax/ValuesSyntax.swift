/// VALUES as they were typed: one or more items, a range, or a distribution.
public struct ValuesSyntax: Hashable, Sendable {
  /// One item of a list.
  public enum Item: Hashable, Sendable {
    /// A number, a word or a string.
    case expression(ExpressionSyntax)
    /// `+NAME`: one more than there are.
    case added(String, Range<Int>)
  }

  /// `low..high` with what follows it.
  public struct Bounds: Hashable, Sendable {
    /// The first value.
    public let low: ExpressionSyntax
    /// The end, included where a step reaches it.
    public let high: ExpressionSyntax
    /// Whether the values are spaced by equal ratios.
    public let isLogarithmic: Bool
    /// The distance between values, or their ratio where `isLogarithmic`.
    public let step: ExpressionSyntax?
    /// The number of values.
    public let count: ExpressionSyntax?
  }

  /// How the values are given.
  public enum Form: Hashable, Sendable {
    /// One item, a list with commas, or a set in braces.
    case items([Item], inBraces: Bool)
    /// A range.
    case range(Bounds)
    /// `uniform(a, b)` and the like, for methods that sample.
    case distribution(String, [ExpressionSyntax])
  }

  /// The word before the values: `fraction` in `fraction 50%`.
  public let mode: String?
  /// The bytes of `mode`.
  public let modeRange: Range<Int>?
  /// How the values are given.
  public let form: Form
  /// The bytes they were read from.
  public let range: Range<Int>

  /// The distributions that sampling methods know.
  public static let distributions = ["integer", "loguniform", "normal", "uniform"]

  /// The word, if the values are nothing but one word or string: `auto`, `none`.
  public var singleWord: String? {
    guard mode == nil, case .items(let items, inBraces: false) = form, items.count == 1,
      case .expression(let item) = items[0]
    else { return nil }
    return item.word
  }

  /// The words of a list of words, with `+` before those that are added; `nil` if one is a number.
  public var wordList: [String]? {
    guard case .items(let items, _) = form else { return nil }
    var words: [String] = []
    for item in items {
      switch item {
      case .added(let name, _): words.append("+" + name)
      case .expression(let item):
        guard let word = item.word else { return nil }
        words.append(word)
      }
    }
    return words
  }

  /// The values on one line; they read back as equal values.
  public var text: String {
    let prefix = mode.map { $0 + " " } ?? ""
    switch form {
    case .items(let items, let inBraces):
      let list = items.map(\.text).joined(separator: ", ")
      return prefix + (inBraces ? "{\(list)}" : list)
    case .range(let bounds):
      return prefix + bounds.text
    case .distribution(let name, let arguments):
      return "\(prefix)\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }
}

extension ValuesSyntax.Item {
  /// The bytes the item was read from.
  public var range: Range<Int> {
    switch self {
    case .expression(let expression): expression.range
    case .added(_, let range): range
    }
  }

  var text: String {
    switch self {
    case .expression(let expression): expression.text
    case .added(let name, _): "+" + name
    }
  }
}

extension ValuesSyntax.Bounds {
  var text: String {
    "\(low.text)..\(high.text)" + (isLogarithmic ? " log" : "")
      + (step.map { " step \($0.text)" } ?? "") + (count.map { " count \($0.text)" } ?? "")
  }
}
