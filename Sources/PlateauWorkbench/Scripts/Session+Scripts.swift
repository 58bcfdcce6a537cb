import Foundation
public import PlateauLanguage
import PlateauColumns

extension Session {
  /// What is done with `#=` lines.
  public enum ExpectationMode: Sendable {
    /// They are remarks.
    case ignored
    /// A difference is a warning.
    case reported
    /// A difference ends the script with exit status 3.
    case verified
  }

  /// Executes every statement of a text, in order.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - expectations: What is done with `#=` lines.
  ///   - keepGoing: Called with each error, which is then passed over; `nil` stops at the first.
  /// - Returns: How many `#=` lines were checked and held.
  /// - Throws: `SessionError` for the first error.
  @discardableResult
  public func execute(
    _ source: SourceText, expectations: ExpectationMode = .ignored,
    keepGoing: ((SessionError) -> Void)? = nil
  ) throws(SessionError) -> Verification {
    var parser = StatementParser(source, signatures: CommandTable.signatures)
    var verification = Verification()
    while exitStatus == nil {
      do throws(SessionError) {
        switch parser.next() {
        case .end: return verification
        case .command(let call):
          if echoesScripts { host.remark("> \(call.text)") }
          try execute(call, from: source)
          try stopIfInterrupted(call, source)
        case .expectation(let text, let range):
          verification.checked += 1
          if try check(text, at: range, in: source, expectations) { verification.held += 1 }
        case .invalid(let diagnostic), .incomplete(let diagnostic):
          throw SessionError(diagnostic: diagnostic, source: source, status: .commandFailed)
        }
      } catch {
        lastError = error.diagnostic
        guard let keepGoing, error.status != .interrupted else { throw error }
        keepGoing(error)
      }
    }
    return verification
  }

  /// Executes a script file; relative paths in it start from its folder.
  ///
  /// - Throws: `SessionError`, also when the file cannot be read.
  @discardableResult
  public func execute(
    scriptAt path: String, shownAs name: String, expectations: ExpectationMode = .ignored,
    keepGoing: ((SessionError) -> Void)? = nil
  ) throws(SessionError) -> Verification {
    let source = try readScript(path, shownAs: name)
    guard !openScripts.contains(path) else {
      throw SessionError(
        diagnostic: Diagnostic(.runsItself, "\(name) runs itself"), source: source,
        status: .commandFailed)
    }
    let outer = folder
    openScripts.append(path)
    folder = PathText.folder(of: path)
    defer {
      folder = outer
      openScripts.removeLast()
    }
    return try execute(source, expectations: expectations, keepGoing: keepGoing)
  }

  private func readScript(
    _ path: String, shownAs name: String
  ) throws(SessionError) -> SourceText {
    func failure(_ kind: ErrorKind, _ message: String, _ suggestions: [String] = []) -> SessionError
    {
      SessionError(
        diagnostic: Diagnostic(kind, message, suggestions: suggestions), source: SourceText(""),
        status: .commandFailed)
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let folder = PathText.folder(of: path)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      throw failure(
        .fileNotFound, "no file \(name)",
        nearestNames(to: PathText.name(of: path), among: names).map {
          ScriptWord.name(PathText.joining(PathText.folder(of: name), $0))
        })
    }
    guard !isFolder.boolValue else {
      throw failure(.fileNotReadable, "\(name) is a folder, not a script")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw failure(.fileNotReadable, "\(name) cannot be read")
    }
    guard data.count <= 64 << 20 else {
      throw failure(.fileNotReadable, "\(name) is too large for a script")
    }
    guard !data.prefix(4096).contains(0) else {
      throw failure(.fileNotReadable, "\(name) is not a text file")
    }
    return SourceText(bytes: Array(data), name: name)
  }

  private func check(
    _ text: String, at range: Range<Int>, in source: SourceText, _ mode: ExpectationMode
  ) throws(SessionError) -> Bool {
    guard mode != .ignored else { return false }
    let difference: String?
    do {
      difference = try Expectation(text, at: range).difference(in: self)
    } catch {
      let diagnostic = (error as? Diagnostic) ?? Diagnostic(.expectation, "\(error)", at: range)
      throw SessionError(diagnostic: diagnostic, source: source, status: .commandFailed)
    }
    guard let difference else { return true }
    let diagnostic = Diagnostic(.replayDiffers, difference, at: range)
    guard mode == .verified else {
      warn(diagnostic.rendered(in: source))
      return false
    }
    throw SessionError(diagnostic: diagnostic, source: source, status: .replayDiffers)
  }

  /// Ends a script that the user interrupted.
  func stopIfInterrupted(
    _ call: CommandCall, _ source: SourceText
  ) throws(SessionError) {
    guard host.isInterrupted(), !host.isInteractive || !openScripts.isEmpty else { return }
    throw SessionError(
      diagnostic: Diagnostic(.interrupted, "interrupted", at: call.range),
      source: source, status: .interrupted)
  }
}

/// How many `#=` lines of a script were checked, and how many of them held.
public struct Verification: Hashable, Sendable {
  /// Lines that were checked.
  public var checked = 0
  /// Lines that held.
  public var held = 0

  /// Creates the outcome of a script without such lines.
  public init() {}

  /// The outcome as a sentence: `4 lines with #= held`, `1 of 4 lines with #= held`.
  public var sentence: String {
    let count = held == checked ? "\(held)" : "\(held) of \(checked)"
    return "\(count) line\(checked == 1 ? "" : "s") with #= held"
  }
}
