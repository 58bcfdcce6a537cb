import PlateauLanguage
import PlateauMarket

extension MarketError {
  /// The entry of the manual that explains the error.
  var kind: ErrorKind {
    switch self {
    case .file(.notFound, _), .file(.noFolder, _): .fileNotFound
    case .file: .fileNotReadable
    case .content(let problem, _, _): problem.kind
    case .synthesis: .outOfBounds
    }
  }
}

extension ContentProblem {
  fileprivate var kind: ErrorKind {
    switch self {
    case .empty, .binary, .encoding, .noHeader, .noDateColumn, .noCloseColumn, .repeatedColumn,
      .noRows, .severalSymbols, .changed, .lineTooLong, .tooManyRows, .foreignFormat,
      .archiveTooLarge,
      .suspectArchive, .noTableInJSON:
      .notAPriceFile
    case .unknownColumn, .unknownRole: .unknownWord
    case .badQuote, .cellCount, .badCell, .ambiguousDate, .ambiguousShortYear, .ambiguousNumber,
      .highBelowLow,
      .damagedText, .damagedArchive, .archiveCutOff, .badJSON:
      .badPrices
    }
  }
}
