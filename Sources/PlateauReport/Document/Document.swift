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
