/// Why prices could not be read or made: facts first, the sentence from `description`.
public enum MarketError: Error, Hashable, Sendable {
  /// The file as a whole cannot be read.
  case file(FileProblem, path: String)
  /// The file was read, but its text is not prices; `line` counts from 1.
  case content(ContentProblem, path: String, line: Int?)
  /// Synthetic prices were asked for in a way that has no answer.
  case synthesis(SynthesisProblem)
}

/// What can be wrong with a file before its text is looked at.
public enum FileProblem: Hashable, Sendable {
  /// No such file; `nearest` are names of files in the same folder, best first.
  case notFound(nearest: [String])
  /// The folder of the path does not exist.
  case noFolder(String)
  /// The path is a folder; `files` are some names of CSV files in it.
  case isDirectory(files: [String])
  /// The path is a pipe, a device or a socket.
  case notAFile
  /// The system refused; its reason in words.
  case unreadable(reason: String)
  /// More bytes than one read takes.
  case tooLarge(bytes: Int, limit: Int)
  /// No file has a name of the pattern; `nearest` are names of files in its folder, best first.
  case noMatch(nearest: [String])
}

/// What can be wrong with the text of a price file.
public enum ContentProblem: Hashable, Sendable {
  /// No bytes, or nothing but blank lines.
  case empty
  /// A byte that no text file holds, at this offset.
  case binary(offset: Int)
  /// Text in another encoding than UTF-8.
  case encoding(String)
  /// The first line holds values, not names.
  case noHeader(firstCells: [String])
  /// No column holds the date.
  case noDateColumn(headers: [String])
  /// No column holds the close.
  case noCloseColumn(headers: [String])
  /// A column named in the options is not in the header.
  case unknownColumn(String, headers: [String])
  /// The options name a role that prices do not have.
  case unknownRole(String, roles: [String])
  /// Two columns carry a name that only one may have.
  case repeatedColumn(String)
  /// The file became shorter, or unreadable, while it was read.
  case changed
  /// More lines than a file of prices may have.
  case tooManyRows(Int, limit: Int)
  /// A line of more bytes than any row has.
  case lineTooLong(limit: Int)
  /// A header and nothing below it, or no row with prices.
  case noRows
  /// A quoted cell that never ends, or goes on after its quote.
  case badQuote
  /// A row with fewer or more cells than the header.
  case cellCount(found: Int, expected: Int)
  /// A cell that does not hold what its column promises.
  case badCell(column: String, text: String, reason: String)
  /// A date that can be read in two ways.
  case ambiguousDate(column: String, text: String, dayFirst: String, monthFirst: String)
  /// A date of three numbers below a hundred, of which any may be the year.
  case ambiguousShortYear(column: String, text: String)
  /// A number whose comma can stand before a fraction or between groups of digits.
  case ambiguousNumber(column: String, text: String)
  /// A bar whose high is under its low.
  case highBelowLow(high: Double, low: Double)
  /// A file with prices of several symbols, for which one name was given.
  case severalSymbols(names: [String])
  /// A file of a known kind that is no text: what it is, and what to do with it.
  case foreignFormat(String, advice: String)
  /// Text that breaks the rules of its encoding at this offset.
  case damagedText(encoding: String, offset: Int)
  /// Packed data that is wrong before this offset; the reason of the unpacking library.
  case damagedArchive(offset: Int, reason: String)
  /// Packed data that ends before it is complete.
  case archiveCutOff(offset: Int)
  /// Packed data of more content than one read takes.
  case archiveTooLarge(limit: Int)
  /// Packed data that grows so much as only a trap does: `output` bytes out of `input`.
  case suspectArchive(input: Int, output: Int)
  /// Text that is no JSON, or JSON whose rows do not fit; `column` counts bytes from 1.
  case badJSON(column: Int, reason: String)
  /// JSON in which no table of prices can be found.
  case noTableInJSON(reason: String)
}

/// What can be wrong with a request for synthetic prices.
public enum SynthesisProblem: Hashable, Sendable {
  /// Fewer than one bar, or more than `limit`.
  case barCount(Int, limit: Int)
  /// An interval that synthetic bars cannot have.
  case interval(String)
  /// So many bars that the last would lie after the year 9999.
  case pastCalendar(bars: Int)
}
