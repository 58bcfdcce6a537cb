public import PlateauColumns

/// The values a parameter may take, in the order they are tried.
public struct Domain: Hashable, Sendable {
  /// The name of the parameter, and of its column in a result.
  public let name: String
  /// What the values mean.
  public let kind: ValueKind
  /// The values, or indices into `labels` for words.
  ///
  /// `nan` is "none".
  public let values: [Double]
  /// The words of a domain of kind `text`.
  public let labels: [String]

  /// Creates a domain; it must have at least one value.
  public init(_ name: String, kind: ValueKind, values: [Double], labels: [String] = []) {
    precondition(!values.isEmpty, "a domain has at least one value")
    self.name = name
    self.kind = kind
    self.values = values
    self.labels = labels
  }

  /// An empty column of this domain's name, kind and words.
  public func column(values: [Double] = []) -> Column {
    kind == .text
      ? Column(name, labels: labels, values: values) : Column(name, kind: kind, values: values)
  }
}
