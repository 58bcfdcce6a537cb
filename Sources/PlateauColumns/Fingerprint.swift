/// A SHA-256 digest: equal content gives equal fingerprints in every process and on every machine.
public struct Fingerprint: Hashable, Sendable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// All 64 hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The first 16 hexadecimal digits, enough to tell results apart by eye.
  public var short: String {
    String(hexadecimal.prefix(16))
  }
}

extension Fingerprint: CustomStringConvertible {
  /// The short form.
  public var description: String { short }
}

/// Feeds values into a digest one after another; numbers as little-endian bytes.
public struct FingerprintBuilder {
  private var pending: [UInt8] = []
  private var hash = SystemHash()

  /// Creates a builder that has seen nothing.
  public init() {
    pending.reserveCapacity(1 << 14)
  }

  /// Adds a text with its length, so that neighbouring texts cannot run together.
  public mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(Int64(bytes.count))
    pending.append(contentsOf: bytes)
    flushIfLarge()
  }

  /// Adds a whole number.
  public mutating func add(_ value: Int64) {
    withUnsafeBytes(of: value.littleEndian) { pending.append(contentsOf: $0) }
    flushIfLarge()
  }

  /// Adds the bits of a number; every undefined value counts as the same one.
  public mutating func add(_ value: Double) {
    let bits = value.isNaN ? 0x7FF8_0000_0000_0000 : value.bitPattern
    withUnsafeBytes(of: bits.littleEndian) { pending.append(contentsOf: $0) }
    flushIfLarge()
  }

  /// Adds the bits of many numbers, as `add` does of each.
  public mutating func add(contentsOf values: [Double]) {
    #if _endian(little)
      if !values.contains(where: \.isNaN) {
        values.withUnsafeBytes { add($0) }
        return
      }
    #endif
    for value in values { add(value) }
  }

  /// Adds points in time as their seconds.
  public mutating func add(contentsOf times: [Timestamp]) {
    #if _endian(little)
      times.withUnsafeBytes { add($0) }
    #else
      for time in times { add(time.seconds) }
    #endif
  }

  /// Adds bytes that are too many to be gathered first.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    hash.update(pending)
    pending.removeAll(keepingCapacity: true)
    hash.update(bytes)
  }

  /// Adds another digest.
  public mutating func add(_ fingerprint: Fingerprint) {
    pending.append(contentsOf: fingerprint.bytes)
    flushIfLarge()
  }

  /// Adds raw bytes as they stand.
  public mutating func add(bytes: [UInt8]) {
    pending.append(contentsOf: bytes)
    flushIfLarge()
  }

  /// Ends the digest; the builder starts anew.
  public mutating func finish() -> Fingerprint {
    hash.update(pending)
    pending.removeAll(keepingCapacity: true)
    let digest = hash.finish()
    hash = SystemHash()
    return Fingerprint(bytes: digest)
  }

  private mutating func flushIfLarge() {
    guard pending.count >= 1 << 14 else { return }
    hash.update(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
