import Instrumentation

/// Claiming: a file leaves the inbox by one rename, and only when there is credit for it.
extension Spool {
  private static let ownRejectionLimit = 64

  /// Offers as much as there is credit for: first what an earlier run left, one at a time; then what came back; then
  /// what waited long enough; then new files, the one seen first before the others.
  func claim(_ desk: inout ClaimDesk, at now: Moment) {
    guard desk.mayClaim, desk.alone == nil else { return }
    checkSpace(&desk, at: now)
    guard desk.mayClaim else { return }
    if !desk.recovered.isEmpty {
      // The rest waits in work/; whatever crashes the process now is known to be this one.
      if desk.outstanding.isEmpty && desk.ownRejections == 0 { offerAlone(&desk) }
      if !desk.recovered.isEmpty || desk.alone != nil { return }
    }
    while let claimed = desk.returned.first {
      guard case .granted(let permit)? = desk.port?.reserve(claimed.size) else { break }
      desk.returned.removeFirst()
      offer(claimed.record, trace: nil, attempts: claimed.attempts, permit: permit, &desk)
    }
    while let deferred = desk.deferred.next, deferred.moment <= now {
      guard case .granted(let permit)? = desk.port?.reserve(deferred.element.record.size) else { break }
      _ = desk.deferred.popFirst()
      takeBack(deferred.element, permit: permit, &desk)
      if !desk.mayClaim { return }
    }
    claimNew(&desk)
    // What an operator asked for may be many: new files go first.
    guard !desk.tracker.hasReady else { return }
    while desk.mayClaim, let asked = desk.asked.next {
      guard case .granted(let permit)? = desk.port?.reserve(asked.element.record.size) else { break }
      _ = desk.asked.popFirst()
      takeBack(asked.element, permit: permit, &desk)
    }
  }

  private func claimNew(_ desk: inout ClaimDesk) {
    // A large file waits for its slot in front of the other large ones, and lets small ones pass.
    while let path = desk.waitingLarge.first {
      desk.waitingLarge.removeFirst()
      desk.tracker.putBack(path)
      if desk.waitingLarge.isEmpty { break }
    }
    var isLargeTaken = false
    while desk.mayClaim, let ready = desk.tracker.firstReady() {
      let isOwn = ready.trace.size == 0 || ready.trace.size > options.maximumDocumentBytes
      if isOwn {
        if desk.ownRejections >= Self.ownRejectionLimit { return }
        claim(ready, permit: nil, &desk)
        continue
      }
      switch desk.port?.reserve(ready.trace.size) {
      case .granted(let permit): claim(ready, permit: permit, &desk)
      case .largeSlotTaken:
        isLargeTaken = true
        desk.tracker.setAside(ready.path)
        desk.waitingLarge.append(ready.path)
      case .full, nil: return
      }
      if isLargeTaken && desk.waitingLarge.count >= options.candidateLimit / 2 { return }
    }
  }

  // MARK: - One file

  private func claim(_ ready: StabilityTracker.Ready, permit: UInt64?, _ desk: inout ClaimDesk) {
    let folders = folders.withLock { $0 }
    let (folderPath, name) = InboxPath.split(ready.path)
    func cancel() {
      if let permit { desk.port?.cancel(permit) }
    }
    do throws(SpoolError) {
      let folder = try desk.opener.folder(folderPath, in: folders.inbox)
      let trace = try System.trace(name, in: folder)
      guard trace == ready.trace, trace.kind == .regular else {
        cancel()
        desk.tracker.looked(ready.path, trace, at: instruments.time.now())
        return
      }
      if let suffix = options.readySuffix, !Self.exists(name + suffix, in: folder) {
        cancel()
        // A scan will see it again, with its mark by then.
        desk.tracker.gone(ready.path)
        return
      }
      guard System.mayRead(name, in: folder) else {
        cancel()
        return skip(ready.path, .unreadable, trace, &desk)
      }
      guard let record = try move(name, from: folder, ready, to: folders.work, &desk) else {
        cancel()
        return
      }
      if let suffix = options.readySuffix { System.removeQuietly(name + suffix, in: folder) }
      desk.tracker.gone(ready.path)
      desk.isBusySinceScan = true
      desk.isIdleTold = false
      desk.claimedCount += 1
      instruments.emit(DocumentAdmitted(ticket: record.ticket, name: record.name, bytes: record.size))
      offer(record, trace: trace, attempts: 0, permit: permit, &desk)
    } catch {
      cancel()
      claimFailed(ready, error, &desk)
    }
  }

