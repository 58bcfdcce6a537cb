import CZlib
import Foundation
import Testing

@testable import PlateauMarket

@Suite struct GzipTests {
  // Written by Python 3.11: gzip.GzipFile(…, mtime=0).
  private let text = Array("Date,Close\n2020-01-30,1\n2020-01-31,2.5\n".utf8)
  private let packed = bytes("H4sIAAAAAAACA3NJLEnVcc7JL07lMjIwMtA1MNQ1NtAxRHAMdYz0TLkA2ia9qycAAAA=")
  private let named = bytes(
    "H4sICAAAAAAC/3ByaWNlcy5jc3YAc0ksSdVxzskvTuUyMjAy0DUw1DU20DFEcAx1jPRMuQDaJr2rJwAAAA==")
  private let second = bytes("H4sIAAAAAAAC/zMyMDLQNTDSNTDWMeYCAH4QZnANAAAA")
  private let nothing = bytes("H4sIAAAAAAAC/wMAAAAAAAAAAAA=")

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map { Array($0) } ?? []
  }

  private func problem(of bytes: [UInt8], limit: Gzip.Limit = Gzip.Limit()) -> ContentProblem? {
    do {
      _ = try Gzip.inflated(bytes, limit: limit)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func `a gzip file is known by its first two bytes`() {
    #expect(Gzip.isGzip(packed[...]))
    #expect(Gzip.isGzip([0x1F, 0x8B]))
    #expect(!Gzip.isGzip([0x1F]))
    #expect(!Gzip.isGzip(text[...]))
    #expect(!Gzip.isGzip([]))
  }

  @Test func `a file of one member gives its content`() throws {
    #expect(try Gzip.inflated(packed) == text)
    #expect(try Gzip.inflated(named) == text)
    #expect(try Gzip.inflated(nothing) == [])
  }

  @Test func `the contents of several members follow each other`() throws {
    let more = Array("2020-02-03,3\n".utf8)
    #expect(try Gzip.inflated(packed + second) == text + more)
    // The last member is larger, smaller or empty: the size it declares is not that of all.
    #expect(try Gzip.inflated(second + packed + nothing) == more + text)
  }

  @Test func `zeros after the last member are padding, other bytes are damage`() throws {
    #expect(try Gzip.inflated(packed + [UInt8](repeating: 0, count: 700)) == text)
    guard case .damagedArchive(let offset, _) = problem(of: packed + Array("more text".utf8)) else {
      Issue.record("bytes after the end were accepted")
      return
    }
    #expect((packed.count...packed.count + 2).contains(offset))
  }

  @Test func `a file cut off anywhere is an error that says where it ends`() {
    for length in packed.indices {
      #expect(problem(of: Array(packed[..<length])) == .archiveCutOff(offset: length))
    }
    // Cut between the members, a file is whole; inside the second one it is not.
    let both = packed + second
    for length in packed.count + 1..<both.count {
      #expect(problem(of: Array(both[..<length])) == .archiveCutOff(offset: length))
    }
  }

  @Test func `a changed byte gives an error or the same text, never another text`() {
    // Bytes 4 to 9 are the time, the level and the system, which say nothing about the content;
    // neither does the first flag of byte 3.
    for position in packed.indices {
      for flip: UInt8 in [1, 0x80, 0xFF] {
        var changed = packed
        changed[position] ^= flip
        if let content = try? Gzip.inflated(changed) {
          #expect(content == text && (3...9).contains(position), "byte \(position)")
        }
      }
    }
  }

  @Test func `random contents of many sizes come back, whatever the members`() throws {
    var seed: UInt64 = 7
    for size in [0, 1, 65_535, 65_536, 65_537, 3_000_000] {
      let content = (0..<size).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 60)
      }
      let archive = try deflated(content)
      #expect(try Gzip.inflated(archive) == content)
      #expect(try Gzip.inflated(archive + archive + second).count == 2 * size + 13)
    }
  }

  @Test func `a declared size that is not true is an error`() throws {
    var lying = packed
    lying.replaceSubrange(lying.count - 4..<lying.count, with: [0xFF, 0xFF, 0xFF, 0xFF])
    guard case .damagedArchive = problem(of: lying) else {
      Issue.record("a wrong size was accepted")
      return
    }
  }

  @Test func `output is bounded by bytes`() throws {
    let limit = Gzip.Limit(bytes: 39)
    #expect(try Gzip.inflated(packed, limit: limit) == text)
    #expect(problem(of: packed, limit: Gzip.Limit(bytes: 38)) == .archiveTooLarge(limit: 38))
    #expect(problem(of: packed + second, limit: limit) == .archiveTooLarge(limit: 39))
  }

  @Test func `a bomb is refused before it has unpacked much`() throws {
    // 64 MiB of zeros pack into 64 KiB, a thousandth; the bound is lowered to keep the test small.
    let bomb = try deflated([UInt8](repeating: 0, count: 64 << 20))
    #expect(bomb.count < 70_000)
    #expect(try Gzip.inflated(bomb).count == 64 << 20)
    let limit = Gzip.Limit(unsuspectedBytes: 4 << 20)
    guard case .suspectArchive(let input, let output) = problem(of: bomb, limit: limit) else {
      Issue.record("the bomb was unpacked")
      return
    }
    #expect(output <= 6 << 20)
    #expect(input < output / 200)
    // The same in two hundred members, of which none is suspect.
    let members = Array(
      repeatElement(try deflated([UInt8](repeating: 0, count: 1 << 20)), count: 9))
    guard case .suspectArchive = problem(of: Array(members.joined()), limit: limit) else {
      Issue.record("the bomb of many members was unpacked")
      return
    }
  }

  @Test func `a content that shrinks as prices do is not suspect`() throws {
    let row = Array("2020-01-30,100.34,101.2,99.5,100.9,1000000\n".utf8)
    var content: [UInt8] = []
    for number in 0..<200_000 { content += row + Array("\(number)\n".utf8) }
    let limit = Gzip.Limit(unsuspectedBytes: 1 << 20)
    #expect(try Gzip.inflated(deflated(content), limit: limit) == content)
  }

  /// A member of gzip, packed by the system's own library.
  private func deflated(_ content: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    try #require(
      deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size) == Z_OK)
    defer { deflateEnd(&stream) }
    var content = content
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(content.count))))
    let written = content.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { return 0 }
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<written])
  }
}
