/// A named column of numbers; `nan` is "undefined".
///
/// A column of words holds the index of each row's word in `labels`, so every column is numbers.
public struct Column: Hashable, Sendable {
  /// The name, unique within a table.
  public let name: String
  /// What the numbers mean.
  public let kind: ValueKind
  /// One number a row.
  public var values: [Double]
  /// The words of a column of kind `text`; empty otherwise.
  public let labels: [String]

  /// Creates a column of numbers.
  public init(_ name: String, kind: ValueKind = .number, values: [Double] = []) {
    self.name = name
    self.kind = kind
    self.values = values
    labels = []
  }

  /// Creates a column of words, given as indices into `labels`.
  public init(_ name: String, labels: [String], values: [Double] = []) {
    self.name = name
    kind = .text
    self.values = values
    self.labels = labels
  }

  /// The same column with other values.
  public func with(_ values: [Double]) -> Column {
    var copy = self
    copy.values = values
    return copy
  }

  /// The word of a row, or `nil` in a column of numbers or for an undefined row.
  public func label(at row: Int) -> String? {
    let value = values[row]
    guard kind == .text, value.isFinite, labels.indices.contains(Int(value)) else { return nil }
    return labels[Int(value)]
  }
}
