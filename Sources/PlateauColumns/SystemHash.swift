#if canImport(CommonCrypto)
  import CommonCrypto
#else
  import CSystemHash
#endif

/// The one place that names the system's SHA-256.
///
/// CommonCrypto uses the processor's own instructions; where libmd does not, whole blocks go to
/// them past it, and libmd keeps the count, the rest and the padding.
struct SystemHash {
  #if canImport(CommonCrypto)
    private var context = CC_SHA256_CTX()

    init() { CC_SHA256_Init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      // A length of CommonCrypto has 32 bits.
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(1 << 30)
        CC_SHA256_Update(
          &context, UnsafeRawBufferPointer(rebasing: part).baseAddress, CC_LONG(part.count))
        rest = rest.dropFirst(part.count)
      }
    }

    mutating func finish() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: 32)
      CC_SHA256_Final(&digest, &context)
      return digest
    }
  #else
    /// Whether the processor has instructions for SHA-256.
    static let hasInstructions = plateau_has_sha_instructions() != 0

    private var context = SHA2_CTX()

    init() { SHA256Init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
      guard Self.hasInstructions else {
        SHA256Update(&context, start, bytes.count)
        return
      }
      let buffered = Int(context.bitcount.0 / 8 % 64)
      let first = min(bytes.count, (64 - buffered) % 64)
      if first > 0 { SHA256Update(&context, start, first) }
      let blocks = (bytes.count - first) / 64
      if blocks > 0 {
        withUnsafeMutableBytes(of: &context.state) { state in
          guard let words = state.baseAddress?.assumingMemoryBound(to: UInt32.self) else { return }
          plateau_sha_blocks(words, start + first, blocks)
        }
        context.bitcount.0 += UInt64(blocks) * 512
      }
      let done = first + blocks * 64
      if done < bytes.count { SHA256Update(&context, start + done, bytes.count - done) }
    }

    mutating func finish() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: 32)
      SHA256Final(&digest, &context)
      return digest
    }
  #endif

  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }
}
