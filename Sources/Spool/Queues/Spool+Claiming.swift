import Instrumentation

/// Claiming: a file leaves the inbox by one rename, and only when there is credit for it.
extension Spool {
  private static let ownRejectionLimit = 64

  /// Offers as much as there is credit for: first what an earlier run left, one at a time; then what came back; then
  /// what waited long enough; then new files, the one seen first before the others.
  func claim(_ queue: inout ClaimQueue, at now: Moment) {
    guard queue.mayClaim, queue.alone == nil else { return }
    checkSpace(&queue, at: now)
    guard queue.mayClaim else { return }
    if !queue.recovered.isEmpty {
      // The rest waits in work/; whatever crashes the process now is known to be this one.
      if queue.outstanding.isEmpty && queue.ownRejections == 0 { offerAlone(&queue) }
      if !queue.recovered.isEmpty || queue.alone != nil { return }
    }
    while let claimed = queue.returned.first {
      guard case .granted(let permit)? = queue.port?.reserve(claimed.size) else { break }
      queue.returned.removeFirst()
      offer(claimed.record, trace: nil, attempts: claimed.attempts, permit: permit, &queue)
    }
    while let deferred = queue.deferred.next, deferred.moment <= now {
      guard case .granted(let permit)? = queue.port?.reserve(deferred.element.record.size) else { break }
      _ = queue.deferred.popFirst()
      takeBack(deferred.element, permit: permit, &queue)
      if !queue.mayClaim { return }
    }
    claimNew(&queue)
    // What an operator asked for may be many: new files go first.
    guard !queue.tracker.hasReady else { return }
    while queue.mayClaim, let asked = queue.asked.next {
      guard case .granted(let permit)? = queue.port?.reserve(asked.element.record.size) else { break }
      _ = queue.asked.popFirst()
      takeBack(asked.element, permit: permit, &queue)
    }
  }

  private func claimNew(_ queue: inout ClaimQueue) {
    // A large file waits for its slot in front of the other large ones, and lets small ones pass.
    while let path = queue.waitingLarge.first {
      queue.waitingLarge.removeFirst()
      queue.tracker.putBack(path)
      if queue.waitingLarge.isEmpty { break }
    }
    var isLargeTaken = false
    while queue.mayClaim, let ready = queue.tracker.firstReady() {
      let isOwn = ready.trace.size == 0 || ready.trace.size > options.maximumDocumentBytes
      if isOwn {
        if queue.ownRejections >= Self.ownRejectionLimit { return }
        claim(ready, permit: nil, &queue)
        continue
      }
      switch queue.port?.reserve(ready.trace.size) {
      case .granted(let permit): claim(ready, permit: permit, &queue)
      case .largeSlotTaken:
        isLargeTaken = true
        queue.tracker.setAside(ready.path)
        queue.waitingLarge.append(ready.path)
      case .full, nil: return
      }
      if isLargeTaken && queue.waitingLarge.count >= options.candidateLimit / 2 { return }
    }
  }

  // MARK: - One file

  private func claim(_ ready: StabilityTracker.Ready, permit: UInt64?, _ queue: inout ClaimQueue) {
    let folders = folders.withLock { $0 }
    let (folderPath, name) = InboxPath.split(ready.path)
    func cancel() {
      if let permit { queue.port?.cancel(permit) }
    }
    do throws(SpoolError) {
      let folder = try queue.opener.folder(folderPath, in: folders.inbox)
      let trace = try System.trace(name, in: folder)
      guard trace == ready.trace, trace.kind == .regular else {
        cancel()
        queue.tracker.looked(ready.path, trace, at: instruments.time.now())
        return
      }
      if let suffix = options.readySuffix, !Self.exists(name + suffix, in: folder) {
        cancel()
        // A scan will see it again, with its mark by then.
        queue.tracker.gone(ready.path)
        return
      }
      guard System.mayRead(name, in: folder) else {
        cancel()
        return skip(ready.path, .unreadable, trace, &queue)
      }
      guard let record = try move(name, from: folder, ready, to: folders.work, &queue) else {
        cancel()
        return
      }
      if let suffix = options.readySuffix { System.removeQuietly(name + suffix, in: folder) }
      queue.tracker.gone(ready.path)
      queue.isBusySinceScan = true
      queue.isIdleTold = false
      queue.claimedCount += 1
      instruments.emit(DocumentAdmitted(ticket: record.ticket, name: record.name, bytes: record.size))
      offer(record, trace: trace, attempts: 0, permit: permit, &queue)
    } catch {
      cancel()
      claimFailed(ready, error, &queue)
    }
  }

  static func exists(_ name: [UInt8], in folder: Folder) -> Bool {
    (try? System.trace(name, in: folder)) != nil
  }

  private func claimFailed(_ ready: StabilityTracker.Ready, _ error: SpoolError, _ queue: inout ClaimQueue) {
    if case .system(let reason) = error.kind { return pause(reason, error, &queue) }
    queue.tracker.gone(ready.path)
    queue.opener.forget()
    if error.kind != .missing { skip(ready.path, .closedFolder, ready.trace, &queue) }
  }

