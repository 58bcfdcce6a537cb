import PlateauLanguage
import PlateauWorkbench

/// Executes commands from a pipe as they arrive, statement by statement.
struct PipedFront {
  let screen: Screen
  let options: ConsoleOptions

  /// Reads until the end, the first error, or `quit`.
  func run() -> Int32 {
    let session = Session(host: screen.host(isInteractive: false, threads: options.threads))
    Interrupt.begin()
    defer { Interrupt.end() }
    var buffer = StatementBuffer()
    var status: Int32 = 0
    while session.exitStatus == nil {
      let line = readLine(strippingNewline: false)
      if let line { buffer.append(line) } else { buffer.finish() }
      while let statement = buffer.next() {
        do throws(SessionError) {
          try session.execute(statement)
        } catch {
          screen.remark(error.rendered)
          guard options.keepsGoing, error.status != .interrupted else {
            return error.status.rawValue
          }
          status = ExitStatus.commandFailed.rawValue
        }
        if session.exitStatus != nil { break }
      }
      if line == nil { break }
    }
    session.waitForBackground()
    // A bare quit does not hide an error that was passed over.
    return session.exitStatus.flatMap { $0 == 0 ? nil : $0 } ?? status
  }
}
