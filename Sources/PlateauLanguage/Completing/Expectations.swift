/// What the parser looked for where the text ends.
///
/// The parser itself notes it, so completion offers what parsing would accept and nothing else.
final class Expectations {
  /// Where the word being typed begins.
  private(set) var start: Int?
  /// What may stand there, in the order in which the parser tried it.
  private(set) var wanted: [Wanted] = []
  /// The verb of the statement.
  var verb: String?
  /// The arguments read so far.
  var arguments: [Argument] = []
  /// The name of the argument being read.
  var argument = ""
  /// The statements read so far of the strategy block that is open.
  var block: [StrategyStatement]?
  /// The first word of the statement being read in that block.
  var blockWord: String?
  /// The calls and look backs that are open, the innermost last.
  var openPlaces: [OperandPlace] = []
  /// The innermost of them where the word being typed stands.
  private(set) var operandPlace: OperandPlace?

  /// Forgets everything: another statement begins.
  func begin() {
    start = nil
    wanted = []
    verb = nil
    arguments = []
    argument = ""
    block = nil
    blockWord = nil
    openPlaces = []
    operandPlace = nil
  }

  /// Notes one thing; what is wanted further on in the text outdoes what was before.
  func add(_ new: Wanted, at place: Int) {
    let known = start ?? -1
    guard place >= known else { return }
    if place > known { wanted = [] }
    start = place
    operandPlace = openPlaces.last
    guard !wanted.contains(where: { $0.isSame(as: new) }) else { return }
    wanted.append(new)
  }
}

extension Wanted {
  /// A keyword is the same whatever follows it.
  fileprivate func isSame(as other: Wanted) -> Bool {
    if case .keyword(let word, _) = self, case .keyword(word, _) = other { return true }
    return self == other
  }
}
