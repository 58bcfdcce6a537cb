public import PlateauColumns

/// What a command answers: a value that each front draws in its own way.
public struct Document: Hashable, Sendable {
  /// A part of an answer.
  public enum Block: Hashable, Sendable {
    /// A sentence or a few lines of prose.
    case message(String)
    /// Text whose line breaks and spaces matter: a script, a strategy.
    case verbatim(String)
    /// Names with their values.
    case fields(FieldList)
    /// Rows and columns.
    case table(TableBlock)
  }

  /// The parts in order.
  public var blocks: [Block]

  /// Creates a document.
  public init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }

  /// A document that is one message.
  public static func message(_ text: String) -> Document { Document([.message(text)]) }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { blocks.isEmpty }
}

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

    /// Creates a field.
    public init(_ name: String, _ value: Cell, note: String? = nil) {
      self.name = name
      self.value = value
      self.note = note
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

/// One value in a table or a field, with its meaning.
public enum Cell: Hashable, Sendable {
  /// A word or a sentence.
  case text(String)
  /// A number of a kind; `nan` is undefined.
  case number(Double, ValueKind)
  /// A point in time.
  case time(Timestamp)
  /// Yes or no.
  case flag(Bool)
  /// No value.
  case undefined
}

/// Rows and columns, with what a reader needs to know of what is not shown.
public struct TableBlock: Hashable, Sendable {
  /// A heading of one column.
  public struct Heading: Hashable, Sendable {
    /// The column's name, as it is typed in commands.
    public var name: String
    /// The kind of its numbers; `text` for words.
    public var kind: ValueKind

    /// Creates a heading.
    public init(_ name: String, _ kind: ValueKind = .text) {
      self.name = name
      self.kind = kind
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
