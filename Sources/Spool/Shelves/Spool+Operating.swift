import Instrumentation

/// The operator's verbs on a daemon that runs. They block, on the caller's thread; the daemon learns of what they moved.
extension Spool {
  /// Puts failed and waiting items in line for another try; see ``StoppedSpool/retry(_:isTrial:)``.
  public func retry(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> ShelfChange {
    let change = try work(isTrial: isTrial).retry(choice)
    takeUp(change)
    return change
  }

  /// Puts finished items in line again; see ``StoppedSpool/reprocess(_:isTrial:)``.
  public func reprocess(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> ShelfChange {
    let change = try work(isTrial: isTrial).reprocess(choice)
    takeUp(change)
    return change
  }

  /// Moves items out of the way; see ``StoppedSpool/drop(_:reason:by:isTrial:)``.
  public func drop(_ choice: ItemChoice, reason: String, by: String, isTrial: Bool) throws(SpoolError) -> ShelfChange {
    let change = try work(isTrial: isTrial).drop(choice, reason: reason, by: by)
    takeUp(change)
    return change
  }

  /// Removes originals from `done/` that were kept for so many days; returns how many, or nil while the date has just
  /// leapt and cannot be trusted to tell. Blocking; for one caller at a time.
  public func clearDone(keeping days: Int) throws(SpoolError) -> Int? {
    let folders = folders.withLock { $0 }
    let wall = instruments.time.wall()
    let newest = try DoneDays.newest(before: wall, in: folders)
    let now = instruments.time.now()
    let isTrusted = retention.withLock {
      $0.trusts(wall, at: now, newest: newest, kept: .seconds((days + 1) * 86_400))
    }
    guard isTrusted else { return nil }
    return try DoneDays.clear(before: wall.adding(.seconds(-days * 86_400)), in: folders)
  }

  /// Brings the number of failed items in the metrics up to date. Reads the names in `failed/`: blocking.
  public func countFailed() {
    let shelves = SpoolShelves(folders: folders.withLock { $0 })
    guard let count = try? shelves.count(of: .failed) else { return }
    instruments.metrics.set(.items(.failed), to: Double(count))
  }

  private func work(isTrial: Bool) throws(SpoolError) -> ShelfWork {
    ShelfWork(folders: try refreshedFolders(), time: instruments.time.wall(), isTrial: isTrial)
  }

  private func takeUp(_ change: ShelfChange) {
    if !change.lines.isEmpty {
      commits.async { commits in
        for line in change.lines { commits.committer.addLine(line) }
        self.writeLedger(&commits)
      }
    }
    if change.tickets.isEmpty { return }
    claims.async { queue in
      // What waited for its time waits no more, and is not offered twice; what was dropped is forgotten.
      let moved = Set(change.tickets)
      _ = queue.deferred.remove { moved.contains($0.record.ticket) }
      _ = queue.asked.remove { moved.contains($0.record.ticket) }
      let now = self.instruments.time.now()
      for record in change.asked { queue.asked.insert(.init(record: record, attempts: 0), at: now) }
      queue.isIdleTold = false
      self.endTurn(&queue)
    }
  }
}
