#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a text: those of a file, read where they are needed, or bytes in memory.
final class ByteSource: Sendable {
  private enum Storage {
    case memory([UInt8])
    case file(descriptor: Int32)
  }

  private let storage: Storage
  /// How many bytes there are.
  let count: Int

  /// Bytes in memory.
  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    count = bytes.count
  }

  /// The bytes of an open file, which is closed with the source.
  init(descriptor: Int32, count: Int) {
    storage = .file(descriptor: descriptor)
    self.count = count
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  /// Lends bytes followed by a line feed, which ends the last line where nothing else does.
  ///
  /// - Parameters:
  ///   - range: Which bytes; must lie within the source.
  ///   - body: Gets as many bytes; one more may be read.
  /// - Returns: What `body` answers.
  /// - Throws: What `body` throws, and `ContentProblem.changed` where a file has become shorter or
  ///   cannot be read any more.
  func withText<Answer>(
    _ range: Range<Int>, _ body: (TextBytes) throws(ContentError) -> Answer
  ) throws(ContentError) -> Answer {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: range.count + 1)
    defer { buffer.deallocate() }
    switch storage {
    case .memory(let bytes):
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        buffer.initialize(from: base + range.lowerBound, count: range.count)
      }
    case .file(let descriptor):
      var filled = 0
      while filled < range.count {
        let count = pread(
          descriptor, buffer + filled, range.count - filled, off_t(range.lowerBound + filled))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw ContentError(.changed) }
        filled += count
      }
    }
    buffer[range.count] = Byte.lineFeed
    return try body(TextBytes(start: buffer, count: range.count))
  }

  /// All bytes, in memory.
  func bytes() throws(ContentError) -> [UInt8] {
    if case .memory(let bytes) = storage { return bytes }
    return try withText(0..<count) { Array($0) }
  }

  /// The bytes from an offset on, at most so many.
  func head(from start: Int = 0, atMost limit: Int) throws(ContentError) -> [UInt8] {
    try withText(min(start, count)..<min(count, start + limit)) { Array($0) }
  }
}
