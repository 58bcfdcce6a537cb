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
  private let givesWay: Bool

  /// Creates an executor.
  ///
  /// - Parameters:
  ///   - threadCount: How many threads, at least one.
  ///   - givesWay: Whether the threads let everything else run first, so that a person who types
  ///     meanwhile does not wait for them.
  public init(threadCount: Int, givesWay: Bool = false) {
    self.threadCount = max(1, threadCount)
    self.givesWay = givesWay
  }

  /// Runs all steps, with a tick about every 50 ms.
  public func drain(_ step: @escaping @Sendable () -> Bool, tick: () -> Void) {
    let group = DispatchGroup()
    let givesWay = givesWay
    for _ in 0..<threadCount {
      group.enter()
      let thread = Thread {
        if givesWay { Self.lowerPriority() }
        while step() {}
        group.leave()
      }
      thread.stackSize = 8 << 20
      if givesWay { thread.qualityOfService = .utility }
      thread.start()
    }
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { tick() }
  }

  /// On Linux, where the quality of service means nothing, a nice value belongs to one thread.
  private static func lowerPriority() {
    #if os(Linux)
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    #endif
  }
}
