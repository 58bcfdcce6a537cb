import Foundation
import Testing

@testable import PlateauConsole

/// Signals belong to the process, so these run one after another.
@Suite(.serialized) struct InterruptTests {
  @Test func `Ctrl-C sets a flag for the work it falls into, and only for that`() {
    Interrupt.during {
      #expect(!Interrupt.isRequested)
      // To the process, as a terminal does it; some thread takes it soon.
      kill(getpid(), SIGINT)
      let limit = ContinuousClock.now + .seconds(10)
      while !Interrupt.isRequested, ContinuousClock.now < limit { sched_yield() }
      #expect(Interrupt.isRequested)
    }
    #expect(Interrupt.isRequested)
    #expect(!Interrupt.during { Interrupt.isRequested })
  }

  @Test func `afterwards Ctrl-C does what it did before`() {
    let before = signal(SIGINT, SIG_IGN)
    Interrupt.during {}
    let after = signal(SIGINT, before)
    // SIG_IGN is the address 1.
    #expect(unsafeBitCast(after, to: Int.self) == 1)
  }
}
