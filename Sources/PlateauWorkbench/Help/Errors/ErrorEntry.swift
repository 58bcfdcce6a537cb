import PlateauLanguage

/// What the manual says of a kind of error.
struct ErrorEntry: Sendable {
  /// What it means, in one line.
  let summary: String
  /// Why it is refused.
  let reason: String
  /// Lines that are typed before the example; may be empty.
  var before: [String] = []
  /// A line that raises it.
  let wrong: String
  /// The line repaired, or the one that helps; it raises nothing.
  let right: String
  /// Words to read on at.
  let related: [String]

  /// Prices to practise on.
  static let prices = ["generate PRACTICE bars 600 seed 7"]
  /// Prices and a strategy.
  static let strategy = prices + ["strategy sma_cross"]
  /// All that a sweep needs.
  static let space = strategy + ["set fast {5, 10}"]
  /// A finished sweep of two candidates.
  static let sweep = space + ["sweep"]
}

extension ErrorKind {
  /// The entry of the manual.
  var entry: ErrorEntry {
    switch self {
    case .unknownCommand: .unknownCommand
    case .ambiguousCommand: .ambiguousCommand
    case .unexpectedText: .unexpectedText
    case .missingArgument: .missingArgument
    case .givenTwice: .givenTwice
    case .oneValue: .oneValue
    case .unclosed: .unclosed
    case .unreadableCharacter: .unreadableCharacter
    case .numberForm: .numberForm
    case .dateForm: .dateForm
    case .tooLong: .tooLong
    case .comparisonChain: .comparisonChain
    case .unknownName: .unknownName
    case .unknownFunction: .unknownFunction
    case .unknownSetting: .unknownSetting
    case .unknownStrategy: .unknownStrategy
    case .unknownSymbol: .unknownSymbol
    case .unknownRun: .unknownRun
    case .unknownCandidate: .unknownCandidate
    case .unknownWord: .unknownWord
    case .unknownTopic: .unknownTopic
    case .nameForm: .nameForm
    case .nameTaken: .nameTaken
    case .inUse: .inUse
    case .typeMismatch: .typeMismatch
    case .argumentCount: .argumentCount
    case .fixedNumber: .fixedNumber
    case .wholeNumber: .wholeNumber
    case .unit: .unit
    case .percent: .percent
    case .range: .range
    case .step: .step
    case .outOfBounds: .outOfBounds
    case .tooLarge: .tooLarge
    case .lookAhead: .lookAhead
    case .needsBars: .needsBars
    case .strategyRules: .strategyRules
    case .noPrices: .noPrices
    case .noStrategy: .noStrategy
    case .noRun: .noRun
    case .nothingToSweep: .nothingToSweep
    case .emptySpace: .emptySpace
    case .emptyWindow: .emptyWindow
    case .nothingKept: .nothingKept
    case .missingMetric: .missingMetric
    case .sweepState: .sweepState
    case .nothingToUndo: .nothingToUndo
    case .failedCalculation: .failedCalculation
    case .interrupted: .interrupted
    case .fileNotFound: .fileNotFound
    case .fileNotReadable: .fileNotReadable
    case .notAPriceFile: .notAPriceFile
    case .badPrices: .badPrices
    case .fileExists: .fileExists
    case .notWritable: .notWritable
    case .runsItself: .runsItself
    case .expectation: .expectation
    case .replayDiffers: .replayDiffers
    case .assertion: .assertion
    }
  }
}
