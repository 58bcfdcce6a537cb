import Foundation
import PlateauLanguageProbe
import Testing

/// Texts that reached a branch of their own while fuzzing; the whole language answers each.
@Suite struct SeedTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Seeds")

  @Test func `every seed of the fuzzer is read, or refused with a place`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    #expect(files.count > 100)
    for file in files {
      let fault = LanguageProbe.fault(of: [UInt8](try Data(contentsOf: file)))
      #expect(fault == nil, "\(file.lastPathComponent)")
    }
  }
}
