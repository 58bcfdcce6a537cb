/// Draws the rows of a document as JSON objects, one a line, with exact numbers.
///
/// Prose is left out; a list of fields is one object.
public struct JSONLinesRenderer: Renderer {
  /// Creates the renderer.
  public init() {}

  /// Draws tables and fields; undefined is `null`.
  public func render(_ document: Document) -> String {
    document.blocks.flatMap(Self.lines).map { $0 + "\n" }.joined()
  }

  private static func lines(of block: Document.Block) -> [String] {
    switch block {
    case .message, .verbatim: []
    case .fields(let list): [JSONText.object(of: list)]
    case .table(let table): JSONText.rows(of: table)
    }
  }
}
