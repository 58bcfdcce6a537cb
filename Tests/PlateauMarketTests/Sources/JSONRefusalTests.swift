import Foundation
import Testing

@testable import PlateauMarket

@Suite struct JSONRefusalTests {
  private func failure(_ text: String) -> ContentError? {
    do {
      _ = try JSONRows.delimited(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  /// The line, the column and the reason of a refusal.
  private func place(_ text: String) -> String? {
    guard let error = failure(text), case .badJSON(let column, let reason) = error.problem else {
      return nil
    }
    return "\(error.line ?? 0):\(column) \(reason)"
  }

  @Test func `a break of the grammar is named with its line and column`() {
    #expect(
      place("[[1,2],\n [3 4]]") == "2:5 a comma or a closing bracket must stand here, not '4'")
    #expect(place("[[1,2],\n [3,]]") == "2:5 a value must stand here, not ']'")
    #expect(place("{\"a\":1,}") == "1:8 a key in double quotes must stand here, not '}'")
    #expect(place("{\"a\" 1}") == "1:6 a colon after the key must stand here, not '1'")
    #expect(place("[\"ab") == "1:2 the text in quotes does not end")
    #expect(place("[\"a\nb\"]") == "1:4 a closing quote must stand here, not this byte")
    #expect(place("[\"\\x\"]") == "1:3 a backslash with an unknown escape after it")
    #expect(place("[[1,2]") == "1:7 a comma or a closing bracket is missing at the end")
    #expect(place("[[1,2]] x") == "1:9 the end of the text or a new line must stand here, not 'x'")
    #expect(place("[01]") == "1:2 not a number as JSON writes it")
    #expect(place("[1.]") == "1:4 a digit after the point must stand here, not ']'")
    #expect(place("[NaN]") == "1:2 a value must stand here, not 'N'")
  }

  @Test func `rows that do not fit the first are named`() {
    #expect(place("[[1,2],\n[3,4,5]]") == "2:1 a row of 3 values, but the first has 2")
    #expect(place("[[1,2],\n7]") == "2:1 a row must be a list, as the first is")
    #expect(place("[{\"a\":1,\"b\":2},\n[7,8]]") == "2:1 a row must be an object, as the first is")
    #expect(
      place("[[1,2],\n[3,{}]]") == "2:4 a list or an object where a value must stand")
    #expect(place("[{\"a\":1,\"b\":2,\n\"a\":1}]") == "2:1 a row has this key twice")
    #expect(place("{\"t\":[1,2],\n\"c\":[1]}") == "2:5 a list of 1 values beside one of 2")
    #expect(
      place(#"{"Open":{"1":1,"2":2},"Close":{"1":1}}"#)
        == "1:31 a column without the keys of the first")
  }

  @Test func `nesting is bounded`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(place(deep) == "1:65 values are nested more than 64 deep")
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(place(objects) == "1:321 values are nested more than 64 deep")
  }

  @Test(arguments: [
    ("[]", "its list is empty"), ("[1,2,3]", "its list holds no rows of two values or more"),
    (#"{"code":-1121,"msg":"Invalid symbol."}"#, "it says 'Invalid symbol.'"),
    (#"{"Information":"Thank you"}"#, "it says 'Thank you'"), ("{}", "it holds nothing"),
    (#"{"a":1,"b":[],"c":{}}"#, "it holds 'a', 'b', 'c'"),
    (
      #"{"bars":{"AAPL":[{"t":1,"c":2}],"MSFT":[{"t":1,"c":3}]}}"#,
      "there are several ('AAPL', 'MSFT'); keep the one that is meant"
    ),
  ])
  func `JSON without a table says what it holds`(text: String, reason: String) {
    #expect(failure(text)?.problem == .noTableInJSON(reason: reason))
  }

  @Test func `rows of more keys than any table has are refused`() {
    let rows = (0..<300).map { "{\"a\($0)\":1,\"b\":2}" }.joined(separator: ",")
    #expect(place("[\(rows)]")?.hasSuffix("the rows have more than 256 different keys") == true)
  }

  @Test func `the reader takes what Foundation takes, in damaged variants too`() throws {
    let good = Array(
      #"[{"date":"2020-01-30","open":-1.5e+3,"x\u00e9":[true,null,{}]},{"date":"\n","open":0}]"#
        .utf8)
    for length in 0...good.count { agree(Array(good[..<length])) }
    for position in good.indices {
      for byte in "\"\\,:[]{}0-.eu \nx".utf8 {
        var changed = good
        changed[position] = byte
        agree(changed)
      }
      var shorter = good
      shorter.remove(at: position)
      agree(shorter)
    }
  }

  private func agree(_ bytes: [UInt8]) {
    // Foundation's reader is the reference; it takes no empty text and no JSON Lines.
    let isJSON =
      (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    let document = try? JSONReader.read(bytes)
    let isRead = document.map { Array($0.roots).count == 1 } ?? false
    #expect(isRead == isJSON, "\(String(decoding: bytes, as: UTF8.self))")
    _ = try? JSONRows.delimited(bytes)
  }

  @Test func `damaged shapes give rows or an error, never a trap`() {
    let shapes = [
      #"{"chart":{"result":[{"timestamp":[1,2],"indicators":{"quote":[{"open":[1,2]}]}}]}}"#,
      #"{"columns":["Open","Close"],"index":["2020-01-30"],"data":[[1.0,2.0]]}"#,
      #"{"Open":{"1":1.0,"2":3.0},"Close":{"1":2.0,"2":null}}"#,
      #"{"2020-01-31":{"1. open":"1","b":2},"2020-01-30":{"1. open":"1","b":3}}"#,
    ]
    for shape in shapes {
      let good = Array(shape.utf8)
      for position in good.indices {
        for byte in "\"\\,:[]{}0n".utf8 {
          var changed = good
          changed[position] = byte
          _ = try? JSONRows.delimited(changed)
        }
        // Leave out every stretch of bytes, which changes the shape and may leave it sound.
        for end in position..<good.count {
          _ = try? JSONRows.delimited(Array(good[..<position] + good[end...]))
        }
      }
    }
  }
}
