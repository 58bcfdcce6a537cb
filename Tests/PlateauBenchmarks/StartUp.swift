import Foundation

/// One run of the program from its start to its end.
enum StartUp {
  struct NotStarted: Error {}

  /// How a run ended and what it took.
  struct Outcome {
    let exitStatus: Int32
    let seconds: Double
    /// Most memory at a time, in bytes.
    let peakBytes: Int
  }

  /// Runs the program with some arguments, its output thrown away.
  ///
  /// Foundation looks for the end of a process only now and then, so it is waited for here.
  static func run(_ arguments: [String]) throws -> Outcome {
    var words = ([KeyEcho.executable.path] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LANG=C.UTF-8"), nil]
    defer { (words + environment).forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    let start = ContinuousClock.now
    var child: pid_t = 0
    guard let program = words[0],
      posix_spawn(&child, program, &actions, nil, &words, &environment) == 0
    else { throw NotStarted() }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    #if os(Linux)
      let peakBytes = usage.ru_maxrss * 1024
    #else
      let peakBytes = usage.ru_maxrss
    #endif
    return Outcome(
      exitStatus: status >> 8 & 0xFF, seconds: (ContinuousClock.now - start) / .seconds(1),
      peakBytes: peakBytes)
  }
}
