import Instrumentation

/// What the machine refuses is never a document's fault: claiming pauses, and goes on by itself when a probe succeeds.
extension Spool {
  /// Pauses for what the machine refused, and counts it each time.
  func pause(_ reason: PauseReason, _ error: SpoolError, _ queue: inout ClaimQueue) {
    if error.code != 0 { instruments.metrics.count(.machineErrors(error.machineOperation, error.refusal)) }
    pause(reason, error.description, &queue)
  }

  func pause(_ reason: PauseReason, _ message: String, _ queue: inout ClaimQueue) {
    let now = instruments.time.now()
    if reason != .operator && queue.nextProbe == nil { queue.nextProbe = now.adding(options.probeInterval) }
    guard queue.pauses[reason] == nil else { return }
    queue.pauses[reason] = .init(since: now, message: message)
    instruments.emit(SpoolPaused(reason: reason, message: message))
  }

  func endPause(_ reason: PauseReason, _ queue: inout ClaimQueue) {
    guard let pause = queue.pauses.removeValue(forKey: reason) else { return }
    instruments.emit(
      SpoolResumed(reason: reason, paused: instruments.time.now().nanoseconds(since: pause.since)))
    if !queue.pauses.isEmpty { instruments.metrics.set(.paused, to: 1) }
  }

  func probeIfDue(_ queue: inout ClaimQueue, at now: Moment) {
    guard let probe = queue.nextProbe, probe <= now, !queue.isProbing, !queue.isEnding else { return }
    queue.isProbing = true
    queue.nextProbe = now.adding(options.probeInterval)
    commits.async { commits in
      let refusal = self.probe(&commits)
      self.claims.async { queue in self.probed(refusal, &queue) }
    }
  }

  private func probed(_ refusal: SpoolError?, _ queue: inout ClaimQueue) {
    queue.isProbing = false
    let now = instruments.time.now()
    if let refusal {
      let reason = Committer.pauseReason(of: refusal) ?? .inputOutput
      pause(reason, refusal, &queue)
      // What was refused may be another thing by now; one reason at a time is told.
      for old in queue.pauses.keys where old != reason && old != .operator { endPause(old, &queue) }
      queue.nextProbe = now.adding(options.probeInterval)
    } else {
      for reason in queue.pauses.keys where reason != .operator { endPause(reason, &queue) }
      queue.nextProbe = nil
      queue.opener.forget()
      // What could not be looked at meanwhile was passed by.
      requestScan(.resumed, &queue)
    }
    endTurn(&queue)
  }

  /// Tries on the commit queue whether what was refused is possible again; nil when it is.
  private func probe(_ commits: inout CommitQueue) -> SpoolError? {
    do throws(SpoolError) {
      let folders = try refreshedFolders()
      if let error = Self.lackOfSpace(in: folders, options) { return error }
      // As much as is waiting, so that the disk is not called well before it can take that.
      let bytes = commits.heldBytes
      let name = Folders.probe
      System.removeQuietly(name, in: folders.outgoing)
      do throws(SpoolError) {
        try System.write([UInt8](repeating: 0x20, count: bytes), as: name, in: folders.outgoing, synced: true)
      } catch {
        System.removeQuietly(name, in: folders.outgoing)
        throw error
      }
      try System.remove(name, in: folders.outgoing)
      let trial = Folders.trial
      try System.ensureFolder(trial, in: folders.work)
      try System.removeFolder(trial, in: folders.work)
      if !commits.areMovesChecked {
        try folders.checkMoves()
        commits.areMovesChecked = true
      }
      commits.committer.reopen()
      commits.refusal = nil
      process(&commits)
      // What was probed may be allowed, and the next thing of a commit refused: then the pause is not over.
      return commits.refusal
    } catch {
      return error
    }
  }

  /// The folders as they are now.
  func refreshedFolders() throws(SpoolError) -> Folders {
    let current = folders.withLock { $0 }
    if current.areCurrent { return current }
    let root = try System.openFolder(options.root, in: nil)
    let fresh = try Folders(root: root)
    folders.withLock { $0 = fresh }
    return fresh
  }

  func reopenFoldersIfReplaced(_ queue: inout ClaimQueue) {
    do throws(SpoolError) {
      let before = folders.withLock { $0 }
      if before.areCurrent { return }
      _ = try refreshedFolders()
    } catch {
      pause(Committer.pauseReason(of: error) ?? .missingFolder, error, &queue)
    }
  }

  // MARK: - Reserve of space

  /// Once a second, before claiming: is there more than the reserve?
  func checkSpace(_ queue: inout ClaimQueue, at now: Moment) {
    if let last = queue.spaceChecked, now < last.adding(.seconds(1)) { return }
    queue.spaceChecked = now
    let folders = folders.withLock { $0 }
    if let free = try? System.freeSpace(of: folders.out) {
      instruments.metrics.set(.diskFreeBytes, to: Double(free.bytes))
      if let inodes = free.inodes { instruments.metrics.set(.diskFreeInodes, to: Double(inodes)) }
    }
    if let error = Self.lackOfSpace(in: folders, options) { pause(.lowSpace, error, &queue) }
  }

  static func lackOfSpace(in folders: Folders, _ options: SpoolOptions) -> SpoolError? {
    guard let free = try? System.freeSpace(of: folders.out) else { return nil }
    let hasBytes = free.bytes >= options.minimumFreeBytes
    let hasInodes = (free.inodes ?? .max) >= options.minimumFreeInodes
    if hasBytes && hasInodes { return nil }
    return SpoolError(
      kind: .system(.lowSpace), operation: "checking the free space of", subject: EscapedName.text(folders.out.display),
      reason: hasBytes
        ? "\(free.inodes ?? 0) inodes are free, the reserve is \(options.minimumFreeInodes)"
        : "\(free.bytes) bytes are free, the reserve is \(options.minimumFreeBytes)",
      remedy: "Free space; work goes on by itself.")
  }
}
