import Instrumentation

/// The operator's verbs on a daemon that runs. They block, on the caller's thread; the daemon learns of what they moved.
extension Spool {
  /// Puts failed and waiting items in line for another try; see ``StoppedSpool/retry(_:isTrial:)``.
  public func retry(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> MoveResult {
    let result = try moves(isTrial: isTrial).retry(choice)
    takeUp(result)
    return result
  }

  /// Puts finished items in line again; see ``StoppedSpool/reprocess(_:isTrial:)``.
  public func reprocess(_ choice: ItemChoice, isTrial: Bool) throws(SpoolError) -> MoveResult {
    let result = try moves(isTrial: isTrial).reprocess(choice)
    takeUp(result)
    return result
  }

  /// Moves items out of the way; see ``StoppedSpool/drop(_:reason:by:isTrial:)``.
  public func drop(_ choice: ItemChoice, reason: String, by: String, isTrial: Bool) throws(SpoolError) -> MoveResult {
    let result = try moves(isTrial: isTrial).drop(choice, reason: reason, by: by)
    takeUp(result)
    return result
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
    let contents = SpoolContents(folders: folders.withLock { $0 })
    guard let count = try? contents.count(of: .failed) else { return }
    instruments.metrics.set(.items(.failed), to: Double(count))
  }

  private func moves(isTrial: Bool) throws(SpoolError) -> OperatorMoves {
    OperatorMoves(folders: try refreshedFolders(), time: instruments.time.wall(), isTrial: isTrial)
  }

  private func takeUp(_ result: MoveResult) {
    if !result.lines.isEmpty {
      commits.async { commits in
        for line in result.lines { commits.committer.addLine(line) }
        self.writeLedger(&commits)
      }
    }
    if result.tickets.isEmpty { return }
    claims.async { queue in
      // What waited for its time waits no more, and is not offered twice; what was dropped is forgotten.
      let moved = Set(result.tickets)
      _ = queue.deferred.remove { moved.contains($0.record.ticket) }
      _ = queue.asked.remove { moved.contains($0.record.ticket) }
      let now = self.instruments.time.now()
      for record in result.asked { queue.asked.insert(.init(record: record, attempts: 0), at: now) }
      queue.isIdleTold = false
      self.endTurn(&queue)
    }
  }
}