  static func exists(_ name: [UInt8], in folder: Folder) -> Bool {
    (try? System.trace(name, in: folder)) != nil
  }

  private func claimFailed(_ ready: StabilityTracker.Ready, _ error: SpoolError, _ desk: inout ClaimDesk) {
    if case .system(let reason) = error.kind { return pause(reason, error, &desk) }
    desk.tracker.gone(ready.path)
    desk.opener.forget()
    if error.kind != .missing { skip(ready.path, .closedFolder, ready.trace, &desk) }
  }

  /// Moves a file into a new item; nil when it is gone or cannot be moved.
  private func move(
    _ name: [UInt8], from folder: Folder, _ ready: StabilityTracker.Ready, to work: Folder, _ desk: inout ClaimDesk
  ) throws(SpoolError) -> ItemRecord? {
    let wall = instruments.time.wall()
    let age = Duration.nanoseconds(Int64(clamping: instruments.time.now().nanoseconds(since: ready.firstSeen)))
    let record = ItemRecord(
      ticket: desk.mint.next(at: wall), path: ready.path, pipeline: pipeline(of: ready.path), size: ready.trace.size,
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
      case .missing: desk.tracker.gone(ready.path)
      default: skip(ready.path, .unmovable, ready.trace, &desk)
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
    _ desk: inout ClaimDesk
  ) {
    let work = folders.withLock { $0.work }
    let path = ItemFolder.originalPath(Array(record.ticket.utf8), record.name)
    let now = try? System.trace(path, in: work)
    let claimed = Claimed(
      ticket: record.ticket, name: record.name, path: record.path, pipeline: record.pipeline,
      size: now?.size ?? record.size, received: record.received, claimedAt: instruments.time.now(),
      attempts: attempts, permit: permit ?? 0, isAskedFor: record.isAskedFor, isAlone: isAlone, trace: trace ?? now)
    if let rejection = Self.ownRejection(claimed, now, options) {
      if let permit { desk.port?.cancel(permit) }
      rejectHere(claimed, rejection, &desk)
    } else if permit == nil {
      // It was empty or too large when it was seen, and is not any more: its turn comes with credit.
      desk.returned.append(claimed)
    } else {
      desk.outstanding.insert(claimed.ticket)
      desk.port?.claimed(claimed)
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

  func rejectHere(_ claimed: Claimed, _ rejection: Rejection, _ desk: inout ClaimDesk) {
    desk.ownRejections += 1
    enqueue(
      Job(claimed: claimed, kind: .reject(rejection)) { _ in
        self.claims.async { desk in
          desk.ownRejections -= 1
          self.endTurn(&desk)
        }
      })
  }

  private func takeBack(_ deferred: ClaimDesk.Deferred, permit: UInt64, _ desk: inout ClaimDesk) {
    let folders = folders.withLock { $0 }
    let ticket = Array(deferred.record.ticket.utf8)
    do throws(SpoolError) {
      try System.rename(ticket, in: folders.deferred, to: ticket, in: folders.work)
      offer(deferred.record, trace: nil, attempts: deferred.attempts, permit: permit, &desk)
    } catch {
      desk.port?.cancel(permit)
      if case .missing = error.kind { return }
      desk.deferred.insert(deferred, at: instruments.time.now().adding(options.probeInterval))
      pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &desk)
    }
  }

  // MARK: - After a crash

  private func offerAlone(_ desk: inout ClaimDesk) {
    let item = desk.recovered[0]
    let permit: UInt64
    switch desk.port?.reserve(item.record.size) {
    case .granted(let number): permit = number
    default: return
    }
    let work = folders.withLock { $0.work }
    do throws(SpoolError) {
      try ItemFolder.markAttempt(Array(item.record.ticket.utf8), number: item.attempts, in: work)
    } catch {
      desk.port?.cancel(permit)
      if error.kind == .missing {
        desk.recovered.removeFirst()
      } else {
        pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &desk)
      }
      return
    }
    desk.recovered.removeFirst()
    desk.alone = (item.record.ticket, item.attempts)
    offer(item.record, trace: nil, attempts: item.attempts, permit: permit, isAlone: true, &desk)
    // It was rejected on the spot.
    if !desk.outstanding.contains(item.record.ticket) { desk.alone = nil }
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
