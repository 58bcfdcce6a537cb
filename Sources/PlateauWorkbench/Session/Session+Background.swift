import PlateauSearch

extension Session {
  /// Waits until no sweep runs in the background; an interrupt cancels them.
  public func waitForBackground() {
    for run in runs.all where run.study.progress.state == .running {
      while run.study.progress.state == .running {
        if host.isInterrupted() { run.cancel() }
        run.pauseThread()
      }
    }
  }

  /// Ends every sweep that runs in the background.
  public func cancelBackground() {
    for run in runs.all where run.study.progress.state == .running {
      run.cancel()
      run.waitUntilStopped()
    }
  }
}
