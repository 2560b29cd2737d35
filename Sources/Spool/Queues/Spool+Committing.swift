import Instrumentation

/// Handing items back, and the commit queue.
extension Spool {
  // MARK: - Handing back

  /// Writes a document's outputs and moves its original to `done/`. The completion is called on the spool's queue of
  /// claims when that is as sure as the durability asks and the document counts as under way no more; give the credit
  /// back there.
  public func deliver(
    _ claimed: Claimed, _ delivery: Delivery, completion: @escaping @Sendable (Settlement) -> Void
  ) {
    enqueue(settling(claimed, .deliver(delivery), completion))
  }

  /// Moves a document to `failed/` with its reason, and tells of it (``DocumentRejected``).
  public func reject(
    _ claimed: Claimed, _ rejection: Rejection, completion: @escaping @Sendable (Settlement) -> Void
  ) {
    enqueue(settling(claimed, .reject(rejection), completion))
  }

  /// Hands a document back because of an error of the spool's own, most often from ``read(_:)``. The error decides: what
  /// the machine refused is offered again when that is over and never counts; what changed is offered again after a
  /// delay, a few times; anything else is rejected.
  public func giveBack(
    _ claimed: Claimed, because error: SpoolError, completion: @escaping @Sendable (Settlement) -> Void
  ) {
    switch error.kind {
    case .system(let reason):
      claims.async { queue in
        self.pause(reason, error, &queue)
        self.returnUncounted(claimed, &queue)
        completion(.kept)
        self.endTurn(&queue)
      }
    case .changed:
      postpone(
        claimed,
        Rejection(
          class: .changedWhileReading, message: "It kept changing while it was read.",
          remedy: "Write the file under a name that begins with a full stop and rename it when it is complete."),
        completion: completion)
    case .missing:
      enqueue(settling(claimed, .forget(error), completion))
    case .permission: reject(claimed, Self.rejection(.unreadable, error), completion: completion)
    case .notRegular: reject(claimed, Self.rejection(.notRegular, error), completion: completion)
    case .overLimit: reject(claimed, Self.rejection(.overLimit, error), completion: completion)
    case .locked, .layout, .other: reject(claimed, Self.rejection(.fault, error), completion: completion)
    }
  }

  /// Moves a document to `deferred/`, to be offered again after a delay; when that was done a few times, to `failed/` with
  /// the reason given.
  public func postpone(
    _ claimed: Claimed, _ rejection: Rejection, completion: @escaping @Sendable (Settlement) -> Void
  ) {
    guard claimed.attempts < options.retryDelays.count else {
      return reject(claimed, rejection, completion: completion)
    }
    let delay = options.retryDelays[claimed.attempts]
    enqueue(settling(claimed, .putBack(failure: rejection.failure, delay: delay), completion))
  }

  private static func rejection(_ failure: FailureClass, _ error: SpoolError) -> Rejection {
    Rejection(
      class: failure, message: "While \(error.operation) \(error.subject): \(error.reason).", remedy: error.remedy)
  }

  private func settling(
    _ claimed: Claimed, _ kind: Job.Kind, _ completion: @escaping @Sendable (Settlement) -> Void
  ) -> Job {
    Job(claimed: claimed, kind: kind) { settlement in
      self.claims.async { queue in
        // Crossed out before its credit goes back: whatever is claimed with that credit is never counted beside it.
        self.settled(claimed, kind, settlement, &queue)
        completion(settlement)
        self.endTurn(&queue)
      }
    }
  }

  private func settled(
    _ claimed: Claimed, _ kind: Job.Kind, _ settlement: Settlement, _ queue: inout ClaimQueue
  ) {
    queue.outstanding.remove(claimed.ticket)
    if queue.alone?.ticket == claimed.ticket { queue.alone = nil }
    if case .putBack(let failure, let delay) = kind, settlement == .kept {
      let attempts = claimed.attempts + 1
      queue.deferred.insert(
        .init(record: claimed.record, attempts: attempts), at: instruments.time.now().adding(delay))
      instruments.emit(
        DocumentRetried(
          ticket: claimed.ticket, name: claimed.name, failure: failure, attempt: attempts, delay: delay))
    }
  }

  private func returnUncounted(_ claimed: Claimed, _ queue: inout ClaimQueue) {
    queue.outstanding.remove(claimed.ticket)
    if let alone = queue.alone, alone.ticket == claimed.ticket {
      queue.alone = nil
      unmark(alone)
      queue.recovered.insert(.init(record: claimed.record, attempts: claimed.attempts), at: 0)
    } else {
      queue.returned.append(claimed)
    }
  }

  // MARK: - The commit queue

  func enqueue(_ job: Job) {
    commits.async { commits in
      // The work on it is over, and what kills us from now on is not its doing. Most of the time goes by from now on.
      if job.claimed.isAlone { self.unmark((job.claimed.ticket, job.claimed.attempts)) }
      commits.pending.append(job)
      if commits.isScheduled { return }
      // Behind what has been handed back meanwhile: a group grows while the one before it is being synced.
      commits.isScheduled = true
      self.commits.async { self.process(&$0) }
    }
  }

  /// Commits what waits, a group at a time.
  func process(_ commits: inout CommitQueue) {
    commits.isScheduled = false
    guard !commits.isHeld, !commits.pending.isEmpty else { return }
    let jobs = takeGroup(from: &commits.pending)
    let began = instruments.time.now()
    let wall = instruments.time.wall()
    switch commit(jobs, at: wall, &commits) {
    case .refused(let reason, let error):
      commits.pending.insert(contentsOf: jobs, at: 0)
      commits.refusal = error
      claims.async { queue in
        self.pause(reason, error, &queue)
        self.endTurn(&queue)
      }
      return
    case .committed(let results):
      instruments.metrics.record(instruments.time.now().nanoseconds(since: began), in: .commitDuration)
      for (job, result) in zip(jobs, results) { finish(job, result, at: wall, &commits) }
    }
    writeLedger(&commits)
    if !commits.pending.isEmpty {
      commits.isScheduled = true
      self.commits.async { self.process(&$0) }
    }
  }

