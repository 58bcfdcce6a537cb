import CZlib

/// One passage through the members of a gzip file.
///
/// Output beyond the bytes to be kept is unpacked, checked and counted, but not stored.
struct GzipInflation {
  private let limit: Gzip.Limit
  private var stream = z_stream()
  private var size = 0

  /// Unpacks a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - kept: How many bytes of the output are stored.
  ///   - limit: How much output is accepted.
  /// - Returns: The first `kept` bytes of the output, and the size of all of it.
  /// - Throws: What is wrong with the file, and at which byte.
  static func run(
    _ bytes: [UInt8], keeping kept: Int, limit: Gzip.Limit
  ) throws(ContentError) -> (content: [UInt8], size: Int) {
    var inflation = GzipInflation(limit: limit)
    var problem: ContentProblem?
    let content = [UInt8](unsafeUninitializedCapacity: kept) { output, filled in
      problem = bytes.withUnsafeBufferPointer { inflation.unpack($0, into: output) }
      filled = min(inflation.size, kept)
    }
    if let problem { throw ContentError(problem) }
    return (content, inflation.size)
  }

  private init(limit: Gzip.Limit) { self.limit = limit }

  /// Unpacks all members; returns what is wrong with them.
  private mutating func unpack(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> ContentProblem? {
    // 15 bits of window and 16 for a gzip header; zlib then checks the sum and size of a member.
    let version = zlibVersion()
    guard inflateInit2_(&stream, 15 + 16, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      return .damagedArchive(offset: 0, reason: "the system's zlib cannot begin to unpack it")
    }
    defer { inflateEnd(&stream) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { spare in
      var position = 0
      while position < input.count {
        if let problem = unpackMember(input, from: &position, into: output, spare: spare) {
          return problem
        }
        // Archives on tapes are filled up with zeros.
        let isPadding = input[position...].allSatisfy { $0 == 0 }
        if isPadding { return nil }
        guard inflateReset(&stream) == Z_OK else {
          return .damagedArchive(offset: position, reason: "the next member cannot be unpacked")
        }
      }
      return input.isEmpty ? .archiveCutOff(offset: 0) : nil
    }
  }

  private mutating func unpackMember(
    _ input: UnsafeBufferPointer<UInt8>, from position: inout Int,
    into output: UnsafeMutableBufferPointer<UInt8>, spare: UnsafeMutableBufferPointer<UInt8>
  ) -> ContentProblem? {
    while true {
      let inputCount = min(input.count - position, 1 << 20)
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map { $0 + position }
      stream.avail_in = uInt(inputCount)
      let room = output.count - size
      let target = room > 0 ? output.baseAddress.map { $0 + size } : spare.baseAddress
      let outputCount = min(room > 0 ? room : spare.count, 1 << 20)
      stream.next_out = target
      stream.avail_out = uInt(outputCount)

      let status = inflate(&stream, Z_NO_FLUSH)
      let consumed = inputCount - Int(stream.avail_in)
      let produced = outputCount - Int(stream.avail_out)
      position += consumed
      size += produced
      if let problem = excess(after: position) { return problem }
      switch status {
      case Z_STREAM_END: return nil
      case Z_OK where consumed > 0 || produced > 0: continue
      case Z_OK, Z_BUF_ERROR: return .archiveCutOff(offset: position)
      default: return .damagedArchive(offset: position, reason: reason)
      }
    }
  }

  /// The problem of too much output, seen after `consumed` bytes of input.
  private func excess(after consumed: Int) -> ContentProblem? {
    if size > limit.bytes { return .archiveTooLarge(limit: limit.bytes) }
    guard size > limit.unsuspectedBytes, size / limit.ratio > consumed else { return nil }
    return .suspectArchive(input: consumed, output: size)
  }

  private var reason: String {
    stream.msg.map { String(cString: $0) } ?? "it cannot be unpacked"
  }
}
