import PlateauColumns

/// What a block of rows held besides the numbers that went into the columns.
struct BlockRows {
  /// How many rows were stored.
  var count = 0
  /// The line of each.
  var lines = RowLines()
  /// Rows left out because a price is blank.
  var blank = Occurrences()
  /// Rows whose volume is blank, read as zero.
  var blankVolume = Occurrences()
  /// Lines of words alone, which are no bars.
  var remarks = Occurrences()
  /// Stamps without a zone where the layout expects zones.
  var bareStamps = Occurrences()
  /// Rows whose prices were scaled to the adjusted close.
  var adjustedCount = 0
  /// Whether any stamp has a time of day other than midnight.
  var hasClock = false
  /// Where the symbol changes: the row, counted in the block, and its symbol.
  var symbols: [(row: Int, name: String)] = []
  /// Dividends and splits on lines of their own.
  var events: [PriceEvent] = []
  /// What refuses the file.
  var error: ContentError?
  /// Why the block has to be read in another way.
  var retry: Retry?

  /// Why rows have to be read again.
  enum Retry {
    /// A stamp names a zone, for which there is no place.
    case withZones
    /// A quoted cell goes on beyond the block.
    case asOneBlock
  }
}

/// A dividend or split that stands on a line of its own among the bars.
struct PriceEvent {
  /// Seconds since 1970 on the file's clock.
  let time: Int64
  let line: Int
  /// Cash a share, or `nan`.
  var dividend = Double.nan
  /// New shares for one old one, or `nan`.
  var split = Double.nan
  /// The symbol of the row, where rows name it.
  var symbol: String?
}
