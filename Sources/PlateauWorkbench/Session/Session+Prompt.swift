extension Session {
  /// What a prompt shows before its sign: the symbols in use and the strategy.
  public var promptText: String {
    var words: [String] = []
    switch state.symbolsInUse.count {
    case 0: break
    case 1: words.append(state.symbolsInUse[0])
    default: words.append("\(state.symbolsInUse[0])+\(state.symbolsInUse.count - 1)")
    }
    if let name = state.strategyName { words.append(name) }
    return words.isEmpty ? "plateau" : words.joined(separator: " ")
  }
}
