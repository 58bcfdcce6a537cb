import Foundation
import Testing

/// The import table of the package.
///
/// The compiler does not hold it: an undeclared import of a sibling can pass a build.
@Suite struct LayerTests {
  /// What each target may import besides the system's Foundation, Dispatch and Synchronization.
  static let table: [String: Set<String>] = [
    "CDownload": [],
    "CEdit": [],
    "CEditShim": [],
    "CEngineKernels": [],
    "CSystemHash": [],
    "CZlib": [],
    "PlateauColumns": ["CSystemHash"],
    "PlateauLanguage": ["PlateauColumns"],
    "PlateauMarket": ["PlateauColumns", "CZlib"],
    "PlateauEngine": ["PlateauColumns", "PlateauMarket", "CEngineKernels"],
    "PlateauSearch": ["PlateauColumns"],
    "PlateauStorage": ["PlateauColumns", "GRDB"],
    "PlateauFetching": ["PlateauColumns", "CDownload"],
    "PlateauReport": ["PlateauColumns"],
    "PlateauWorkbench": [
      "PlateauColumns", "PlateauLanguage", "PlateauMarket", "PlateauEngine", "PlateauSearch",
      "PlateauStorage", "PlateauFetching", "PlateauReport",
    ],
    "PlateauConsole": [
      "PlateauColumns", "PlateauLanguage", "PlateauReport", "PlateauWorkbench", "CEditShim",
    ],
    "plateau": ["PlateauConsole", "ArgumentParser"],
  ]

  static let system: Set<String> = [
    "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin", "CommonCrypto",
  ]

  @Test func `every target is in the table`() throws {
    let sources = Checkout.root.appending(path: "Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(targets) == Set(Self.table.keys))
  }

  @Test(arguments: table.keys.sorted())
  func `a target imports only what lies below it`(target: String) {
    let allowed = (Self.table[target] ?? []).union(Self.system)
    let files = Checkout.swiftFiles(in: "Sources/\(target)")
    #expect(!files.isEmpty || target.hasPrefix("C"))
    for (path, text) in files {
      for module in Checkout.imports(of: text) where !allowed.contains(module) {
        Issue.record("\(path) imports \(module)")
      }
    }
  }

  @Test func `columns, language, market and report do not need Foundation`() {
    for target in ["PlateauColumns", "PlateauLanguage", "PlateauMarket", "PlateauReport"] {
      for (path, text) in Checkout.swiftFiles(in: "Sources/\(target)") {
        #expect(!Checkout.imports(of: text).contains("Foundation"), "\(path)")
      }
    }
  }

  @Test func `the import reader sees every form of import`() {
    let text = "public import A\n@testable import B\nimport C\n// import D\n  let x = \"import E\""
    #expect(Checkout.imports(of: text) == ["A", "B", "C"])
  }
}
