#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The environment variables that say how to draw on a terminal and where to keep its history.
public struct TerminalEnvironment: Hashable, Sendable {
  /// The kind of terminal (`TERM`).
  public var term: String?
  /// Columns the user wishes (`COLUMNS`).
  public var columns: String?
  /// Set to anything but nothing, colours are off (`NO_COLOR`).
  public var noColor: String?
  /// The locale's encoding, by the first that is set of `LC_ALL`, `LC_CTYPE` and `LANG`.
  public var locale: String?
  /// Where programs keep what lasts between runs (`XDG_STATE_HOME`).
  public var stateHome: String?
  /// The user's folder (`HOME`).
  public var home: String?
  /// The program for long answers (`PLATEAU_PAGER`); empty means none.
  public var plateauPager: String?
  /// The program for long texts of any kind (`PAGER`).
  public var pager: String?

  /// Creates an environment; what is not given is not set.
  public init(
    term: String? = nil, columns: String? = nil, noColor: String? = nil, locale: String? = nil,
    stateHome: String? = nil, home: String? = nil, plateauPager: String? = nil,
    pager: String? = nil
  ) {
    self.term = term
    self.columns = columns
    self.noColor = noColor
    self.locale = locale
    self.stateHome = stateHome
    self.home = home
    self.plateauPager = plateauPager
    self.pager = pager
  }

  /// The environment of this process.
  public static var current: TerminalEnvironment {
    TerminalEnvironment(
      term: value("TERM"), columns: value("COLUMNS"), noColor: value("NO_COLOR"),
      locale: value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG"),
      stateHome: value("XDG_STATE_HOME"), home: value("HOME"),
      // Empty, it says "none" whatever PAGER is.
      plateauPager: getenv("PLATEAU_PAGER").map { String(cString: $0) }, pager: value("PAGER"))
  }

  /// The value of a variable; empty counts as not set.
  private static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
