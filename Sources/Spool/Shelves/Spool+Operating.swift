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

  /// Removes the originals that were kept for so many days from `done/`; returns how many. Blocking.
  ///
  /// A date that leaps ahead is believed by one day a call only.
  public func clearDone(keeping days: Int) throws(SpoolError) -> Int {
    let date = try RetentionDate.advanced(to: instruments.time.wall(), in: folders.withLock { $0 })
    return try clearDone(before: date.adding(.seconds(-days * 86_400)))
  }

  func clearDone(before time: WallTime) throws(SpoolError) -> Int {
    try DoneDays.clear(before: time, in: folders.withLock { $0 })
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
    claims.async { desk in
      // What waited for its time waits no more, and is not offered twice; what was dropped is forgotten.
      let moved = Set(change.tickets)
      _ = desk.deferred.remove { moved.contains($0.record.ticket) }
      _ = desk.asked.remove { moved.contains($0.record.ticket) }
      let now = self.instruments.time.now()
      for record in change.asked { desk.asked.insert(.init(record: record, attempts: 0), at: now) }
      desk.isIdleTold = false
      self.endTurn(&desk)
    }
  }
}
