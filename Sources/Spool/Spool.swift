import Dispatch
public import Instrumentation

/// The folders at both ends of the pipeline: finds files in `inbox/`, claims them into `work/`, and carries what became of
/// them to `out/`, `done/` or `failed/`.
///
/// Directories are the truth and a rename is the claim; nothing is held in memory that a crash could lose. Two queues
/// serve it: one finds and claims, one commits, so that waiting for the disk does not keep files waiting. All methods may
/// be called from any thread and return at once, but the initializer and ``read(_:)``.
public final class Spool: Sendable {
  let options: SpoolOptions
  let instruments: Instruments
  let folders: Guarded<Folders>
  let claims: Confined<ClaimQueue>
  let commits: Confined<CommitQueue>
  let deliveries: Deliveries
  let isRemote: Bool
  let retention = Guarded(RetentionClock())
  private let lock: Guarded<SpoolLock?>
  private let published: Guarded<SpoolStatus>
  private let wasClean: Bool
  /// Why the spool starts paused: there is no room for what a start writes.
  private let shortage: SpoolError?

  static let cleanMark = Array("clean".utf8)

  /// Makes missing folders, takes the lock, and checks that items can be moved wherever they must. On a full disk, where
  /// nothing is missing, the spool is there all the same: it starts paused, and goes on when there is room.
  ///
  /// Blocking. Throws `.locked` when another daemon works here, `.layout` when the folders lie on several mounts,
  /// `.permission` or `.system` when the machine does not let us.
  public init(options: SpoolOptions, instruments: Instruments) throws(SpoolError) {
    let folders = try Folders.prepared(at: options.root)
    let lock = try SpoolLock(state: folders.state)
    var shortage = lock.refusal
    var areMovesChecked = true
    do throws(SpoolError) {
      try folders.checkMoves()
    } catch {
      guard error.isLackOfRoom else { throw error }
      areMovesChecked = false
      shortage = error
    }
    for name in try DirectoryStream.names([0x2e], in: folders.outgoing) {
      System.removeQuietly(name, in: folders.outgoing)
    }
    wasClean = (try? System.remove(Self.cleanMark, in: folders.state)) != nil
    isRemote = System.isRemote(folders.inbox)
    self.lock = Guarded(lock)
    self.options = options
    self.instruments = instruments
    self.folders = Guarded(folders)
    self.shortage = shortage ?? Self.lackOfSpace(in: folders, options)
    // Who asks before the first turn is told, too.
    var pauses = KeptPause.message(in: folders.state).map { [PauseReason.operator: $0] } ?? [:]
    if let shortage = self.shortage, case .system(let reason) = shortage.kind { pauses[reason] = shortage.description }
    published = Guarded(SpoolStatus(pauses: pauses))
    deliveries = Deliveries(limit: options.rememberedDeliveries)
    claims = Confined(
      label: "dispaccio.spool.claim", ClaimQueue(options: options, now: instruments.time.now()))
    commits = Confined(
      label: "dispaccio.spool.commit",
      CommitQueue(
        committer: Committer(durability: options.durability, deliveries: deliveries, instruments: instruments),
        areMovesChecked: areMovesChecked))
  }

  /// Recovers what an earlier run left, then begins to find and claim files.
  public func start(port: SpoolPort) {
    claims.async { queue in
      queue.port = port
      if let message = self.keptPause { self.pause(.operator, message, &queue) }
      if let shortage = self.shortage, case .system(let reason) = shortage.kind { self.pause(reason, shortage, &queue) }
      self.recover(&queue)
      self.startWatching(&queue)
      self.beginScan(&queue)
      self.endTurn(&queue)
    }
    commits.async { commits in
      if !self.wasClean { self.mendLedger(&commits) }
      LedgerReading.recall(into: self.deliveries, from: self.folders.withLock { $0.ledger })
      self.claims.async { queue in
        queue.hasRecalled = true
        self.endTurn(&queue)
      }
    }
  }

  /// Credit has come back: more may be claimed.
  public func pump() {
    claims.async { queue in self.endTurn(&queue) }
  }

  /// Claims no more; files stay in the inbox. What is in work can still be handed back.
  public func stopClaiming() {
    claims.async { queue in
      queue.isStopped = true
      self.endTurn(&queue)
    }
  }

  /// Claims no more until ``resume()``, also after a restart. The completion is called on the claim queue, with the error
  /// if the pause holds but could not be kept for the next start.
  public func pause(message: String, completion: @escaping @Sendable (SpoolError?) -> Void = { _ in }) {
    claims.async { queue in
      self.pause(.operator, message, &queue)
      self.endTurn(&queue)
      completion(self.keep { state throws(SpoolError) in try KeptPause.keep(message, in: state) })
    }
  }

  /// Ends ``pause(message:completion:)``; the completion as there.
  public func resume(completion: @escaping @Sendable (SpoolError?) -> Void = { _ in }) {
    claims.async { queue in
      self.endPause(.operator, &queue)
      self.endTurn(&queue)
      completion(self.keep { state throws(SpoolError) in try KeptPause.end(in: state) })
    }
  }

