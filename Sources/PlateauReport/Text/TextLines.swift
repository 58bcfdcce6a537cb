import PlateauColumns

extension String {
  /// The text as lines that are safe to draw.
  func drawableLines(unicode: Bool) -> [String] {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return [self] }
    return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      String($0).drawable(mark: unicode ? "\u{FFFD}" : "?")
    }
  }

  /// The line cut at spaces so that no piece is wider than `width`; 0 means no limit.
  ///
  /// Later pieces keep the indentation of the first; a word wider than a line is cut anywhere.
  public func wrapped(to width: Int) -> [String] {
    guard width > 0, displayWidth > width else { return [self] }
    let spaces = String(prefix { $0 == " " })
    let indentation = spaces.count < width / 2 ? spaces : ""
    var lines: [String] = []
    var line = indentation
    for word in split(separator: " ") {
      var rest = word
      let joint = line == indentation ? "" : " "
      if (line + joint).displayWidth + rest.displayWidth <= width {
        line += joint + rest
        continue
      }
      if line != indentation { lines.append(line) }
      line = indentation
      while indentation.count + rest.displayWidth > width {
        let piece = rest.prefix(fitting: width - indentation.count)
        lines.append(indentation + piece)
        rest = rest.dropFirst(piece.count)
      }
      line += rest
    }
    return line == indentation ? lines : lines + [line]
  }

  /// The text with spaces up to `width`, before it or after it.
  func padded(to width: Int, on side: TextAlignment) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return side == .left ? self + spaces : spaces + self
  }
}

extension Substring {
  /// The longest beginning that is no wider than `width`, of at least one character.
  fileprivate func prefix(fitting width: Int) -> Substring {
    var used = 0
    for index in indices {
      used += self[index].displayWidth
      if used > width, index > startIndex { return self[..<index] }
    }
    return self
  }
}
