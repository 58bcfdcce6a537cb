/// The formats in which a front can draw documents; the words of `set mode`.
public enum OutputMode: String, CaseIterable, Hashable, Sendable {
  /// Aligned columns for reading.
  case table
  /// Comma-separated rows with exact numbers; prose is left out.
  case csv
  /// One JSON array a document, with everything in it.
  case json
  /// One JSON object a row; prose is left out.
  case jsonl
  /// Tables for pasting into documents and issues.
  case markdown
  /// One value a line, for wide rows.
  case line

  /// The renderer of this format.
  ///
  /// - Parameter style: Width, colour and length; formats for programs follow none of them.
  /// - Returns: The one renderer of this format.
  public func renderer(_ style: RenderStyle = RenderStyle()) -> any Renderer {
    switch self {
    case .table: TextRenderer(style)
    case .csv: CSVRenderer()
    case .json: JSONRenderer()
    case .jsonl: JSONLinesRenderer()
    case .markdown: MarkdownRenderer(style)
    case .line: LineRenderer(style)
    }
  }
}
