import Instrumentation

/// Carries finished items out of `work/`, several at a time, in an order that never loses one.
///
/// A: outputs are written to `out/.tmp` and made durable. B: they are renamed into `out/`, the record last, and the
/// folder is synced. C: the item is renamed into `done/` (or `failed/`, `deferred/`), and both folders are synced. D: the
/// ledger gets a line. A crash before B leaves nothing in `out/`; between B and C the work is done again and gives the
/// same names and bytes; after C all is finished.
struct Committer: ~Copyable {
  /// How a batch ended.
  enum Outcome {
    case committed(results: [Result<Void, SpoolError>])
    /// The machine refuses a service: nothing of the batch counts, all of it is to be done again.
    case refused(PauseReason, SpoolError)
  }

  let durability: Durability
  private let instruments: Instruments
  private let deliveries: Deliveries
  /// Ends the names of our outputs until they are complete. Two daemons on one spool (a lock that a network file
  /// system lost) may commit the same item at the same moment: neither may find the other's half in its place.
  private let run = String(UInt64.random(in: .min ... .max), radix: 16)
  private var ledger = Ledger()
  private var doneDay: (day: String, folder: Folder)?

  init(durability: Durability, deliveries: Deliveries, instruments: Instruments) {
    self.durability = durability
    self.deliveries = deliveries
    self.instruments = instruments
  }

  var hasUnsyncedLedger: Bool { ledger.isDirty }

  /// The reason to pause for, when an error of a commit is not the document's own.
  static func pauseReason(of error: SpoolError) -> PauseReason? {
    switch error.kind {
    case .system(let reason): reason
    case .permission: .permission
    case .missing, .layout: .missingFolder
    default: nil
    }
  }

  /// Commits a batch. Each job gets its own result; an error of the machine stops the whole batch.
  mutating func commit(_ jobs: [Job], in folders: Folders, at time: WallTime) -> Outcome {
    var results: [Result<Void, SpoolError>] = Array(repeating: .success(()), count: jobs.count)
    do throws(SpoolError) {
      try attempt(jobs, in: folders, at: time, results: &results)
    } catch {
      clearTemporaries(of: jobs, in: folders)
      doneDay = nil
      return .refused(Self.pauseReason(of: error) ?? .inputOutput, error)
    }
    addLines(jobs, results: results, at: time)
    return .committed(results: results)
  }

  private mutating func attempt(
    _ jobs: [Job], in folders: Folders, at time: WallTime, results: inout [Result<Void, SpoolError>]
  ) throws(SpoolError) {
    for (number, job) in jobs.enumerated() {
      try each(&results[number]) { () throws(SpoolError) in try self.write(job, in: folders, at: time) }
    }
    // One call makes all files of the group durable; each file for itself would cost a journal commit apiece.
    if durability == .group { try timed { () throws(SpoolError) in try System.syncFileSystem(of: folders.out) } }
    var hasRenamed = false
    for (number, job) in jobs.enumerated() {
      guard case .deliver(let delivery) = job.kind, case .success = results[number] else { continue }
      try each(&results[number]) { () throws(SpoolError) in
        for (position, output) in delivery.outputs.enumerated() {
          try System.rename(
            temporary(job, position), in: folders.outgoing, to: output.fileName, in: folders.out)
        }
      }
      hasRenamed = true
    }
    if hasRenamed && durability != .relaxed { try sync(folders.out) }
    var touched: [Folder] = []
    for (number, job) in jobs.enumerated() {
      guard case .success = results[number] else { continue }
      let target = try target(of: job, in: folders, at: time)
      if !touched.contains(where: { $0 === target }) { touched.append(target) }
      try each(&results[number]) { () throws(SpoolError) in try self.move(job, to: target, in: folders) }
    }
    if durability != .relaxed && !touched.isEmpty {
      for folder in touched { try sync(folder) }
      try sync(folders.work)
    }
  }

  private func sync(_ folder: Folder) throws(SpoolError) {
    try timed { () throws(SpoolError) in try System.sync(folder) }
  }

  private func timed(_ body: () throws(SpoolError) -> Void) throws(SpoolError) {
    let began = instruments.time.now()
    try body()
    instruments.metrics.record(instruments.time.now().nanoseconds(since: began), in: .syncDuration)
  }

  /// Runs a step for one job: its own errors become its result, the machine's go on up.
  private func each(
    _ result: inout Result<Void, SpoolError>, _ body: () throws(SpoolError) -> Void
  ) throws(SpoolError) {
    do throws(SpoolError) {
      try body()
    } catch {
      if Self.pauseReason(of: error) != nil { throw error }
      result = .failure(error)
    }
  }

  // MARK: - Steps

  private func write(_ job: Job, in folders: Folders, at time: WallTime) throws(SpoolError) {
    let item = Array(job.claimed.ticket.utf8)
    switch job.kind {
    case .deliver(let delivery):
      for (position, output) in delivery.outputs.enumerated() {
        let name = temporary(job, position)
        System.removeQuietly(name, in: folders.outgoing)
        try System.write(output.bytes, as: name, in: folders.outgoing, synced: durability == .strict)
      }
    case .reject(let rejection):
      try writeNote("reason.json", Self.reason(job, rejection, at: time), item: item, in: folders)
    case .putBack(let failure, let delay):
      let note = RetryNote(attempt: job.claimed.attempts + 1, notBefore: time.adding(delay), failure: failure)
      try writeNote(RetryNote.fileName, note.bytes, item: item, in: folders)
    case .forget:
      break
    }
  }