  /// Takes what is to be committed together, each record once: a second arrival that was claimed before the first one was
  /// delivered waits for the next group, and by then it is known for one.
  private func takeGroup(from pending: inout [Job]) -> [Job] {
    let limit = options.durability == .strict ? 1 : options.groupLimit
    var group: [Job] = []
    var rest: [Job] = []
    var records: Set<[UInt8]> = []
    var position = 0
    while group.count < limit, position < pending.count {
      let job = pending[position]
      position += 1
      guard case .deliver(let delivery) = job.kind else {
        group.append(job)
        continue
      }
      if records.insert(delivery.id).inserted {
        group.append(asRepeatIfDelivered(job, delivery))
      } else {
        rest.append(job)
      }
    }
    pending.replaceSubrange(..<position, with: rest)
    return group
  }

  private func asRepeatIfDelivered(_ job: Job, _ delivery: Delivery) -> Job {
    guard delivery.completion == .written, !job.claimed.isAskedFor, let origin = delivery.origin,
      isDelivered(id: String(decoding: delivery.id, as: UTF8.self), ruleset: origin.ruleset)
    else { return job }
    return Job(claimed: job.claimed, kind: .deliver(delivery.repeated), completion: job.completion)
  }

  private func commit(_ jobs: [Job], at wall: WallTime, _ commits: inout CommitQueue) -> Committer.Outcome {
    do throws(SpoolError) {
      // Outputs must not follow a folder that was moved away or unmounted.
      return commits.committer.commit(jobs, in: try refreshedFolders(), at: wall)
    } catch {
      return .refused(Committer.pauseReason(of: error) ?? .missingFolder, error)
    }
  }

  private func finish(
    _ job: Job, _ result: Result<Void, SpoolError>, at wall: WallTime, _ commits: inout CommitQueue
  ) {
    if case .failure(let error) = result {
      // A rejection that cannot be carried out either stays in work/, and is tried again by the next start.
      if case .reject = job.kind { return job.completion(.kept) }
      var rejected = Job(
        claimed: job.claimed, kind: .reject(Self.rejection(.fault, error)), completion: job.completion)
      rejected.isDowngraded = true
      commits.pending.append(rejected)
      return
    }
    switch job.kind {
    case .deliver(let delivery): job.completion(delivery.completion == .duplicate ? .repeated(wall) : .committed(wall))
    case .putBack: job.completion(.kept)
    case .forget(let error):
      tellRejected(job.claimed, Self.rejection(.vanished, error))
      job.completion(.committed(wall))
    case .reject(let rejection):
      tellRejected(job.claimed, rejection)
      job.completion(job.isDowngraded ? .rejected : .committed(wall))
    }
  }

  private func tellRejected(_ claimed: Claimed, _ rejection: Rejection) {
    instruments.emit(
      DocumentRejected(
        ticket: claimed.ticket, id: rejection.id.map { String(decoding: $0, as: UTF8.self) }, name: claimed.path,
        bytes: claimed.size, failure: rejection.failure, stage: rejection.stage, message: rejection.message,
        folder: "failed/\(claimed.ticket)", attempts: claimed.attempts,
        latency: instruments.time.now().nanoseconds(since: claimed.claimedAt), stages: rejection.stages))
  }

  // MARK: - Ledger

  func writeLedger(_ commits: inout CommitQueue) {
    let folder = folders.withLock { $0.ledger }
    do throws(SpoolError) {
      try commits.committer.flushLedger(into: folder, at: instruments.time.wall())
    } catch {
      // The history waits; the documents are safe. Nothing new is begun on such a disk.
      commits.committer.reopen()
      claims.async { queue in
        self.pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &queue)
      }
    }
    guard commits.committer.hasUnsyncedLedger, !commits.isLedgerSyncSet else { return }
    commits.isLedgerSyncSet = true
    self.commits.async(after: .seconds(1)) { commits in
      commits.isLedgerSyncSet = false
      try? commits.committer.syncLedger()
    }
  }

  /// The last act: what can be committed is, what cannot stays in `work/`.
  func finishCommits(_ commits: inout CommitQueue) {
    while !commits.isHeld && !commits.pending.isEmpty { process(&commits) }
    let kept = commits.pending
    commits.pending = []
    for job in kept { job.completion(.kept) }
    writeLedger(&commits)
    try? commits.committer.syncLedger()
  }

  /// After a crash: items that reached `done/` or `failed/` without a line in the ledger get one.
  func mendLedger(_ commits: inout CommitQueue) {
    let folders = folders.withLock { $0 }
    let wall = instruments.time.wall()
    for day in [wall, wall.adding(.seconds(-86_400))] {
      let name = Ledger.fileName(of: day)
      guard let torn = try? LedgerMending.rebuild(name, in: folders.ledger), torn > 0 else { continue }
      instruments.emit(
        LedgerRepaired(path: EscapedName.text(folders.ledger.display(name)), torn: true, added: 0))
    }
    let added = LedgerMending.missingLines(in: folders, at: instruments.time.wall())
    if added.isEmpty { return }
    for line in added { commits.committer.addLine(line) }
    writeLedger(&commits)
    instruments.emit(LedgerRepaired(path: EscapedName.text(folders.ledger.display), torn: false, added: added.count))
  }
}
