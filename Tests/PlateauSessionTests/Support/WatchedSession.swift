import PlateauLanguage
import PlateauReport
import PlateauWorkbench

/// A session whose answers and remarks are kept, so that a test can read what a user would.
final class WatchedSession {
  private var documents: [Document] = []
  private(set) var remarks: [String] = []
  private let folder: String?
  private(set) lazy var session = Session(
    host: SessionHost(
      show: { [unowned self] document, _ in documents.append(document) },
      remark: { [unowned self] in remarks.append($0) }, threadCount: 2), folder: folder)

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - folder: The folder that relative paths start from.
  ///   - setup: Commands whose answers are not kept.
  /// - Throws: The error of a command.
  init(in folder: String? = nil, _ setup: String = "") throws {
    self.folder = folder
    try session.execute(SourceText(setup))
    documents = []
    remarks = []
  }

  /// Executes commands and returns the last answer.
  @discardableResult
  func answer(_ commands: String) throws -> String {
    documents = []
    try session.execute(SourceText(commands))
    return documents.last.map { OutputMode.table.renderer().render($0) } ?? ""
  }

  /// The error that commands end in, as it is shown.
  func error(_ commands: String) -> String {
    do {
      try session.execute(SourceText(commands))
      return "no error"
    } catch {
      return error.rendered
    }
  }

  /// Executes commands, the last of which answers with a table, and returns its rows of cells as CSV.
  func rows(_ command: String) throws -> [[String]] {
    try answer(command)
    let text = documents.last.map { OutputMode.csv.renderer().render($0) } ?? ""
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The value of a field in the last answer: `field("digest", in: …)`.
  static func field(_ name: String, in answer: String) -> String? {
    answer.split(separator: "\n").first { $0.hasPrefix(name + " ") }
      .map { String($0.dropFirst(name.count)).trimmed }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