  private func keep(_ body: (Folder) throws(SpoolError) -> Void) -> SpoolError? {
    do throws(SpoolError) {
      try body(try refreshedFolders().state)
      return nil
    } catch {
      return error
    }
  }

  /// Why an operator paused this spool in an earlier run or while no daemon worked on it; nil if nobody did. Blocking.
  public var keptPause: String? { KeptPause.message(in: folders.withLock { $0.state }) }

  /// What the spool is doing; also brings the gauges of the metrics up to date.
  public func status() -> SpoolStatus {
    let status = published.withLock { $0 }
    let metrics = instruments.metrics
    metrics.set(.inboxFiles, to: Double(status.candidates))
    metrics.set(.inboxOldestAge, to: status.oldestAge)
    metrics.set(.items(.work), to: Double(status.inWork + status.recovering))
    metrics.set(.items(.deferred), to: Double(status.deferred))
    metrics.set(.paused, to: status.pauses.isEmpty ? 0 : 1)
    return status
  }

  /// Ends the spool's work: commits what was handed back, writes the ledger out, notes that the stop was clean, and gives
  /// up the lock. Items that could not be committed stay in `work/` for the next start.
  public func stop(completion: @escaping @Sendable () -> Void) {
    claims.async { queue in
      queue.isStopped = true
      queue.isEnding = true
      queue.watch = nil
      queue.walk = nil
      // Work that a clean stop cut off is no sign of poison.
      if let alone = queue.alone { self.unmark(alone) }
      self.endTurn(&queue)
      self.commits.async { commits in
        self.finishCommits(&commits)
        let folders = self.folders.withLock { $0 }
        try? System.write([], as: Self.cleanMark, in: folders.state, synced: false)
        self.lock.withLock { $0 = nil }
        // Behind the last settlements, which are told there.
        self.claims.async { _ in completion() }
      }
    }
  }

  /// Whether this very record lies in `out/` and was made by these rules: then its source has come a second time, and
  /// need not be worked on again. Costs one look at the disk for a record that is remembered, and none for another one.
  /// Any thread.
  public func isDelivered(id: String, ruleset: String) -> Bool {
    guard deliveries.holds(id, ruleset: ruleset) else { return false }
    let out = folders.withLock { $0.out }
    return (try? System.trace(Array("\(id)\(Delivery.recordSuffix)".utf8), in: out))?.kind == .regular
  }

  // MARK: - Turns of the claim queue

  /// Does what is due and what credit allows, tells the status, and sets the alarm for what is due later.
  func endTurn(_ queue: inout ClaimQueue) {
    guard queue.port != nil else { return }
    let now = instruments.time.now()
    probeIfDue(&queue, at: now)
    look(&queue, at: now)
    scan(&queue, at: now)
    claim(&queue, at: now)
    // A walk that stopped because all places were taken goes on when claims have made room.
    if queue.walk != nil && !queue.tracker.isFull && !queue.isStopped { turnAgain(&queue) }
    tellIdle(&queue, at: now)
    publish(queue, at: now)
    setAlarm(&queue, at: now)
  }

  /// Asks for another turn, after what others have asked for meanwhile.
  func turnAgain(_ queue: inout ClaimQueue) {
    if queue.isTurnSet { return }
    queue.isTurnSet = true
    claims.async { queue in
      queue.isTurnSet = false
      self.endTurn(&queue)
    }
  }

  /// Does what is due by now: for tests, which move the clock by hand.
  func tick() {
    pump()
  }

  private func publish(_ queue: borrowing ClaimQueue, at now: Moment) {
    let status = SpoolStatus(
      candidates: queue.tracker.count,
      oldestAge: queue.tracker.oldest.map { Double(now.nanoseconds(since: $0)) / 1e9 } ?? 0,
      inWork: queue.outstanding.count, recovering: queue.recovered.count + queue.returned.count,
      deferred: queue.deferred.count + queue.asked.count, skipped: queue.skipped.count, claimed: queue.claimedCount,
      pauses: queue.pauses.mapValues(\.message), isWatching: queue.watch != nil && !queue.isUnwatchedTold)
    published.withLock { $0 = status }
  }

  private func setAlarm(_ queue: inout ClaimQueue, at now: Moment) {
    var times: [Moment] = []
    if let probe = queue.nextProbe { times.append(probe) }
    if !queue.isStopped {
      if let look = queue.tracker.nextDue { times.append(look) }
      if queue.walk == nil { times.append(queue.nextScan) }
      if queue.mayClaim, let retry = queue.deferred.next?.moment { times.append(retry) }
    }
    guard let next = times.min() else { return }
    if let alarm = queue.alarm, alarm <= next, alarm > now { return }
    queue.alarm = next
    // A retry that waits for credit, not for time, is due already; credit wakes us for it.
    let delay = next <= now ? Duration.milliseconds(20) : now.remaining(until: next)
    claims.async(after: delay) { [weak self] queue in
      guard queue.alarm == next else { return }
      queue.alarm = nil
      self?.endTurn(&queue)
    }
  }
}
