public import PlateauLanguage

/// Every command there is, in the order of `help`.
public enum CommandTable {
  static let commands: [any Command.Type] = [
    LoadCommand.self, DataCommand.self, InspectCommand.self, UseCommand.self,
    SeriesCommand.self, WindowCommand.self, ResampleCommand.self, GenerateCommand.self,
    StrategyCommand.self,
    SetCommand.self, UnsetCommand.self, RequireCommand.self, BaselineCommand.self,
    ExtendCommand.self, RefineCommand.self, AdoptCommand.self,
    ObjectiveCommand.self, ExplainCommand.self, SweepCommand.self, PauseCommand.self,
    ResumeCommand.self, CancelCommand.self, RunsCommand.self, OpenCommand.self,
    TopCommand.self, FilterCommand.self, WhyCommand.self, DescribeCommand.self,
    FailuresCommand.self,
    ShowCommand.self, TradesCommand.self, EquityCommand.self, CompareCommand.self,
    DefineCommand.self, ConventionCommand.self, StressCommand.self,
    ExportCommand.self, SaveCommand.self, RunCommand.self, ReplayCommand.self,
    HistoryCommand.self, UndoCommand.self, RedoCommand.self, NoteCommand.self,
    HelpCommand.self, WarningsCommand.self, AssertCommand.self, ResetCommand.self,
    QuitCommand.self,
  ]

  /// The signatures that text is parsed against.
  public static let signatures: [CommandSignature] = commands.map { $0.signature }

  /// The command of a verb.
  static func command(named verb: String) -> (any Command.Type)? {
    commands.first { $0.signature.verb == verb }
  }
}
