/// What the place of reading can show.
public struct RenderStyle: Hashable, Sendable {
  /// Columns of a line; 0 for no limit.
  public var width: Int
  /// Whether colours and weights may be used; they never carry meaning alone.
  public var color: Bool
  /// Whether characters beyond ASCII may be used in rules and marks.
  public var unicode: Bool
  /// Rows of a table to draw, or `nil` for all.
  public var maximumRows: Int?

  /// Creates a style; without arguments, the one of a file: no limits and no colour.
  public init(
    width: Int = 0, color: Bool = false, unicode: Bool = true, maximumRows: Int? = nil
  ) {
    self.width = width
    self.color = color
    self.unicode = unicode
    self.maximumRows = maximumRows
  }

  /// How numbers are written in this style.
  public var numbers: NumberStyle { NumberStyle(unicode: unicode) }

  /// The text in bold, where weights may be used.
  func strong(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text dimmed, where weights may be used.
  func faint(_ text: String) -> String { color ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
