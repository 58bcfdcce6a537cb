import ArgumentParser
import Foundation
import PlateauConsole

/// The process: arguments choose a front, and the front's status ends it.
@main
struct Plateau: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plateau",
    abstract: "A workbench for tuning trading strategies.",
    discussion: """
      Without arguments, commands are typed at a prompt, or read from a pipe. \
      'help' at the prompt is the manual.
      """,
    version: "plateau \(ConsoleFront.version)",
    subcommands: [RunScripts.self, ReplayScript.self])

  @Option(name: .customShort("c"), help: "Execute these commands, separated by ';', and leave.")
  var commands: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let job = commands.map { ConsoleJob.commands($0) } ?? .standardInput
    Foundation.exit(ConsoleFront.run(job, common.console))
  }

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let isHelp = exitCode(for: error) == .success
      let message = fullMessage(for: error)
      let stream = isHelp ? FileHandle.standardOutput : FileHandle.standardError
      try? stream.write(contentsOf: Data((message + "\n").utf8))
      // Wrong usage is 2, as in other tools.
      Foundation.exit(isHelp ? 0 : 2)
    }
  }
}

/// Options that every form of the command takes.
struct CommonOptions: ParsableArguments {
  @Flag(name: .customLong("no-rc"), help: "Leave ~/.plateaurc out.")
  var skipsStartFile = false

  @Flag(help: "Plain output: no colour, no characters beyond ASCII.")
  var plain = false

  @Flag(name: .customLong("keep-going"), help: "Go on after an error; the status is still 1.")
  var keepGoing = false

  @Option(help: "Threads of a sweep; one a core unless given.")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a whole number from 1 to 1024")
    }
  }

  var console: ConsoleOptions {
    var options = ConsoleOptions()
    options.skipsStartFile = skipsStartFile
    options.isPlain = plain
    options.keepsGoing = keepGoing
    options.threads = threads
    return options
  }
}

/// The form `plateau run PATH…`.
struct RunScripts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Execute scripts, one after the other, in one session.")

  @Argument(help: "Scripts of the command language.", completion: .file(extensions: ["plateau"]))
  var paths: [String]

  @Flag(name: .shortAndLong, help: "Stay at the prompt afterwards, where there is a terminal.")
  var interactive = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    Foundation.exit(ConsoleFront.run(.run(paths, staysAtPrompt: interactive), common.console))
  }
}

/// The form `plateau replay PATH --verify`.
struct ReplayScript: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Execute a script in a fresh session and check its lines that begin with #=.")

  @Argument(help: "A script.", completion: .file(extensions: ["plateau"]))
  var path: String

  @Flag(help: "A difference ends the replay with status 3.")
  var verify = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    Foundation.exit(ConsoleFront.run(.replay(path, verifies: verify), common.console))
  }
}
