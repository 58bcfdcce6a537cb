import Foundation
import Testing

@testable import PlateauMarket

@Suite struct TextEncodingTests {
  private let text = "Datum;Schluß €;Übersicht 😀\n31.01.2020;1.234,5;–\n"

  private func problem(of bytes: [UInt8]) -> ContentProblem? {
    do {
      _ = try TextEncoding.utf8(bytes)
      return nil
    } catch {
      return error.problem
    }
  }

  // Foundation encodes, so the reference is not the code under test.
  private func encoded(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test func `UTF-8 is left as it is, without its mark`() throws {
    let plain = try TextEncoding.utf8(Array(text.utf8))
    #expect(plain.bytes == Array(text.utf8))
    #expect(plain.name == nil)
    let marked = try TextEncoding.utf8([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(marked.bytes == Array(text.utf8))
    #expect(marked.name == nil)
    #expect(try TextEncoding.utf8([]).bytes == [])
  }

  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8], "UTF-16 little-endian"),
    (.utf16BigEndian, [0xFE, 0xFF], "UTF-16 big-endian"),
  ])
  func `UTF-16 is known by its mark and by its zeros`(
    encoding: String.Encoding, mark: [UInt8], name: String
  ) throws {
    for text in [text, "Date,Close\n2020-01-30,1\n"] {
      let bytes = try encoded(text, encoding)
      let marked = try TextEncoding.utf8(mark + bytes)
      #expect(marked.bytes == Array(text.utf8))
      #expect(marked.name == name)
      let unmarked = try TextEncoding.utf8(bytes)
      #expect(unmarked.bytes == Array(text.utf8))
      #expect(unmarked.name == name)
    }
    #expect(try TextEncoding.utf8(mark).bytes == [])
  }

  @Test func `half a character of UTF-16 is an error with its place`() throws {
    let bytes = try encoded("a😀b", .utf16LittleEndian)
    let name = "UTF-16 little-endian"
    let mark: [UInt8] = [0xFF, 0xFE]
    for (count, offset) in [(1, 2), (3, 4), (4, 4), (5, 4), (7, 8)] {
      #expect(
        problem(of: mark + bytes[..<count]) == .damagedText(encoding: name, offset: offset))
    }
    // The second half of a pair alone, and the first half before a plain character.
    #expect(problem(of: mark + [0x00, 0xDE]) == .damagedText(encoding: name, offset: 2))
    #expect(
      problem(of: mark + [0x3D, 0xD8, 0x61, 0]) == .damagedText(encoding: name, offset: 2))
    #expect(problem(of: mark + [0x61, 0, 0, 0]) == .binary(offset: 4))
  }

  @Test func `every byte of Windows-1252 becomes its character`() throws {
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for byte in UInt8(0x80)...0xFF where !undefined.contains(byte) {
      // Between plain letters, so that it is no part of a longer character.
      let read = try TextEncoding.utf8([0x61, byte, 0x62])
      let expected = try #require(String(bytes: [0x61, byte, 0x62], encoding: .windowsCP1252))
      #expect(read.bytes == Array(expected.utf8), "byte \(byte)")
      #expect(read.name == (byte < 0xA0 ? "Windows-1252" : "Latin-1"))
    }
    let latin = try TextEncoding.utf8(try encoded("Übersicht ß\n1,5", .isoLatin1))
    #expect(String(decoding: latin.bytes, as: UTF8.self) == "Übersicht ß\n1,5")
  }

  @Test func `what is UTF-8 agrees with the standard library`() {
    // All beginnings of three bytes, which decide every row of the Unicode table, after plain ones.
    for first in UInt8(0x7E)...0xFF {
      for second in stride(from: UInt8(0x10), through: 0xF0, by: 1) {
        for tail: [UInt8] in [[], [0x7F], [0x80], [0xBF], [0x80, 0x80], [0xBF, 0xC0]] {
          let bytes = Array("1234567".utf8) + [first, second] + tail
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect((UTF8Check.run(bytes) == .valid) == isValid, "\(first) \(second) \(tail)")
        }
      }
    }
  }

  @Test func `a zero byte anywhere is named with its offset`() {
    let text = Array("Date,Close\n2020-01-30,1\n".utf8)
    for offset in text.indices {
      var bytes = text
      bytes.insert(0, at: offset)
      #expect(problem(of: bytes) == .binary(offset: offset))
    }
    #expect(problem(of: [0x61, 0xE9, 0x62, 0x03]) == .binary(offset: 3))
  }

  @Test(arguments: [
    ("SQLite format 3\0\u{10}\0", "a SQLite database"), ("PAR1\u{15}\0", "a Parquet file"),
    ("%PDF-1.7\n", "a PDF document"), ("BZh91AY", "a bzip2 archive"),
    (" \n<!DOCTYPE html><html>", "a web page"), ("<HTML>", "a web page"),
    ("<?xml version=\"1.0\"?>", "an XML document"), ("PK\u{3}\u{4}\0\0data.csv", "a ZIP archive"),
    ("PK\u{3}\u{4}\0\0[Content_Types].xml", "an Excel workbook (.xlsx)"),
    (
      "PK\u{3}\u{4}\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      "an OpenDocument spreadsheet (.ods)"
    ),
  ])
  func `a file that is no text is called by its kind`(beginning: String, name: String) {
    guard case .foreignFormat(let found, let advice) = problem(of: Array(beginning.utf8)) else {
      Issue.record("\(name) was taken for text")
      return
    }
    #expect(found == name)
    #expect(!advice.isEmpty)
  }

  @Test func `files of binary beginnings are called by their kind`() {
    let beginnings: [([UInt8], String)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Excel workbook"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
      ([0x1F, 0x8B, 8, 0], "a gzip file inside a gzip file"),
    ]
    for (bytes, name) in beginnings {
      guard case .foreignFormat(name, _) = problem(of: bytes) else {
        Issue.record("\(name) was taken for text")
        continue
      }
    }
    #expect(problem(of: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .encoding("UTF-32"))
  }

  @Test func `a text that only looks like another kind is a text`() throws {
    for text in ["PK,Close\n1,2", "<TICKER>,<PER>,<DATE>\n", "SQLite format 3", "%,b\n"] {
      #expect(try TextEncoding.utf8(Array(text.utf8)).name == nil)
    }
  }

  @Test func `any bytes give text or an error, never a trap`() throws {
    let files = [
      Array(text.utf8), [0xFF, 0xFE] + (try encoded(text, .utf16LittleEndian)),
      try encoded(text, .utf16BigEndian), [0x50, 0x4B, 3, 4, 0, 0],
    ]
    for file in files {
      for length in 0...file.count { _ = try? TextEncoding.utf8(Array(file[..<length])) }
      for position in file.indices {
        for byte: UInt8 in [0, 0x1F, 0x80, 0xD8, 0xDC, 0xFF] {
          var changed = file
          changed[position] = byte
          guard let read = try? TextEncoding.utf8(changed) else { continue }
          #expect(String(validating: read.bytes, as: UTF8.self) != nil)
        }
      }
    }
  }
}
