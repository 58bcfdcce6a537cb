/// Draws a document as one JSON array with an object a block, and numbers exact.
///
/// A message is `{"message":…}`, a text `{"text":…}`, fields are
/// `{"title":…,"fields":{…},"notes":{…}}` and a table is
/// `{"title":…,"columns":[…],"rows":[{…}],"total_rows":…,"notes":[…]}`; titles and notes stand
/// where there are any. All rows of a block are written, one a line.
public struct JSONRenderer: Renderer {
  /// Creates the renderer.
  public init() {}

  /// Draws every block; an empty document is empty text, not an empty array.
  public func render(_ document: Document) -> String {
    guard !document.isEmpty else { return "" }
    return "[\n" + document.blocks.map(Self.text).joined(separator: ",\n") + "\n]\n"
  }

  private static func text(of block: Document.Block) -> String {
    switch block {
    case .message(let text): JSONText.object([("message", JSONText.string(text))])
    case .verbatim(let text): JSONText.object([("text", JSONText.string(text))])
    case .fields(let list): text(of: list)
    case .table(let table): text(of: table)
    }
  }

  private static func text(of list: FieldList) -> String {
    var members = title(list.title)
    members.append(("fields", JSONText.object(of: list)))
    let notes = list.fields.compactMap { field in
      field.note.map { (name: field.name, value: JSONText.string($0)) }
    }
    if !notes.isEmpty { members.append(("notes", JSONText.object(notes))) }
    return JSONText.object(members)
  }

  private static func text(of table: TableBlock) -> String {
    var members = title(table.title)
    members.append(("columns", JSONText.array(table.columnNames.map(JSONText.string))))
    let rows = JSONText.rows(of: table)
    members.append(("rows", rows.isEmpty ? "[]" : "[\n" + rows.joined(separator: ",\n") + "\n]"))
    members.append(("total_rows", String(table.totalRows)))
    if !table.notes.isEmpty {
      members.append(("notes", JSONText.array(table.notes.map(JSONText.string))))
    }
    return JSONText.object(members)
  }

  private static func title(_ title: String?) -> [(name: String, value: String)] {
    title.map { [("title", JSONText.string($0))] } ?? []
  }
}
