/// VALUES that were checked and counted out.
public struct ResolvedValues: Hashable, Sendable {
  /// The values in the order they are tried; `nan` is "none", words are indices into `labels`.
  public let values: [Double]
  /// The words of values of kind `text`.
  public let labels: [String]
  /// The word before the values: `fraction` in `fraction 50%`.
  public let mode: String?
  /// The values as they can be typed again: `5..50 step 5`, `{1%, 1.5%}`, `none`.
  public let text: String

  /// Creates values that were checked elsewhere.
  public init(values: [Double], labels: [String], mode: String?, text: String) {
    self.values = values
    self.labels = labels
    self.mode = mode
    self.text = text
  }
}
