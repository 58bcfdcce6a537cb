import PlateauLanguage
import PlateauReport

/// One command of the language: what it looks like, what it says of itself, and what it does.
///
/// A command is one file in `Commands/` and one line in `CommandTable`. Parsing, help and
/// completion come from its signature.
protocol Command: Sendable {
  /// Syntax, meaning, examples.
  static var signature: CommandSignature { get }

  /// Whether `undo` takes the command's change of state back.
  static var isUndoable: Bool { get }

  /// Whether the command writes a file of the user's, which a silent replay leaves out.
  static var writesFiles: Bool { get }

  /// Does what was asked, and returns the answer.
  ///
  /// - Throws: `Diagnostic` for a user's mistake; the session then restores its state.
  static func run(_ call: CommandCall, in session: Session) throws -> Document
}

extension Command {
  static var isUndoable: Bool { true }

  static var writesFiles: Bool { false }
}