  /// Moves a file into a new item; nil when it is gone or cannot be moved.
  private func move(
    _ name: [UInt8], from folder: Folder, _ ready: StabilityTracker.Ready, to work: Folder, _ queue: inout ClaimQueue
  ) throws(SpoolError) -> ItemRecord? {
    let wall = instruments.time.wall()
    let age = Duration.nanoseconds(Int64(clamping: instruments.time.now().nanoseconds(since: ready.firstSeen)))
    let record = ItemRecord(
      ticket: queue.mint.next(at: wall), path: ready.path, pipeline: pipeline(of: ready.path), size: ready.trace.size,
      received: wall, firstSeen: wall.adding(.zero - age))
    let ticket = Array(record.ticket.utf8)
    do throws(SpoolError) {
      try ItemFolder.make(record, in: work)
    } catch {
      ItemFolder.clear(ticket, in: work)
      // Whatever stops us from making folders in work/ is no fault of this file.
      throw error.isSystem ? error : error.asSystem(.missingFolder)
    }
    do throws(SpoolError) {
      try System.rename(name, in: folder, to: ItemFolder.originalPath(ticket, name), in: work)
      return record
    } catch {
      ItemFolder.clear(ticket, in: work)
      switch error.kind {
      case .system: throw error
      // Somebody else has it: that is no error.
      case .missing: queue.tracker.gone(ready.path)
      default: skip(ready.path, .unmovable, ready.trace, &queue)
      }
      return nil
    }
  }

  private func pipeline(of path: [UInt8]) -> String? {
    guard let folder = InboxPath.firstFolder(path), let name = String(validating: folder, as: UTF8.self) else {
      return nil
    }
    return options.pipelines.contains(name) ? name : nil
  }

  // MARK: - Offering

  /// Hands an item in `work/` to the owner, or rejects what it needs not see.
  func offer(
    _ record: ItemRecord, trace: FileTrace?, attempts: Int, permit: UInt64?, isAlone: Bool = false,
    _ queue: inout ClaimQueue
  ) {
    let work = folders.withLock { $0.work }
    let path = ItemFolder.originalPath(Array(record.ticket.utf8), record.name)
    let now = try? System.trace(path, in: work)
    let claimed = Claimed(
      ticket: record.ticket, name: record.name, path: record.path, pipeline: record.pipeline,
      size: now?.size ?? record.size, received: record.received, claimedAt: instruments.time.now(),
      attempts: attempts, permit: permit ?? 0, isAskedFor: record.isAskedFor, isAlone: isAlone, trace: trace ?? now)
    if let rejection = Self.ownRejection(claimed, now, options) {
      if let permit { queue.port?.cancel(permit) }
      rejectHere(claimed, rejection, &queue)
    } else if permit == nil {
      // It was empty or too large when it was seen, and is not any more: its turn comes with credit.
      queue.returned.append(claimed)
    } else {
      queue.outstanding.insert(claimed.ticket)
      queue.port?.claimed(claimed)
    }
  }

  static func ownRejection(_ claimed: Claimed, _ trace: FileTrace?, _ options: SpoolOptions) -> Rejection? {
    if let trace, trace.kind != .regular {
      return Rejection(
        class: .notRegular, message: "It is no regular file any more.", remedy: "Put a regular file into the inbox.")
    }
    if claimed.size == 0 {
      return Rejection(class: .empty, message: "The file is empty.", remedy: "Put it into the inbox with its contents.")
    }
    if claimed.size > options.maximumDocumentBytes {
      return Rejection(
        class: .overLimit,
        message: "The file has \(claimed.size) bytes; at most \(options.maximumDocumentBytes) are read.",
        remedy: "Split it, or raise max_document_bytes.")
    }
    return nil
  }

  func rejectHere(_ claimed: Claimed, _ rejection: Rejection, _ queue: inout ClaimQueue) {
    queue.ownRejections += 1
    enqueue(
      Job(claimed: claimed, kind: .reject(rejection)) { _ in
        self.claims.async { queue in
          queue.ownRejections -= 1
          self.endTurn(&queue)
        }
      })
  }

  private func takeBack(_ deferred: ClaimQueue.Deferred, permit: UInt64, _ queue: inout ClaimQueue) {
    let folders = folders.withLock { $0 }
    let ticket = Array(deferred.record.ticket.utf8)
    do throws(SpoolError) {
      try System.rename(ticket, in: folders.deferred, to: ticket, in: folders.work)
      offer(deferred.record, trace: nil, attempts: deferred.attempts, permit: permit, &queue)
    } catch {
      queue.port?.cancel(permit)
      if case .missing = error.kind { return }
      queue.deferred.insert(deferred, at: instruments.time.now().adding(options.probeInterval))
      pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &queue)
    }
  }

  // MARK: - After a crash

  private func offerAlone(_ queue: inout ClaimQueue) {
    let item = queue.recovered[0]
    let permit: UInt64
    switch queue.port?.reserve(item.record.size) {
    case .granted(let number): permit = number
    default: return
    }
    let work = folders.withLock { $0.work }
    do throws(SpoolError) {
      try ItemFolder.markAttempt(Array(item.record.ticket.utf8), number: item.attempts, in: work)
    } catch {
      queue.port?.cancel(permit)
      if error.kind == .missing {
        queue.recovered.removeFirst()
      } else {
        pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &queue)
      }
      return
    }
    queue.recovered.removeFirst()
    queue.alone = (item.record.ticket, item.attempts)
    offer(item.record, trace: nil, attempts: item.attempts, permit: permit, isAlone: true, &queue)
    // It was rejected on the spot.
    if !queue.outstanding.contains(item.record.ticket) { queue.alone = nil }
  }
}

extension Claimed {
  var record: ItemRecord {
    var record = ItemRecord(
      ticket: ticket, path: path, pipeline: pipeline, size: size, received: received, firstSeen: received)
    record.isAskedFor = isAskedFor
    return record
  }
}

extension SpoolError {
  /// The same error, laid at the machine's door.
  func asSystem(_ reason: PauseReason) -> SpoolError {
    SpoolError(
      kind: .system(kind == .permission ? .permission : reason), operation: operation, subject: subject,
      reason: self.reason, remedy: remedy)
  }
}
