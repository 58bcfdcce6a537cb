/// The parts of a path as it is written; nothing is looked up.
enum PathText {
  /// What stands before the last part: `a/b` for `a/b/c`, `/` for `/c`, nothing for `c`.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part: `c` for `a/b/c`.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path of a name in a folder; no folder leaves the name.
  static func joining(_ folder: String, _ name: String) -> String {
    guard !folder.isEmpty else { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether the last part has an ending such as `.csv`.
  static func hasEnding(_ path: String) -> Bool {
    name(of: path).dropFirst().contains(".")
  }
}
