import Foundation

/// Runs the steps of a study until none are left.
///
/// A step takes the next batch, evaluates it and hands its result in; steps may run at the same
/// time and end in any order, because the study restores order.
public protocol BatchExecutor: Sendable {
  /// Runs `step` again and again until it returns false, and calls `tick` now and then on the
  /// calling thread. Returns when no step is running any more.
  func drain(_ step: @escaping @Sendable () -> Bool, tick: () -> Void)
}

/// Runs one step after the other on the calling thread.
public struct SerialBatchExecutor: BatchExecutor {
  /// Creates the executor.
  public init() {}

  /// Runs all steps, with a tick after each.
  public func drain(_ step: @escaping @Sendable () -> Bool, tick: () -> Void) {
    while step() { tick() }
  }
}

/// Runs steps on so many threads at once.
public struct ThreadedBatchExecutor: BatchExecutor {
  private let threadCount: Int

  /// Creates an executor of `threadCount` threads, at least one.
  public init(threadCount: Int) {
    self.threadCount = max(1, threadCount)
  }

  /// Runs all steps, with a tick about every 50 ms.
  public func drain(_ step: @escaping @Sendable () -> Bool, tick: () -> Void) {
    let group = DispatchGroup()
    for _ in 0..<threadCount {
      group.enter()
      let thread = Thread {
        while step() {}
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { tick() }
  }
}
