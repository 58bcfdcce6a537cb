import PlateauColumns

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads the bytes of a file; refuses folders, pipes, devices and files above two gibibytes.
enum PriceFile {
  /// The most bytes that are read.
  static let byteLimit = 2 << 30

  static func bytes(of path: String) throws(MarketError) -> [UInt8] {
    // The system would cut such a path at its zero byte and open another file.
    guard !path.utf8.contains(0) else { throw .file(.notFound(nearest: []), path: path) }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(problem(opening: path, code: errno), path: path) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .file(.unreadable(reason: reason(errno)), path: path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      let files = FolderListing.names(in: path).filter { $0.lowercased().hasSuffix(".csv") }
      throw .file(.isDirectory(files: Array(files.prefix(3))), path: path)
    default: throw .file(.notAFile, path: path)
    }
    let size = Int(status.st_size)
    guard size <= byteLimit else {
      throw .file(.tooLarge(bytes: size, limit: byteLimit), path: path)
    }
    guard let bytes = contents(of: descriptor, expecting: size) else {
      throw .file(.unreadable(reason: reason(errno)), path: path)
    }
    return bytes
  }

  /// All bytes up to the end of the file or `size`, or `nil` when the system reports an error.
  private static func contents(of descriptor: Int32, expecting size: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      while filled < size {
        let count = read(descriptor, base + filled, size - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failed = true }
        guard count > 0 else { return }
        filled += count
      }
    }
    return failed ? nil : bytes
  }

  private static func problem(opening path: String, code: Int32) -> FileProblem {
    guard code == ENOENT || code == ENOTDIR else { return .unreadable(reason: reason(code)) }
    let (folder, name) = FolderListing.split(path)
    guard FolderListing.exists(folder) else { return .noFolder(folder) }
    return .notFound(
      nearest: nearestNames(to: name, among: FolderListing.names(in: folder)))
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
