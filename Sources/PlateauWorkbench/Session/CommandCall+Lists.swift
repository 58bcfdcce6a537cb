import PlateauLanguage

extension CommandCall {
  /// The places of all arguments of a name.
  func ranges(of name: String) -> [Range<Int>] {
    arguments.filter { $0.name == name }.map(\.range)
  }

  /// All chosen words of a name.
  func choices(_ name: String) -> [String] {
    arguments.compactMap { argument in
      guard argument.name == name, case .choice(let word) = argument.value else { return nil }
      return word
    }
  }
}
