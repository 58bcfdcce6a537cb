import PlateauColumns

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Opens files; refuses folders, pipes, devices and files above a limit.
enum PriceFile {
  /// The most bytes that a file may have.
  static let byteLimit = 2 << 30

  /// Opens a file.
  static func open(_ path: String) throws(MarketError) -> ByteSource {
    // The system would cut such a path at its zero byte and open another file.
    guard !path.utf8.contains(0) else { throw .file(.notFound(nearest: []), path: path) }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = openReading(path)
    guard descriptor >= 0 else { throw .file(problem(opening: path, code: errno), path: path) }
    do {
      return ByteSource(descriptor: descriptor, count: try size(of: descriptor, path: path))
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func openReading(_ path: String) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #else
      Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #endif
  }

  private static func size(of descriptor: Int32, path: String) throws(MarketError) -> Int {
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
    return size
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
