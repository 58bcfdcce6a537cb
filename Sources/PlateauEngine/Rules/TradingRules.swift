public import PlateauColumns

/// How long a position is held at most.
public struct HoldingLimit: Hashable, Sendable {
  /// What a limit counts.
  public enum Unit: String, Hashable, Sendable {
    /// Bars since the entry bar.
    case bars
    /// Calendar days since the entry bar.
    case days
  }

  /// The limit; undefined is no limit.
  public let limit: ColumnProgram
  /// What it counts.
  public let unit: Unit

  /// Creates a holding limit.
  public init(_ limit: ColumnProgram, _ unit: Unit) {
    self.limit = limit
    self.unit = unit
  }
}

/// How many units an entry takes, where a strategy says so itself.
public struct EntrySize: Hashable, Sendable {
  /// What the amount means.
  public let mode: ExecutionSettings.SizingMode
  /// The amount on the bar that decides the entry; `nil` for all equity.
  public let amount: ColumnProgram?

  /// Creates a size.
  public init(_ mode: ExecutionSettings.SizingMode, amount: ColumnProgram?) {
    self.mode = mode
    self.amount = amount
  }
}

/// The rules of a signal strategy: programs over the prices and the strategy's parameters.
///
/// Entry and exit rules are conditions; only true fires. Stop, target and trail are fractions;
/// where a rule gives one, the setting of that name is not used.
public struct TradingRules: Hashable, Sendable {
  /// When to enter long, or turn a short position around.
  public var buy: ColumnProgram?
  /// When to leave a long position.
  public var sell: ColumnProgram?
  /// When to enter short, or turn a long position around.
  public var short: ColumnProgram?
  /// When to leave a short position.
  public var cover: ColumnProgram?
  /// Loss that closes a position.
  public var stop: ColumnProgram?
  /// Gain that closes a position.
  public var target: ColumnProgram?
  /// Distance of a stop that follows the best price.
  public var trail: ColumnProgram?
  /// How long a position is held at most.
  public var exitAfter: HoldingLimit?
  /// Whether a position is closed at the close of its session's last bar.
  public var exitsAtSessionEnd: Bool
  /// How many units an entry takes; the settings decide where this is `nil`.
  public var size: EntrySize?
  /// When orders fill; the settings decide where this is `nil`.
  public var fill: ExecutionSettings.FillTime?
  /// Whether the opposite entry turns a position around.
  ///
  /// Without reversal it is ignored, and no entry is decided on a bar that began with a position.
  public var reversal: Bool

  /// Creates rules; what is not given never fires.
  public init(
    buy: ColumnProgram? = nil, sell: ColumnProgram? = nil, short: ColumnProgram? = nil,
    cover: ColumnProgram? = nil, stop: ColumnProgram? = nil, target: ColumnProgram? = nil,
    trail: ColumnProgram? = nil, exitAfter: HoldingLimit? = nil, exitsAtSessionEnd: Bool = false,
    size: EntrySize? = nil, fill: ExecutionSettings.FillTime? = nil, reversal: Bool = true
  ) {
    self.buy = buy
    self.sell = sell
    self.short = short
    self.cover = cover
    self.stop = stop
    self.target = target
    self.trail = trail
    self.exitAfter = exitAfter
    self.exitsAtSessionEnd = exitsAtSessionEnd
    self.size = size
    self.fill = fill
    self.reversal = reversal
  }

  /// What the entry and exit conditions ask of the account; these need a look at every close.
  public var readState: Set<AccountState> {
    AccountState.read(by: [buy, sell, short, cover])
  }

  /// The settings with what the rules decide themselves: the fill, and what a size means.
  func applied(to settings: ExecutionSettings) -> ExecutionSettings {
    var settings = settings
    if let fill { settings.fill = fill }
    if let size { (settings.sizingMode, settings.sizingAmount) = (size.mode, .nan) }
    return settings
  }
}

extension TradingRules {
  /// The rules with something to compute, by the words they are written with.
  var namedPrograms: [(rule: String, program: ColumnProgram)] {
    [
      ("buy", buy), ("sell", sell), ("short", short), ("cover", cover), ("stop", stop),
      ("target", target), ("trail", trail), ("exit after", exitAfter?.limit),
      ("size", size?.amount),
    ].compactMap { rule, program in program.map { (rule, $0) } }
  }
}
