public import PlateauReport

/// What a front lends to a session: somewhere to show answers, and someone to ask.
///
/// The session calls these on its own thread, except `notify`.
public struct SessionHost {
  /// Shows the answer of a command.
  public var show: (Document, OutputMode) -> Void
  /// Shows a warning, a timing or an echo: anything that is not a result.
  public var remark: (String) -> Void
  /// Shows how far a sweep is; `nil` clears it.
  public var progress: (ProgressReport?) -> Void
  /// Asks whether to go on; `nil` when nobody is there.
  public var confirm: (String) -> Bool?
  /// Whether the user has asked to stop what is running.
  public var isInterrupted: () -> Bool
  /// Tells of something that happened in the background, from any thread.
  public var notify: @Sendable (String) -> Void
  /// Whether the commands of a script are shown before their answers.
  public var echoesScripts: Bool
  /// Threads of a sweep that names none.
  public var threadCount: Int
  /// Whether a person is typing: defaults are echoed and large sweeps ask.
  public var isInteractive: Bool

  /// Creates a host; everything not given does nothing.
  public init(
    show: @escaping (Document, OutputMode) -> Void,
    remark: @escaping (String) -> Void = { _ in },
    progress: @escaping (ProgressReport?) -> Void = { _ in },
    confirm: @escaping (String) -> Bool? = { _ in nil },
    isInterrupted: @escaping () -> Bool = { false },
    notify: @escaping @Sendable (String) -> Void = { _ in },
    echoesScripts: Bool = false, threadCount: Int = 1, isInteractive: Bool = false
  ) {
    self.show = show
    self.remark = remark
    self.progress = progress
    self.confirm = confirm
    self.isInterrupted = isInterrupted
    self.notify = notify
    self.echoesScripts = echoesScripts
    self.threadCount = threadCount
    self.isInteractive = isInteractive
  }
}

/// How far a running sweep is, ready to be put into one line.
public struct ProgressReport: Sendable {
  /// Candidates done and to do in all.
  public var done: Int
  /// Candidates there will be.
  public var total: Double
  /// Failed candidates among those done.
  public var failed: Int
  /// Seconds since the sweep began or went on.
  public var seconds: Double
  /// Candidates done since then.
  public var doneNow: Int
  /// The best score so far, as text, with its metric.
  public var best: String?

  /// Candidates a second since the sweep began or went on.
  public var rate: Double { seconds > 0 ? Double(doneNow) / seconds : 0 }

  /// Seconds left at this rate, or `nil` while there is none.
  public var secondsLeft: Double? {
    rate > 0 ? max(0, total - Double(done)) / rate : nil
  }
}
