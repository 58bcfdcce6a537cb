import Foundation
import PlateauLanguage
import PlateauReport
import PlateauWorkbench

/// Runs a job of the console from its first command to its exit status.
public enum ConsoleFront {
  /// The version of this build.
  public static let version = PlateauVersion.current

  /// Does the job.
  ///
  /// - Parameters:
  ///   - job: What to do.
  ///   - options: How to do it.
  /// - Returns: The exit status of DESIGN part 2.4.
  public static func run(_ job: ConsoleJob, _ options: ConsoleOptions) -> Int32 {
    // A reader that goes away ends the process as it ends other tools, whoever started it.
    signal(SIGPIPE, SIG_DFL)
    let screen = Screen(isPlain: options.isPlain)
    let status = run(job, options, on: screen)
    return screen.hasLostOutput && status == 0 ? ExitStatus.commandFailed.rawValue : status
  }

  private static func run(
    _ job: ConsoleJob, _ options: ConsoleOptions, on screen: Screen
  ) -> Int32 {
    switch job {
    case .standardInput:
      return Prompt(screen: screen, options: options)?.run()
        ?? PipedFront(screen: screen, options: options).run()
    case .commands(let text):
      return script(screen, options) { session, onError throws(SessionError) in
        try session.execute(SourceText(text), keepGoing: onError)
      }
    case .run(let paths, staysAtPrompt: true):
      if let prompt = Prompt(screen: screen, options: options) { return prompt.run(after: paths) }
      return run(.run(paths, staysAtPrompt: false), options, on: screen)
    case .run(let paths, _):
      return script(screen, options) { session, onError throws(SessionError) in
        for path in paths where session.exitStatus == nil {
          try session.execute(
            scriptAt: session.scriptPath(path), shownAs: path, keepGoing: onError)
        }
      }
    case .replay(let path, let verifies):
      return script(screen, options) { session, onError throws(SessionError) in
        let verification = try session.execute(
          scriptAt: session.scriptPath(path), shownAs: path,
          expectations: verifies ? .verified : .reported, keepGoing: onError)
        screen.remark("\(path): \(verification.sentence)")
      }
    }
  }

  /// Runs a script and turns its errors into messages and a status.
  private static func script(
    _ screen: Screen, _ options: ConsoleOptions,
    _ body: (Session, ((SessionError) -> Void)?) throws(SessionError) -> Void
  ) -> Int32 {
    let session = Session(host: screen.host(isInteractive: false, threads: options.threads))
    Interrupt.begin()
    defer { Interrupt.end() }
    var status: Int32 = 0
    let onError: (SessionError) -> Void = { error in
      screen.remark(error.rendered)
      status = ExitStatus.commandFailed.rawValue
    }
    do {
      try body(session, options.keepsGoing ? onError : nil)
      session.waitForBackground()
    } catch {
      screen.remark(error.rendered)
      return error.status.rawValue
    }
    // A bare quit does not hide an error that was passed over.
    return session.exitStatus.flatMap { $0 == 0 ? nil : $0 } ?? status
  }
}
