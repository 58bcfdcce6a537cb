public import PlateauReport

extension Terminal {
  /// Whether the terminal can move its cursor: `TERM` is set and not `dumb`.
  public var movesCursor: Bool {
    guard let term = environment.term else { return false }
    return term != "dumb"
  }

  /// Whether lines are edited: a person types, and the terminal can follow.
  public var editsLines: Bool { readsTerminal && writesTerminal && movesCursor && !plain }

  /// Whether a person types and reads, so that a prompt makes sense, with an editor or without.
  public var isConversation: Bool { readsTerminal && writesTerminal }

  /// Whether a status line may be drawn on standard error.
  public var showsProgress: Bool { reportsToTerminal && movesCursor && !plain }

  /// Whether colours may be used: on a terminal that has them, unless the user said no.
  public var color: Bool {
    writesTerminal && movesCursor && !plain && environment.noColor == nil
  }

  /// Whether characters beyond ASCII may be drawn.
  ///
  /// A terminal follows the locale. Files and pipes are always UTF-8, so that a session gives the
  /// same bytes wherever it runs.
  public var unicode: Bool {
    if plain { return false }
    guard writesTerminal else { return true }
    let locale = (environment.locale ?? "").lowercased()
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// Columns of a line: the user's `COLUMNS`, else the terminal's; 0, no limit, where output is
  /// not a terminal.
  public var width: Int {
    guard writesTerminal else { return 0 }
    if let wish = environment.columns.flatMap({ Int($0) }), wish > 0 { return wish }
    return size
  }

  /// How documents are drawn here.
  ///
  /// - Parameter maximumRows: Rows of a table to draw, or `nil` for all.
  /// - Returns: The style for a renderer.
  public func style(maximumRows: Int? = nil) -> RenderStyle {
    RenderStyle(width: width, color: color, unicode: unicode, maximumRows: maximumRows)
  }
}
