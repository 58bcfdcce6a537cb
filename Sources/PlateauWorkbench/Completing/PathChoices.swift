import PlateauLanguage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files and folders that go on from what is typed of a path.
struct PathChoices {
  let session: Session
  let place: CompletionPlace

  /// Names looked at in a folder, and names offered.
  private static let most = (read: 20_000, offered: 1_000)
  /// Files whose size is told.
  private static let mostMeasured = 60

  private struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// Folders and the files that the verb reads; other files when there are none of those.
  var all: [Choice] {
    guard place.typed != "~" else { return [choice("~/", "your folder", suffix: "")] }
    let typed = place.typed
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<cut])
    let beginning = String(typed[cut...]).lowercased()
    let absolute = session.absolutePath(folder.isEmpty ? "." : folder)
    let entries = Self.entries(in: absolute, beginningWith: beginning)
    let preferred = entries.filter { $0.isFolder || isPreferred($0.name) }
    let shown = (preferred.isEmpty ? entries : preferred).prefix(Self.most.offered)
    return shown.enumerated().map { index, entry in
      let path = folder + entry.name
      guard !entry.isFolder else { return choice(path + "/", "folder", suffix: "") }
      let size = index < Self.mostMeasured ? Self.size(of: "\(absolute)/\(entry.name)") : nil
      return choice(path, size.map { Wording.bytes($0) } ?? "", suffix: " ")
    }
  }

  private func choice(_ path: String, _ meaning: String, suffix: String) -> Choice {
    Choice(path, meaning, suffix: suffix, isName: true, isMatched: true)
  }

  private func isPreferred(_ name: String) -> Bool {
    let ending =
      switch place.verb {
      case "load": ".csv"
      case "run", "replay", "save": ".plateau"
      default: ""
      }
    return name.lowercased().hasSuffix(ending)
  }

  /// Entries of a folder in ascending order, hidden ones only after a dot.
  ///
  /// Names that cannot be typed are left out.
  private static func entries(in folder: String, beginningWith beginning: String) -> [Entry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    var count = 0
    while count < most.read, let entry = readdir(stream) {
      count += 1
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          String(validatingCString: $0) ?? ""
        }
      }
      guard name.lowercased().hasPrefix(beginning), isTypable(name), name != ".", name != "..",
        !name.hasPrefix(".") || beginning.hasPrefix(".")
      else { continue }
      let kind = Int(entry.pointee.d_type)
      let isSure = kind == Int(DT_DIR) || kind == Int(DT_REG)
      entries.append(
        Entry(
          name: name,
          isFolder: isSure ? kind == Int(DT_DIR) : isFolder("\(folder)/\(name)")))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func isTypable(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func size(of path: String) -> Double? {
    var status = stat()
    return stat(path, &status) == 0 ? Double(status.st_size) : nil
  }
}
