import Instrumentation

/// What an earlier run left behind.
extension Spool {
  /// Finds items in `work/` and `deferred/`. Those that were in flight are offered one at a time, those tried least
  /// first, so that one that kills the process keeps no healthy one waiting; after three kills it is given up.
  func recover(_ queue: inout ClaimQueue) {
    let folders = folders.withLock { $0 }
    var poison = 0
    // A run that was cut off in the middle of a probe leaves an empty folder.
    try? System.removeFolder(Folders.trial, in: folders.work)
    do throws(SpoolError) {
      for ticket in try DirectoryStream.names([0x2e], in: folders.work).sorted(by: { $0.lexicographicallyPrecedes($1) })
      where TicketMint.time(of: String(decoding: ticket, as: UTF8.self)) != nil {
        // None when it is gone meanwhile: another daemon (a network file system that lost the lock) has settled it.
        guard let contents = try ifThere({ () throws(SpoolError) in try ItemFolder.contents(ticket, in: folders.work) })
        else { continue }
        guard let record = Self.record(ticket, contents) else {
          // The claim had made the folder and not yet moved the file, or the file was taken away by hand.
          ItemFolder.clear(ticket, in: folders.work)
          continue
        }
        if contents.attempts >= options.poisonAttempts {
          poison += 1
          rejectPoison(record, attempts: contents.attempts, &queue)
        } else {
          queue.recovered.append(.init(record: record, attempts: contents.attempts))
        }
      }
      queue.recovered.sort { ($0.attempts, $0.record.ticket) < ($1.attempts, $1.record.ticket) }
      try recoverDeferred(folders, &queue)
    } catch {
      pause(Committer.pauseReason(of: error) ?? .inputOutput, error, &queue)
    }
    if !queue.recovered.isEmpty || poison > 0 || !queue.deferred.isEmpty || !queue.asked.isEmpty {
      instruments.emit(
        ItemsRecovered(
          inFlight: queue.recovered.count + poison, poison: poison, deferred: queue.deferred.count + queue.asked.count))
    }
  }

  private func ifThere<Value>(_ body: () throws(SpoolError) -> Value) throws(SpoolError) -> Value? {
    do throws(SpoolError) {
      return try body()
    } catch {
      if error.kind == .missing { return nil }
      throw error
    }
  }

  private func recoverDeferred(_ folders: Folders, _ queue: inout ClaimQueue) throws(SpoolError) {
    let now = instruments.time.now()
    let wall = instruments.time.wall()
    for ticket in try DirectoryStream.names([0x2e], in: folders.deferred)
    where TicketMint.time(of: String(decoding: ticket, as: UTF8.self)) != nil {
      guard
        let contents = try ifThere({ () throws(SpoolError) in try ItemFolder.contents(ticket, in: folders.deferred) })
      else { continue }
      guard let record = Self.record(ticket, contents) else { continue }
      let attempt = contents.retry?.attempt ?? 1
      // The date may have been set since: never wait longer than its back-off was.
      let delays = options.retryDelays
      let longest = delays.isEmpty ? .zero : delays[min(max(attempt, 1), delays.count) - 1]
      let wait = min(contents.retry.map { wall.remaining(until: $0.notBefore) } ?? .zero, longest)
      if record.isAskedFor {
        queue.asked.insert(.init(record: record, attempts: attempt), at: now)
      } else {
        queue.deferred.insert(.init(record: record, attempts: attempt), at: now.adding(wait))
      }
    }
  }

  /// What is known of an item; nil when it has no original. A torn record is made up from names and the ticket's time.
  static func record(_ ticket: [UInt8], _ contents: ItemFolder.Contents) -> ItemRecord? {
    guard let name = contents.originalName else { return nil }
    let text = String(decoding: ticket, as: UTF8.self)
    if var record = contents.record, record.name == name {
      record.pipeline = contents.pipeline ?? record.pipeline
      record.isAskedFor = contents.isAskedFor
      return record
    }
    let received = TicketMint.time(of: text) ?? WallTime(seconds: 0)
    let folder = contents.pipeline.map { Array($0.utf8) } ?? []
    var record = ItemRecord(
      ticket: text, path: InboxPath.joined(folder, name), pipeline: contents.pipeline, size: 0, received: received,
      firstSeen: received)
    record.isAskedFor = contents.isAskedFor
    return record
  }

  private func rejectPoison(_ record: ItemRecord, attempts: Int, _ queue: inout ClaimQueue) {
    let claimed = Claimed(
      ticket: record.ticket, name: record.name, path: record.path, pipeline: record.pipeline, size: record.size,
      received: record.received, claimedAt: instruments.time.now(), attempts: attempts, permit: 0, isAskedFor: false,
      isAlone: false, trace: nil)
    rejectHere(
      claimed,
      Rejection(
        class: .poison,
        message: "The process was killed \(attempts) times while it worked on this document and on nothing else.",
        remedy: "Look for a crash or lack of memory in the journal; report the document."),
      &queue)
  }

  /// Takes away the mark of the item that has work to itself.
  func unmark(_ alone: (ticket: String, mark: Int)) {
    ItemFolder.unmarkAttempt(Array(alone.ticket.utf8), number: alone.mark, in: folders.withLock { $0.work })
  }
}
