import Foundation
import Testing

/// Habits that keep the code readable and the results the same everywhere.
@Suite struct ConventionTests {
  static let sources = Checkout.swiftFiles(in: "Sources")

  @Test func `nothing stands at the top level but what belongs there`() throws {
    let expected: Set<String> = [
      "Package.swift", "README.md", "Makefile", "Sources", "Tests", "sessions", "datasets",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(found) == expected)
  }

  @Test func `files are small`() {
    let lengths = Self.sources.map { $0.text.count { $0 == "\n" } }.sorted()
    #expect(lengths[lengths.count / 2] < 150)
    for (path, text) in Self.sources {
      let length = text.count { $0 == "\n" }
      #expect(length <= 300, "\(path) has \(length) lines: which second concept has moved in?")
    }
  }

  @Test func `a file is named after a concept`() {
    for (path, _) in Self.sources {
      for word in ["Utilities", "Utility", "Helper", "Manager", "Misc"] {
        #expect(!path.contains(word), "\(path)")
      }
    }
  }

  /// Results depend on plan, data, seed and build alone.
  @Test func `no clock and no foreign randomness in what makes results`() {
    let targets = ["PlateauColumns", "PlateauMarket", "PlateauEngine", "PlateauSearch"]
    for target in targets {
      for (path, text) in Checkout.swiftFiles(in: "Sources/\(target)") {
        for call in [
          "Date()", "ContinuousClock", "SystemRandomNumberGenerator", ".random(", "UUID()",
        ] {
          #expect(!text.contains(call), "\(path) uses \(call)")
        }
      }
    }
  }

  @Test func `user input never traps`() {
    for (path, text) in Self.sources {
      for call in ["fatalError(", "try!", "as!"] {
        #expect(!text.contains(call), "\(path) uses \(call)")
      }
    }
  }
}
