public import PlateauColumns

/// Rows and columns, with what a reader needs to know of what is not shown.
public struct TableBlock: Hashable, Sendable {
  /// A heading of one column.
  public struct Heading: Hashable, Sendable {
    /// The column's name, as it is typed in commands.
    public var name: String
    /// The kind of its numbers; `text` for words.
    public var kind: ValueKind
    /// How many digits of its numbers are shown.
    public var digits: ShownDigits

    /// Creates a heading.
    public init(_ name: String, _ kind: ValueKind = .text, digits: ShownDigits = .alike) {
      self.name = name
      self.kind = kind
      self.digits = digits
    }
  }

  /// A heading above the table, or `nil`.
  public var title: String?
  /// The columns.
  public var headings: [Heading]
  /// The rows; each has a cell for every column.
  public var rows: [[Cell]]
  /// Rows there are in all, when `rows` is only a part.
  public var totalRows: Int
  /// Remarks below the table.
  public var notes: [String]
  /// Whether `set columns` chooses the columns, so that a narrow screen need not drop them.
  public var columnsAreChosen = false

  /// Creates a table.
  public init(
    title: String? = nil, _ headings: [Heading], rows: [[Cell]], totalRows: Int? = nil,
    notes: [String] = []
  ) {
    self.title = title
    self.headings = headings
    self.rows = rows
    self.totalRows = totalRows ?? rows.count
    self.notes = notes
  }
}
