import Foundation
import PlateauSearch

/// What a command took: what `set timing on` shows.
struct Stopwatch {
  private let start = ContinuousClock.now
  private let processorTime = Stopwatch.processorSeconds
  private let done: Int

  /// Starts.
  init(_ runs: [Run]) {
    done = Self.doneInForeground(runs)
  }

  /// Time on the clock, time on all processors, and the rate of a sweep that was waited for.
  func sentence(_ runs: [Run]) -> String {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let processor = Self.processorSeconds - processorTime
    var text = "time: \(Wording.seconds(seconds)), CPU \(Wording.seconds(processor))"
    let swept = Self.doneInForeground(runs) - done
    if swept > 0, seconds > 0 {
      text += ", \(Wording.roughCount(Double(swept) / seconds)) candidates a second"
    }
    return text
  }

  private static func doneInForeground(_ runs: [Run]) -> Int {
    runs.reduce(0) { $0 + ($1.isInBackground ? 0 : $1.study.progress.done) }
  }

  /// Seconds that all threads of the process have computed so far.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
