/// Names with their values, one a line.
public struct FieldList: Hashable, Sendable {
  /// One name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: Cell
    /// A remark shown after the value.
    public var note: String?
    /// How many digits of a number are shown.
    public var digits: ShownDigits

    /// Creates a field.
    public init(
      _ name: String, _ value: Cell, note: String? = nil, digits: ShownDigits = .own
    ) {
      self.name = name
      self.value = value
      self.note = note
      self.digits = digits
    }
  }

  /// A heading, or `nil`.
  public var title: String?
  /// The fields in order.
  public var fields: [Field]

  /// Creates a list of fields.
  public init(title: String? = nil, _ fields: [Field]) {
    self.title = title
    self.fields = fields
  }
}
