import CZlib

/// Unpacks gzip files (RFC 1952), of one member or of several written one after the other.
///
/// A small file can unpack to any size, so the output is bounded twice: by a number of bytes, and
/// by a ratio of output to input that prices do not reach. Prices as text shrink to between a half
/// and a twentieth; what shrinks to less than a two-hundredth repeats itself.
enum Gzip {
  /// How much output is accepted.
  struct Limit {
    /// The most bytes that are unpacked.
    var bytes = 2 << 30
    /// The most bytes of output for a byte of input, beyond `unsuspectedBytes` of output.
    var ratio = 200
    /// Output of this size is accepted whatever its ratio to the input.
    var unsuspectedBytes = 256 << 20
  }

  /// Whether a file begins like a gzip file.
  ///
  /// - Parameter head: The first bytes of the file, at least two.
  /// - Returns: Whether they are those of RFC 1952.
  static func isGzip(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// The unpacked content of a gzip file.
  ///
  /// The output is held once. Its size is taken from the last four bytes of the file; where they
  /// do not say it, as with several members, the file is unpacked a second time into an array of
  /// the size that the first time has found.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The content of all members.
  /// - Throws: The byte at which the file is damaged or cut off, or that it unpacks to more than
  ///   prices can be.
  /// - Complexity: O(output).
  static func inflated(_ bytes: [UInt8]) throws(ContentError) -> [UInt8] {
    try inflated(bytes, limit: Limit())
  }

  /// The unpacked content, within the given limit.
  static func inflated(_ bytes: [UInt8], limit: Limit) throws(ContentError) -> [UInt8] {
    let expected = min(declaredSize(of: bytes), limit.bytes)
    let first = try GzipInflation.run(bytes, keeping: expected, limit: limit)
    guard first.size > expected else { return first.content }
    return try GzipInflation.run(bytes, keeping: first.size, limit: limit).content
  }

  /// What the last member says its size is, as far as the input can make it true.
  private static func declaredSize(of bytes: [UInt8]) -> Int {
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    // Deflate packs at most 1032 bytes into one.
    return min(size, bytes.count * 1032)
  }
}
