import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Work on many rows that the cores share.
///
/// What is computed must not depend on how it is shared; answers come in the order of their parts.
public enum Cores {
  /// The number of cores at work.
  public static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Does parts of some work, several at a time, and returns when all are done.
  ///
  /// - Parameters:
  ///   - parts: The number of parts.
  ///   - workers: How many are done at the same time at most; 1 stays on this thread.
  ///   - body: Does the part of an index; called on several threads.
  /// - Returns: The answers by index.
  public static func map<Answer>(
    _ parts: Int, workers: Int = count, _ body: @Sendable (Int) -> Answer
  ) -> [Answer] {
    guard parts > 1, workers > 1 else { return (0..<parts).map(body) }
    return [Answer](unsafeUninitializedCapacity: parts) { answers, count in
      guard let base = answers.baseAddress else { return }
      // Each part writes its own place.
      nonisolated(unsafe) let start = base
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(parts, workers)) { _ in
        while true {
          let part = next.add(1, ordering: .relaxed).oldValue
          guard part < parts else { return }
          (start + part).initialize(to: body(part))
        }
      }
      count = parts
    }
  }

  /// Rows in parts of equal length, the last one shorter.
  static func parts(of rowCount: Int, length: Int) -> [Range<Int>] {
    stride(from: 0, to: rowCount, by: length).map { $0..<min($0 + length, rowCount) }
  }
}