  private func writeNote(_ name: String, _ bytes: [UInt8], item: [UInt8], in folders: Folders) throws(SpoolError) {
    let path = item + [0x2f] + Array(name.utf8)
    System.removeQuietly(path, in: folders.work)
    do throws(SpoolError) {
      try System.write(bytes, as: path, in: folders.work, synced: durability == .strict)
    } catch {
      // Another daemon settles the same item, and one note is enough.
      if error.isTaken || Self.hasVanished(item, error, in: folders) { return }
      throw error
    }
  }

  private func move(_ job: Job, to target: Folder, in folders: Folders) throws(SpoolError) {
    let item = Array(job.claimed.ticket.utf8)
    if case .forget = job.kind {
      ItemFolder.clear(item, in: folders.work)
      return
    }
    do throws(SpoolError) {
      try System.rename(item, in: folders.work, to: item, in: target)
    } catch {
      // Somebody took the item out of `work/` by hand; its outputs are there, and nothing is left to move.
      if Self.hasVanished(item, error, in: folders) { return }
      throw error
    }
  }

  private static func hasVanished(_ item: [UInt8], _ error: SpoolError, in folders: Folders) -> Bool {
    guard error.kind == .missing, folders.areCurrent else { return false }
    do throws(SpoolError) {
      _ = try System.trace(item, in: folders.work)
      return false
    } catch {
      return error.kind == .missing
    }
  }

  private mutating func target(of job: Job, in folders: Folders, at time: WallTime) throws(SpoolError) -> Folder {
    switch job.kind {
    case .deliver: return try dayFolder(in: folders, at: time)
    case .reject, .forget: return folders.failed
    case .putBack: return folders.deferred
    }
  }

  /// `done/YYYY/MM/DD`, made when the day is new.
  private mutating func dayFolder(in folders: Folders, at time: WallTime) throws(SpoolError) -> Folder {
    let day = DoneDays.text(of: time)
    if let doneDay, doneDay.day == day { return doneDay.folder }
    let folder = try DoneDays.made(time, in: folders, synced: durability != .relaxed)
    doneDay = (day, folder)
    return folder
  }

  private func temporary(_ job: Job, _ position: Int) -> [UInt8] {
    Array("\(job.claimed.ticket).\(position).\(run)".utf8)
  }

  private func clearTemporaries(of jobs: [Job], in folders: Folders) {
    for job in jobs {
      guard case .deliver(let delivery) = job.kind else { continue }
      for position in delivery.outputs.indices {
        System.removeQuietly(temporary(job, position), in: folders.outgoing)
      }
    }
  }

  // MARK: - Ledger

  private mutating func addLines(_ jobs: [Job], results: [Result<Void, SpoolError>], at time: WallTime) {
    for (job, result) in zip(jobs, results) {
      guard case .success = result else { continue }
      var fields = Fields()
      switch job.kind {
      case .deliver(let delivery):
        let id = String(decoding: delivery.id, as: UTF8.self)
        fields.add("event", "delivered")
        fields.add("id", id)
        if let origin = delivery.origin {
          let first = origin.content.flatMap(deliveries.first(of:))
          fields.add("ruleset", origin.ruleset)
          fields.add("sha256", origin.content)
          if first != id { fields.add("same_bytes_as", first) }
          deliveries.add(id, ruleset: origin.ruleset, content: origin.content)
        }
        fields.add("outcome", delivery.completion.rawValue)
        for (key, value) in delivery.ledger { fields.add(key, value) }
      case .reject(let rejection):
        fields.add("event", "rejected")
        fields.add("id", rejection.id.map { String(decoding: $0, as: UTF8.self) })
        fields.add("class", rejection.failure.rawValue)
      case .forget:
        fields.add("event", "vanished")
      case .putBack:
        continue
      }
      fields.add("path", EscapedName.text(job.claimed.path))
      fields.add("path_base64", Base64.text(job.claimed.path))
      fields.add("bytes", job.claimed.size)
      fields.add("received", job.claimed.received.iso8601)
      fields.add("finished", time.iso8601)
      ledger.add(LedgerLine.bytes(ticket: job.claimed.ticket, fields))
    }
  }

  /// Adds lines for items whose end an earlier run did not get to write down.
  mutating func addLine(_ line: [UInt8]) {
    ledger.add(line)
  }

  /// Writes the lines that are due; what cannot be written is kept for the next time.
  mutating func flushLedger(into folder: Folder, at time: WallTime) throws(SpoolError) {
    try ledger.flush(into: folder, at: time, instruments: instruments)
  }

  /// Makes the ledger durable.
  mutating func syncLedger() throws(SpoolError) {
    if durability != .relaxed { try ledger.sync() }
  }

  /// Forgets open files and folders, since they were replaced or failed.
  mutating func reopen() {
    doneDay = nil
    ledger.close()
  }

  private static func reason(_ job: Job, _ rejection: Rejection, at time: WallTime) -> [UInt8] {
    var fields = Fields()
    fields.add("class", rejection.failure.rawValue)
    fields.add("stage", rejection.stage)
    fields.add("message", rejection.message)
    fields.add("remedy", rejection.remedy)
    fields.add("id", rejection.id.map { String(decoding: $0, as: UTF8.self) })
    fields.add("path", EscapedName.text(job.claimed.path))
    fields.add("path_base64", Base64.text(job.claimed.path))
    fields.add("bytes", job.claimed.size)
    fields.add("attempts", job.claimed.attempts + 1)
    fields.add("received", job.claimed.received.iso8601)
    fields.add("when", time.iso8601)
    var line: [UInt8] = []
    FlatJSONWriter.append(fields, to: &line)
    line.append(0x0a)
    return line
  }
}
