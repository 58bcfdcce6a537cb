import Foundation

/// One run of the program from its start to its end.
enum StartUp {
  struct NotStarted: Error {}

  /// The exit status of the program with some arguments; its output goes where this one's goes.
  ///
  /// Foundation looks for the end of a process only now and then, so it is waited for here.
  static func exitStatus(_ arguments: [String]) throws -> Int32 {
    var words = ([KeyEcho.executable.path] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LANG=C.UTF-8"), nil]
    defer { (words + environment).forEach { free($0) } }
    var child: pid_t = 0
    guard let program = words[0],
      posix_spawn(&child, program, nil, nil, &words, &environment) == 0
    else { throw NotStarted() }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF
  }
}
