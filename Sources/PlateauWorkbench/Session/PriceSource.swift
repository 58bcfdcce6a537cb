import Foundation
import PlateauColumns
import PlateauFetching
import PlateauLanguage
import PlateauMarket
import PlateauStorage

/// Where a word of `load` leads: a file, a table of a database, or an address of the web.
struct PriceSource {
  /// What a source holds.
  struct Content {
    /// The absolute path of the file, or the address.
    let path: String
    let prices: [LoadedPrices]
    /// What there is to say of how it was got.
    let remark: String?
  }

  private enum Place {
    case file(path: String)
    case table(String, path: String)
    case address(String)
  }

  private let place: Place
  /// The word as it was typed, and where.
  private let word: String
  private let range: Range<Int>
  /// Whether a pattern led here, which may match files of other kinds.
  private let isMatch: Bool

  /// The sources that a word stands for: one, or each file that matches a pattern.
  ///
  /// - Parameters:
  ///   - word: A path, a pattern or an address.
  ///   - options: Say whether a table is read.
  ///   - session: Knows the folder.
  ///   - range: The place of the word in the statement.
  /// - Returns: At least one source.
  /// - Throws: `Diagnostic` where nothing matches a pattern.
  static func sources(
    of word: String, _ options: LoadOptions, in session: Session, at range: Range<Int>
  ) throws -> [PriceSource] {
    if PriceDownload.isAddress(word) {
      return [PriceSource(place: .address(word), word: word, range: range, isMatch: false)]
    }
    let paths: [String]
    do {
      paths = try PathPattern.files(matching: session.absolutePath(word))
    } catch {
      throw refusal(error, of: word, at: range)
    }
    return paths.map { path in
      let place = options.table.map { Place.table($0, path: path) } ?? .file(path: path)
      return PriceSource(
        place: place, word: word, range: range, isMatch: paths.count > 1)
    }
  }

  /// Why a file that a pattern matches is passed over: it holds no prices at all.
  ///
  /// - Returns: `nil` for any other error, which stays one.
  func remark(passingOver error: Diagnostic) -> String? {
    guard isMatch, error.kind == .notAPriceFile else { return nil }
    return "passed over: \(error.message)"
  }

  /// Reads the prices.
  ///
  /// - Parameters:
  ///   - options: What the source does not say itself.
  ///   - session: Is asked whether the user interrupts a download.
  /// - Returns: The prices of each symbol.
  /// - Throws: `Diagnostic` with what is wrong with the source or its content.
  func read(_ options: LoadOptions, in session: Session) throws -> Content {
    do {
      switch place {
      case .file(let path):
        return Content(
          path: path, prices: try PriceReader.read(path: path, options: options), remark: nil)
      case .table(let table, let path):
        var options = options
        // A table of prices is best known by its own name.
        if options.name == nil { options.name = table }
        let bytes = try PriceTable.delimited(path: path, table: table)
        return Content(
          path: path, prices: try PriceReader.read(bytes: bytes, path: path, options: options),
          remark: nil)
      case .address(let address):
        let content = try PriceDownload.bytes(
          of: address,
          cache: .standard(environment: ProcessInfo.processInfo.environment),
          isCancelled: { session.host.isInterrupted() })
        return Content(
          path: address,
          prices: try PriceReader.read(
            bytes: content.bytes, path: Self.path(of: address), options: options),
          remark: Self.remark(on: content))
      }
    } catch let error as MarketError {
      throw Self.refusal(error, of: word, at: range)
    } catch let error as TableError {
      throw Diagnostic(
        .fileNotReadable, "\(word): \(error.description)", at: range,
        suggestions: error.suggestions)
    } catch let error as DownloadError {
      throw Diagnostic(.fileNotReadable, "\(word): \(error.description)", at: range)
    }
  }

  /// The part of an address that names a file.
  private static func path(of address: String) -> String {
    let bare = address.prefix { $0 != "?" && $0 != "#" }
    let parts = bare.split(separator: "/").dropFirst(2)
    return parts.last.map(String.init) ?? "prices"
  }

  private static func remark(on content: PriceDownload.Content) -> String? {
    let kept = content.keepingFailure.map { "the download could not be kept: \($0)" }
    switch content.origin {
    case .server: return kept
    case .confirmedCopy: return "the copy of an earlier download, which the server confirms"
    case .unconfirmedCopy(let error):
      return "the copy of an earlier download, as the server gave no answer: \(error.description)"
    }
  }

  /// The error for a file that cannot be loaded; the nearest file's path can be pasted.
  private static func refusal(
    _ error: MarketError, of path: String, at range: Range<Int>
  ) -> Diagnostic {
    let folder: String?
    switch error {
    case .file(.notFound, _), .file(.noMatch, _): folder = PathText.folder(of: path)
    case .file(.isDirectory, _): folder = path
    default: folder = nil
    }
    return Diagnostic(
      error.kind, "\(error)", at: range,
      suggestions: error.suggestions.map { name in
        folder.map { ScriptWord.name(PathText.joining($0, name)) } ?? name
      }, repairs: folder.map { _ in range })
  }
}
