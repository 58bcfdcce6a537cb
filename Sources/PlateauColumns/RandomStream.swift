/// A reproducible stream of random numbers, named by a seed and a stream index.
///
/// Streams of one seed are independent of each other, so each batch draws from its own and the
/// order in which batches run cannot change what they draw.
///
/// - Note: Source: Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators"
///   (xoshiro256**), seeded by SplitMix64 as its authors advise.
public struct RandomStream: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareNormal: Double?

  /// Creates stream number `stream` of `seed`.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix(state: seed)
    let origin = mixer.next()
    mixer = SplitMix(state: origin ^ (stream &* 0xD1B5_4A32_D192_ED03))
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotate(state.3, by: 45)
    return result
  }

  /// A uniform number in [0, 1) with 53 random bits.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal number (Box and Muller, 1958).
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let radius = (-2 * Mathematics.logarithm(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spareNormal = radius * Mathematics.cosine(angle - Double.pi / 2)
    return radius * Mathematics.cosine(angle)
  }

  private static func rotate(_ value: UInt64, by bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }
}

/// Turns any seed, also a small one, into well-mixed starting bits.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
