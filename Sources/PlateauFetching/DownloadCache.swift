import Foundation
import PlateauColumns

/// Keeps downloaded files under the digest of their content, and which address gave which.
///
/// Two addresses of the same content share one file. Each address has a small text file of its own,
/// so that programs that run at the same time do not overwrite each other's entries; every file is
/// written beside its place and then moved there whole.
public struct DownloadCache: Sendable {
  /// What is known of the content at an address.
  struct Entry: Equatable {
    /// The digest of the content, which is the name of its file.
    var content: String
    var etag: String
    var modified: String
  }

  /// The folder of the cache; it is made when something is kept.
  public let folder: String

  /// Creates a cache in a folder.
  public init(folder: String) { self.folder = folder }

  /// The cache of this user: `$XDG_CACHE_HOME/plateau/prices`, else `~/.cache/plateau/prices`.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Returns: The cache, or `nil` where the variables name no folder.
  public static func standard(environment: [String: String]) -> DownloadCache? {
    // The specification says that a relative path is to be ignored.
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      return DownloadCache(folder: base + "/plateau/prices")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return DownloadCache(folder: home + "/.cache/plateau/prices")
  }

  /// What was last kept for an address, if its content is still there and whole.
  func copy(of url: String) -> (entry: Entry, bytes: [UInt8])? {
    guard let text = try? String(contentsOfFile: entryPath(of: url), encoding: .utf8) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, lines[0] == url, lines[1].count == 64,
      lines[1].allSatisfy(\.isHexDigit),
      let data = FileManager.default.contents(atPath: folder + "/" + lines[1])
    else { return nil }
    let bytes = Array(data)
    // A file that was changed or cut short is none.
    guard Self.digest(bytes) == lines[1] else { return nil }
    return (Entry(content: lines[1], etag: lines[2], modified: lines[3]), bytes)
  }

  /// Keeps the content of an address.
  ///
  /// - Throws: What the file system says.
  func keep(_ bytes: [UInt8], of url: String, etag: String, modified: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let content = Self.digest(bytes)
    let path = folder + "/" + content
    if FileManager.default.contents(atPath: path).map({ Array($0) }) != bytes {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    }
    let entry = [url, content, etag, modified, ""].joined(separator: "\n")
    try Data(entry.utf8).write(to: URL(filePath: entryPath(of: url)), options: .atomic)
    // An address may carry a key to a service.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: entryPath(of: url))
  }

  private func entryPath(of url: String) -> String {
    folder + "/" + Self.digest(Array(url.utf8)) + ".url"
  }

  /// The SHA-256 of bytes as they stand, in hexadecimal digits: what `sha256sum` gives.
  private static func digest(_ bytes: [UInt8]) -> String {
    var builder = FingerprintBuilder()
    var rest = bytes[...]
    while !rest.isEmpty {
      builder.add(bytes: Array(rest.prefix(1 << 20)))
      rest = rest.dropFirst(1 << 20)
    }
    return builder.finish().hexadecimal
  }
}
