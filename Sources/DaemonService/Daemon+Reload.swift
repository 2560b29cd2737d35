internal import Analysis
internal import Configuration
internal import Dispatch
internal import Instrumentation
internal import Rulesets
internal import ServiceSetup

extension Daemon {
  /// Loads the rules anew, away from the control queue; bad ones leave the old in use.
  func reload(_ waiter: DaemonState.ReloadWaiter? = nil) {
    switch state.withLock({ $0.wishReload(waiter) }) {
    case .later: return
    case .never:
      waiter?(ServiceError(.tryLater, at: nil, "The daemon starts or stops just now.", "Try again when it runs."))
    case .now(let flow):
      notify.reloading(monotonicNanoseconds: instruments.time.now().nanoseconds)
      loading.async {
        let error = self.load(into: flow)
        self.control.async { self.reloadEnded(error) }
      }
    }
  }

  private func load(into flow: DocumentFlow) -> ServiceError? {
    do throws(ServiceError) {
      let plan = self.plan.effective
      let fresh = try plan.configurationOnDisk()
      let result = try flow.registry.reload(from: flow.source)
      let hashes = flow.registry.current.map(\.ruleset.hash)
      instruments.emit(ConfigurationReloaded(ruleset: hashes.joined(separator: " ")))
      if fresh != plan.configuration { instruments.emit(RestartNeeded(subject: "the configuration has changed")) }
      for name in result.needRestart { instruments.emit(RestartNeeded(subject: "the pipeline \(name) is new")) }
      return nil
    } catch {
      instruments.emit(ConfigurationRefused(message: error.description))
      return error
    }
  }

  private func reloadEnded(_ error: ServiceError?) {
    notify.ready(status: state.withLock { $0.flow }.map { readyLine($0.spool) } ?? "starting")
    let (waited, isWishedAgain) = state.withLock { $0.reloaded() }
    for waiter in waited { waiter(error) }
    if isWishedAgain { reload() }
  }
}
