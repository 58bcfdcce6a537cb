/// What stands between the cells of a row.
public enum Delimiter: String, Hashable, Sendable, CaseIterable {
  case comma, semicolon, tab, pipe, space

  /// The byte itself.
  var byte: UInt8 {
    switch self {
    case .comma: Byte.comma
    case .semicolon: Byte.semicolon
    case .tab: Byte.tab
    case .pipe: Byte.pipe
    case .space: Byte.space
    }
  }

  /// In words: `comma separated`.
  var separation: String { "\(rawValue) separated" }
}
