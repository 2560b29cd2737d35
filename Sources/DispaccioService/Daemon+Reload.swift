internal import Analysis
internal import Configuration
internal import Dispatch
internal import Instrumentation

extension Daemon {
  /// Loads the rules anew, away from the control queue; bad ones leave the old in use.
  func reload() {
    switch state.withLock({ $0.wishReload() }) {
    case .later: return
    case .never: return
    case .now(let machinery):
      notify.reloading(monotonicNanoseconds: instruments.time.now().nanoseconds)
      loading.async {
        self.load(into: machinery)
        self.control.async { self.reloadEnded() }
      }
    }
  }

  private func load(into machinery: Machinery) {
    do throws(ServiceError) {
      let plan = self.plan.surroundings
      let fresh = try plan.configurationOnDisk()
      let result = try machinery.rulebook.reload(from: machinery.source)
      let hashes = machinery.rulebook.current.map(\.ruleset.hash)
      instruments.emit(ConfigurationReloaded(ruleset: hashes.joined(separator: " ")))
      if fresh != plan.configuration { instruments.emit(RestartNeeded(subject: "the configuration has changed")) }
      for name in result.needRestart { instruments.emit(RestartNeeded(subject: "the pipeline \(name) is new")) }
    } catch {
      instruments.emit(ConfigurationRefused(message: error.description))
    }
  }

  private func reloadEnded() {
    notify.ready(status: "waiting for reports")
    if state.withLock({ $0.reloaded() }) { reload() }
  }
}
