import PlateauColumns

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Paths that stand for several files: `prices/*.csv`, `GOOG_?m.csv`, `[A-M]*_daily.csv`.
///
/// The system's own matching applies: `*` and `?` match no slash, and no name that begins with
/// a point. A backslash is a plain character.
public enum PathPattern {
  /// Whether a path has a character that can stand for others.
  public static func isPattern(_ path: String) -> Bool {
    path.utf8.contains { "*?[".utf8.contains($0) }
  }

  /// The files that match a pattern, in ascending order of their paths.
  ///
  /// A path that exists is itself, whatever its characters, even where it is no file: reading it
  /// says so. Folders, pipes and devices that merely match are passed over.
  ///
  /// - Parameter pattern: A path with or without `*`, `?` or `[…]`.
  /// - Returns: At least one path.
  /// - Throws: `MarketError` where nothing matches or a folder cannot be read.
  public static func files(matching pattern: String) throws(MarketError) -> [String] {
    // The system would cut such a path at its zero byte.
    guard !pattern.utf8.contains(0) else {
      throw .file(.noMatch(nearest: []), path: pattern)
    }
    if kind(of: pattern) != nil || !isPattern(pattern) { return [pattern] }
    var matches = glob_t()
    defer { globfree(&matches) }
    switch glob(pattern, GLOB_NOESCAPE | GLOB_NOSORT, nil, &matches) {
    case 0: break
    case GLOB_NOMATCH: throw absence(of: pattern)
    default:
      let reason = "the system could not read the folders of the pattern"
      throw .file(.unreadable(reason: reason), path: pattern)
    }
    let count = Int(matches.gl_pathc)
    let files = (0..<count).compactMap { index -> String? in
      matches.gl_pathv.flatMap { $0[index] }.map { String(cString: $0) }
    }
    .filter { kind(of: $0) == S_IFREG }
    guard !files.isEmpty else { throw absence(of: pattern) }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The kind of what a path leads to, or `nil` where there is nothing.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func absence(of pattern: String) -> MarketError {
    let (folder, name) = FolderListing.split(pattern)
    guard !isPattern(folder) else { return .file(.noMatch(nearest: []), path: pattern) }
    guard FolderListing.exists(folder) else { return .file(.noFolder(folder), path: pattern) }
    return .file(.noMatch(nearest: nearest(to: name, in: folder)), path: pattern)
  }

  /// The names whose beginning and end are most like what the pattern says of them.
  private static func nearest(to pattern: String, in folder: String) -> [String] {
    let beginning = pattern.prefix { !"*?[".contains($0) }
    let ending = pattern.reversed().prefix { !"*?]".contains($0) }.count
    let names = FolderListing.names(in: folder)
    let parts = names.map { name in
      name.count <= beginning.count + ending
        ? name : String(name.prefix(beginning.count) + name.suffix(ending))
    }
    let near = Set(nearestNames(to: String(beginning + pattern.suffix(ending)), among: parts))
    return Array(zip(names, parts).filter { near.contains($0.1) }.map(\.0).prefix(3))
  }
}
