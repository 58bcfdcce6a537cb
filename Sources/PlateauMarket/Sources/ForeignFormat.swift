/// Kinds of files that are no delimited text, by the bytes they begin with.
enum ForeignFormat {
  /// What a file is, with its article, and what a user can do with it.
  struct Description {
    let name: String
    let advice: String
  }

  /// The kind of a file, or `nil` where its first bytes are of no kind known here.
  static func recognised(_ bytes: [UInt8]) -> Description? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return zipped(bytes) }
    for (start, description) in beginnings where bytes.starts(with: start) { return description }
    return markup(bytes)
  }

  private static let exporting = "export it as CSV and load that"
  private static let unpacking = "unpack it and load the file inside"

  private static let beginnings: [([UInt8], Description)] = [
    (
      Array("SQLite format 3\0".utf8),
      Description(
        name: "a SQLite database", advice: "name the table of prices: load FILE table NAME")
    ),
    (Array("PAR1".utf8), Description(name: "a Parquet file", advice: exporting)),
    (Array("ARROW1".utf8), Description(name: "an Arrow file", advice: exporting)),
    (Array("FEA1".utf8), Description(name: "a Feather file", advice: exporting)),
    ([0x89, 0x48, 0x44, 0x46], Description(name: "an HDF5 file", advice: exporting)),
    ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], Description(name: "a NumPy array", advice: exporting)),
    ([0xD0, 0xCF, 0x11, 0xE0], Description(name: "an old Excel workbook", advice: exporting)),
    (Array("%PDF".utf8), Description(name: "a PDF document", advice: exporting)),
    ([0x89, 0x50, 0x4E, 0x47], Description(name: "a PNG picture", advice: exporting)),
    ([0xFF, 0xD8, 0xFF], Description(name: "a JPEG picture", advice: exporting)),
    ([0x1F, 0x8B], Description(name: "a gzip file inside a gzip file", advice: unpacking)),
    (Array("BZh".utf8), Description(name: "a bzip2 archive", advice: unpacking)),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], Description(name: "an xz archive", advice: unpacking)),
    ([0x28, 0xB5, 0x2F, 0xFD], Description(name: "a Zstandard archive", advice: unpacking)),
    ([0x37, 0x7A, 0xBC, 0xAF], Description(name: "a 7-Zip archive", advice: unpacking)),
    ([0x50, 0x4B, 5, 6], Description(name: "an empty ZIP archive", advice: unpacking)),
    (Array("Rar!".utf8), Description(name: "a RAR archive", advice: unpacking)),
    ([0x7F, 0x45, 0x4C, 0x46], Description(name: "a program", advice: "give a file of prices")),
  ]

  /// Workbooks are ZIP archives too, which the names of their first members give away.
  private static func zipped(_ bytes: [UInt8]) -> Description {
    let head = bytes.prefix(4096)
    if holds("opendocument.spreadsheet", in: head) {
      return Description(name: "an OpenDocument spreadsheet (.ods)", advice: exporting)
    }
    if holds("[Content_Types].xml", in: head) || holds("xl/", in: head) {
      return Description(name: "an Excel workbook (.xlsx)", advice: exporting)
    }
    return Description(name: "a ZIP archive", advice: unpacking)
  }

  /// A page that says why there are no prices is a common result of a download.
  private static func markup(_ bytes: [UInt8]) -> Description? {
    let start = bytes.drop { Byte.isSpace($0) || $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
      .prefix(16).map(Byte.lowercased)
    if start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8) {
      return Description(name: "a web page", advice: "download the prices themselves as CSV")
    }
    guard start.starts(with: "<?xml".utf8) else { return nil }
    return Description(name: "an XML document", advice: exporting)
  }

  private static func holds(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }
}
