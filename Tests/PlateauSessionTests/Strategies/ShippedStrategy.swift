import Foundation
import Testing

/// A script of `sessions/strategies`, taken apart.
struct ShippedStrategy {
  /// Everything up to the sweep: prices, settings and the strategy.
  let commands: String
  /// The same without the prices and the window.
  let rules: String

  /// Reads a script.
  ///
  /// - Parameter name: The file's name without its ending.
  /// - Throws: When there is no such script, or it has no sweep.
  init(_ name: String) throws {
    let path = Self.folder.appending(path: "\(name).plateau")
    let lines = try String(contentsOf: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).filter { !$0.hasPrefix("#=") }
    let end = try #require(lines.firstIndex { $0.hasPrefix("sweep") }, "\(name) sweeps nothing")
    commands = lines[..<end].joined(separator: "\n")
    rules = lines[..<end].filter { !$0.hasPrefix("load ") && !$0.hasPrefix("window ") }
      .joined(separator: "\n")
  }

  /// Where the scripts are.
  static let folder = Binary.root.appending(path: "sessions/strategies")
}
