internal import Analysis
internal import Configuration
internal import DaemonControl
internal import Dispatch
internal import Glibc
internal import Instrumentation
internal import Rulesets
internal import ServiceSetup
internal import Spool

extension Daemon {
  /// Opens the control socket and leaves word of it. Without one the daemon works all the same, says so once, and tries
  /// again: on a full disk neither may be possible yet.
  func openControlSocket(isFirst: Bool = true) {
    do throws(ServiceError) {
      try controlSocket(isLocked: true).tellPlace()
    } catch {
      if isFirst { instruments.emit(ControlUnavailable(error: error)) }
      control.asyncAfter(deadline: .now() + plan.effective.configuration.probeInterval) {
        if !self.state.withLock({ $0.isDraining }) { self.openControlSocket(isFirst: false) }
      }
    }
  }

  /// The control socket, which is opened unless it is.
  @discardableResult
  func controlSocket(isLocked: Bool) throws(ServiceError) -> ControlSocket {
    if let socket = state.withLock({ $0.socket }) { return socket }
    let place = ControlPlace(
      spool: plan.effective.configuration.spool, runtimeDirectory: plan.effective.runtimeDirectory)
    let socket = try ControlSocket(place, isLocked: isLocked) { [weak self] request, peer, reply in
      self?.answer(request, from: peer, reply)
    }
    state.withLock { $0.socket = socket }
    return socket
  }

  /// Answers a request; called on the socket's queue.
  private func answer(
    _ request: ControlRequest, from peer: String, _ reply: @escaping @Sendable (ControlReply) -> Void
  ) {
    guard let flow = state.withLock({ $0.flow }) else { return answerEarly(request, reply) }
    if request.verb != .status { instruments.emit(OperatorAsked(verb: request.verb.rawValue, peer: peer)) }
    switch request.verb {
    case .status:
      var answer = ControlReply()
      answer.figures = figures(flow.spool.status(), flow.registry)
      reply(answer)
    case .pause:
      flow.spool.pause(message: "\(request.reason ?? "Paused by an operator") (\(peer))") { error in
        reply(Self.unkept(error, "Claiming is paused, but a restart will end that."))
      }
    case .resume:
      flow.spool.resume { error in
        reply(Self.unkept(error, "Claiming goes on, but a restart will pause again."))
      }
    case .drain:
      control.async { self.drain(cause: "operator", within: request.timeout) { reply($0) } }
    case .reload:
      control.async { self.reload { error in reply(error.map { ControlReply($0) } ?? ControlReply()) } }
    case .retry, .reprocess, .drop:
      guard let choice = request.choice else {
        return reply(
          ControlReply(ServiceError(.usage, at: nil, "The request does not say which items.", "Name them, or use all."))
        )
      }
      errands.async { reply(Self.move(request, choice, peer: peer, in: flow.spool)) }
    }
  }

  /// Answers while there is no spool to work on.
  private func answerEarly(_ request: ControlRequest, _ reply: @escaping @Sendable (ControlReply) -> Void) {
    guard let wait = state.withLock({ $0.wait }) else {
      return reply(
        ControlReply(ServiceError(.tryLater, at: nil, "The daemon is starting.", "Try again in a second.")))
    }
    switch request.verb {
    case .status:
      var answer = ControlReply()
      answer.figures = figures(SpoolStatus(pauses: [wait.reason: wait.message]), wait.registry)
      reply(answer)
    case .drain: control.async { self.drain(cause: "operator", within: request.timeout) { reply($0) } }
    default:
      let error = ServiceError(
        .tryLater, at: nil, "The daemon cannot work yet. \(wait.message)", "Ask again when it does.")
      reply(ControlReply(error))
    }
  }

  /// The answer to a wish that is in force and should also be after a restart.
  private static func unkept(_ error: SpoolError?, _ message: String) -> ControlReply {
    guard let error else { return ControlReply() }
    return ControlReply(ServiceError(.cannotCreate, at: error.subject, "\(message) \(error.reason).", error.remedy))
  }

  private static func move(
    _ request: ControlRequest, _ choice: ItemChoice, peer: String, in spool: Spool
  ) -> ControlReply {
    let isTrial = request.isTrial ?? false
    do throws(SpoolError) {
      let result: MoveResult
      switch request.verb {
      case .retry: result = try spool.retry(choice, isTrial: isTrial)
      case .reprocess: result = try spool.reprocess(choice, isTrial: isTrial)
      default:
        result = try spool.drop(choice, reason: request.reason ?? "", by: peer, isTrial: isTrial)
      }
      var reply = ControlReply()
      reply.change = ItemsMoved(result, isTrial: isTrial)
      return reply
    } catch {
      return ControlReply(ServiceError(error))
    }
  }

  private func figures(_ status: SpoolStatus, _ registry: PipelineRegistry) -> DaemonFigures {
    let metrics = instruments.metrics
    return DaemonFigures(
      version: Version.current, process: getpid(), started: started.iso8601,
      spool: plan.effective.configuration.spool, isDraining: state.withLock { $0.isDraining }, status: status,
      delivered: metrics.reading(.documentsCompleted(.written)),
      duplicates: metrics.reading(.documentsCompleted(.duplicate)),
      failed: metrics.reading(.documentsCompleted(.rejected)),
      pipelines: registry.current.map {
        DaemonStatus.Pipeline(
          name: $0.configuration.name, version: $0.configuration.version, ruleset: $0.ruleset.hash)
      })
  }
}
