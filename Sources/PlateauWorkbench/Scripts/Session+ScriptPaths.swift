import Foundation

extension Session {
  /// The path of the first tour, as it is typed.
  public static let firstTour = "sessions/quickstart.plateau"

  /// Whether the first tour can be run from here.
  public var hasFirstTour: Bool {
    FileManager.default.fileExists(atPath: scriptPath(Self.firstTour))
  }

  /// The file that a word names where a script is wanted.
  ///
  /// It is the file of that name; else the one with the ending that `save` gives; else one that
  /// came with an installed Plateau.
  ///
  /// - Returns: An absolute path; that of the word itself where there is no such file.
  public func scriptPath(_ word: String) -> String {
    let path = absolutePath(word)
    var candidates = [path, path + ".plateau"]
    if !word.hasPrefix("/"), let shipped = Self.shippedFolder {
      candidates.append(PathText.joining(shipped, word))
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? path
  }

  /// `share/plateau` beside the folder of the program.
  private static let shippedFolder: String? = {
    guard let program = Bundle.main.executablePath else { return nil }
    let real = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
    return PathText.joining(
      PathText.folder(of: PathText.folder(of: real)), "share/plateau")
  }()
}
