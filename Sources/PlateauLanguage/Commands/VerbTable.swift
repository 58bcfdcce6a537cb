import PlateauColumns

/// Finds the command that a typed verb means.
struct VerbTable {
  private let signatures: [CommandSignature]

  init(_ signatures: [CommandSignature]) {
    self.signatures = signatures
  }

  /// The command of a verb, an alias, or the unique beginning of one.
  ///
  /// - Returns: The signature, and whether only the beginning was typed.
  func signature(
    of typed: String, at range: Range<Int>
  ) throws(SyntaxFailure) -> (signature: CommandSignature, isPrefix: Bool) {
    let wanted = typed.lowercased()
    if let exact = signatures.first(where: { names(of: $0).contains(wanted) }) {
      return (exact, false)
    }
    let matches = signatures.filter { signature in
      names(of: signature).contains { $0.hasPrefix(wanted) }
    }
    if let only = matches.first, matches.count == 1 { return (only, true) }
    guard matches.isEmpty else {
      let verbs = matches.map { "'\($0.verb)'" }.sorted().alternatives
      throw .invalid(.ambiguousCommand, "'\(typed)' may mean \(verbs)", at: range)
    }
    let near = nearestNames(to: typed, among: signatures.flatMap { names(of: $0) })
    throw .invalid(
      .unknownCommand, "there is no command '\(typed)'", at: range, suggestions: near,
      hint: near.isEmpty ? "'help' lists the commands" : nil)
  }

  private func names(of signature: CommandSignature) -> [String] {
    ([signature.verb] + signature.aliases).map { $0.lowercased() }
  }
}
