internal import Analysis
internal import Configuration
internal import Glibc
internal import Instrumentation
internal import PipelineRuntime
internal import ServiceSetup
internal import Spool

/// The parts that documents pass, joined: the spool claims, the stages work, the spool commits, and the credit that a
/// document held goes back when that is done.
struct DocumentFlow: Sendable {
  let spool: Spool
  let topology: Topology<DocumentUnderWay>
  let registry: PipelineRegistry
  let source: PipelineFolder
  let instruments: Instruments

  init(
    spool: Spool, registry: PipelineRegistry, source: PipelineFolder, configuration: ServiceConfiguration,
    instruments: Instruments
  ) throws(ServiceError) {
    self.spool = spool
    self.registry = registry
    self.source = source
    self.instruments = instruments
    let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let builder = TopologyBuilder(
      configuration: configuration, registry: registry, cores: cores, time: instruments.time)
    // The stages' last act needs the stages themselves, to give credit back: it finds them here.
    let commits = CommitPort(spool: spool, instruments: instruments)
    do {
      topology = try Topology(
        label: "dispaccio.stages", stages: builder.stages(reading: spool), budget: builder.budget,
        instruments: instruments, finished: { commits.finish($0) }, onCredit: { spool.pump() })
    } catch {
      throw ServiceError(.software, at: nil, "The stages cannot be built: \(error).", "Please report this.")
    }
    commits.open(for: topology)
  }

  /// What the spool asks of the stages; `idle` is called when there is nothing more to do.
  func port(idle: @escaping @Sendable () -> Void) -> SpoolPort {
    let topology = topology
    let registry = registry
    return SpoolPort(
      reserve: { bytes in
        switch topology.reserve(bytes: bytes) {
        case .granted(let reservation): .granted(reservation.number)
        case .largeSlotTaken: .largeSlotTaken
        case .full, .draining: .full
        }
      },
      cancel: { claimed in topology.release(Reservation(number: claimed, bytes: 0)) },
      claimed: { claimed in
        let ruleset = registry.pipeline(named: claimed.pipeline).ruleset
        topology.submit(
          DocumentUnderWay(claimed, ruleset: ruleset),
          under: Reservation(number: claimed.permit, bytes: claimed.size))
      },
      idle: idle)
  }
}

/// Where documents leave the stages: to `out/`, to `failed/`, or back to the spool.
private final class CommitPort: Sendable {
  private let spool: Spool
  private let instruments: Instruments
  private let topology = Guarded<Topology<DocumentUnderWay>?>(nil)

  init(spool: Spool, instruments: Instruments) {
    self.spool = spool
    self.instruments = instruments
  }

  func open(for topology: Topology<DocumentUnderWay>) {
    self.topology.withLock { $0 = topology }
  }

  func finish(_ finished: Finished<DocumentUnderWay>) {
    let document = finished.item
    let release: @Sendable () -> Void = { [self] in
      topology.withLock { $0 }?.release(finished.reservation)
    }
    guard let failure = finished.failure else {
      spool.deliver(document.claimed, document.delivery) { [instruments] settlement in
        switch settlement {
        case .committed: Self.tell(finished, .written, to: instruments)
        case .repeated: Self.tell(finished, .duplicate, to: instruments)
        case .rejected, .kept: break
        }
        release()
      }
      return
    }
    if let error = failure.underlying as? SpoolError {
      spool.giveBack(document.claimed, because: error) { _ in release() }
    } else {
      let rejection = document.rejection(failure.underlying, in: failure.stage, times: finished.times)
      // One that took too long may have met a busy machine; anything else is as wrong the next time.
      if rejection.failure == .timeout {
        spool.postpone(document.claimed, rejection) { _ in release() }
      } else {
        spool.reject(document.claimed, rejection) { _ in release() }
      }
    }
  }

  private static func tell(_ finished: Finished<DocumentUnderWay>, _ outcome: Completion, to instruments: Instruments) {
    let document = finished.item
    instruments.emit(
      DocumentDelivered(
        ticket: document.claimed.ticket, id: document.analysis.id, name: document.claimed.name,
        bytes: document.claimed.size, language: document.analysis.language,
        outcome: outcome,
        latency: instruments.time.now().nanoseconds(since: document.claimed.claimedAt), stages: finished.times,
        attempts: document.claimed.attempts, briefs: document.briefCounts))
  }
}
