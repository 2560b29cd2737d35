import Instrumentation

/// Finding files: a scan is the truth, the kernel's events only make it sooner.
extension Spool {
  private static let sliceLength = 512

  // MARK: - Watching

  func startWatching(_ queue: inout ClaimQueue) {
    do throws(SpoolError) {
      let claims = claims
      queue.watch = try Watch(queue: claims.queue) { [weak self] in
        claims.async { [weak self] queue in self?.watchReady(&queue) }
      }
    } catch {
      watchingFailed(error, &queue)
    }
  }

  /// Told once until all is watched again: each scan tries anew, and each folder may fail.
  private func watchingFailed(_ error: SpoolError, _ queue: inout ClaimQueue) {
    queue.isUnwatched = true
    if queue.isUnwatchedTold { return }
    queue.isUnwatchedTold = true
    let isLimit = error.kind == .system(.noSpace) || error.kind == .system(.exhausted)
    let advice = isLimit ? " Raise fs.inotify.max_user_watches and max_user_instances with sysctl." : ""
    instruments.emit(WatchUnavailable(message: "While \(error.operation) \(error.subject): \(error.reason).\(advice)"))
  }

  private func watchReady(_ queue: inout ClaimQueue) {
    let events = queue.watch?.events() ?? []
    if events.isEmpty { return }
    let inbox = folders.withLock { $0.inbox }
    for event in events {
      switch event {
      case .movedIn(let folder, let name):
        found(folder, name, kind: nil, movedIn: true, via: .watch, inbox: inbox, &queue)
      case .closed(let folder, let name):
        found(folder, name, kind: nil, movedIn: false, via: .watch, inbox: inbox, &queue)
      case .appeared(let folder, let name):
        guard !options.ignore.matches(name), isWhole(name, in: folder, inbox: inbox, &queue) else { break }
        found(folder, name, kind: nil, movedIn: false, via: .watch, inbox: inbox, &queue)
      case .folderAppeared(let path):
        // One of this name that was open is another one, and as long as it is open nobody tells of its end.
        queue.opener.forget()
        if !options.ignore.matches(InboxPath.split(path).name) { appeared(path, inbox: inbox, &queue) }
      case .folderGone:
        queue.opener.forget()
        requestScan(.folderGone, &queue)
      case .overflowed:
        instruments.emit(WatchOverflowed())
        requestScan(.overflow, &queue)
      }
    }
    endTurn(&queue)
  }

  // MARK: - Scanning

  /// Asks for a whole scan that begins after now: one under way may have passed by what is to be found.
  func requestScan(_ reason: RescanReason, _ queue: inout ClaimQueue) {
    queue.scanRequested = queue.scanRequested ?? reason
    queue.nextScan = instruments.time.now()
  }

  func beginScan(_ queue: inout ClaimQueue) {
    let now = instruments.time.now()
    queue.opener.forget()
    reopenFoldersIfReplaced(&queue)
    queue.skipped.passBegan()
    queue.scanBegan = now
    queue.isBusySinceScan = false
    queue.scanReason = queue.hasScanned ? queue.scanRequested ?? .interval : .startup
    queue.scanRequested = nil
    queue.isUnwatched = queue.watch == nil
    queue.walk = InboxWalk(from: [], ignore: options.ignore, depthLimit: options.depthLimit)
  }

  /// Goes on with a scan by one slice, or begins one that is due.
  func scan(_ queue: inout ClaimQueue, at now: Moment) {
    if queue.isStopped { return }
    if queue.walk == nil, !queue.appeared.isEmpty {
      queue.walk = InboxWalk(
        from: queue.appeared.removeLast(), ignore: options.ignore, depthLimit: options.depthLimit)
    }
    if queue.walk == nil {
      guard queue.nextScan <= now else { return }
      beginScan(&queue)
    }
    let inbox = folders.withLock { $0.inbox }
    for _ in 0..<Self.sliceLength {
      // What has no room now is found by the next slice: the stream stands where it stood.
      if queue.tracker.isFull { return }
      guard let step = queue.walk?.next(opening: &queue.opener, inbox: inbox) else { return }
      switch step {
      case .entry(let folder, let name, let kind):
        found(folder, name, kind: kind, movedIn: false, via: .scan, inbox: inbox, &queue)
      case .folder(let path): enter(path, inbox: inbox, &queue)
      case .closed(let path, let error): folderFailed(path, error, inbox: inbox, &queue)
      case .tooDeep(let path): skip(path, .tooDeep, inbox: inbox, &queue)
      case .end:
        endWalk(&queue)
        return
      }
    }
    turnAgain(&queue)
  }

  private func endWalk(_ queue: inout ClaimQueue) {
    let isFull = queue.walk?.isFull ?? false
    queue.walk = nil
    if !queue.appeared.isEmpty { turnAgain(&queue) }
    guard isFull else { return }
    let now = instruments.time.now()
    queue.scanTook = now.nanoseconds(since: queue.scanBegan)
    if queue.scanRequested == nil {
      queue.nextScan = now.adding(isRemote ? options.remoteRescanInterval : options.rescanInterval)
    }
    queue.hasScanned = true
    if !queue.isUnwatched { queue.isUnwatchedTold = false }
    queue.skipped.passEnded()
    instruments.metrics.count(.rescans(queue.scanReason))
    instruments.metrics.record(queue.scanTook, in: .rescanDuration)
  }

  private func enter(_ path: [UInt8], inbox: Folder, _ queue: inout ClaimQueue) {
    do throws(SpoolError) {
      let folder = try queue.opener.folder(path, in: inbox)
      do throws(SpoolError) {
        try queue.watch?.add(folder, path: path)
      } catch {
        watchingFailed(error, &queue)
      }
      try queue.walk?.enter(opening: &queue.opener, inbox: inbox)
    } catch {
      folderFailed(path, error, inbox: inbox, &queue)
    }
  }

  private func folderFailed(_ path: [UInt8], _ error: SpoolError, inbox: Folder, _ queue: inout ClaimQueue) {
    switch error.kind {
    case .system(let reason): pause(reason, error, &queue)
    case .missing: queue.opener.forget()
    default:
      let (parent, name) = InboxPath.split(path)
      guard !name.isEmpty, let trace = try? System.trace(name, in: queue.opener.folder(parent, in: inbox))
      else { return }
      if trace.kind == .folder { return skip(path, .closedFolder, trace, &queue) }
      // It was a folder when it was listed, and something else has taken its place.
      found(parent, name, kind: trace.kind, movedIn: false, via: .scan, inbox: inbox, &queue)
    }
  }

  // MARK: - Single files

  /// Takes note of a name, whoever told of it.
  private func found(
    _ folder: [UInt8], _ name: [UInt8], kind: FileKind?, movedIn: Bool, via: Discovery, inbox: Folder,
    _ queue: inout ClaimQueue
  ) {
    if options.ignore.matches(name) { return }
    if let suffix = options.readySuffix, isReadyMark(name) {
      // The mark has come after its file: that one is looked at now. A scan meets the file itself.
      if via == .watch {
        let file = Array(name.dropLast(suffix.count))
        found(folder, file, kind: nil, movedIn: movedIn, via: via, inbox: inbox, &queue)
      }
      return
    }
    let path = InboxPath.joined(folder, name)
    if via == .scan && queue.tracker.knows(path) { return }
    do throws(SpoolError) {
      let parent = try queue.opener.folder(folder, in: inbox)
      let trace = try System.trace(name, in: parent)
      switch trace.kind {
      case .regular: break
      case .folder: return appeared(path, inbox: inbox, &queue)
      case .link: return skip(path, .link, trace, &queue)
      case .fifo: return skip(path, .fifo, trace, &queue)
      case .socket: return skip(path, .socket, trace, &queue)
      case .device: return skip(path, .device, trace, &queue)
      }
      if queue.skipped.contains(path, trace, mayLeave: System.mayMoveFiles(from: parent)) { return }
      // Without its mark it is nobody's business yet; the mark's own arrival, or a scan, will tell.
      if let suffix = options.readySuffix, !Self.exists(name + suffix, in: parent) {
        return
      }
      switch queue.tracker.seen(path, trace, movedIn: movedIn, at: instruments.time.now()) {
      case .accepted:
        queue.isBusySinceScan = true
        queue.isIdleTold = false
        instruments.metrics.count(.filesDiscovered(via == .scan && !queue.hasScanned ? .startup : via))
        if via == .scan && queue.hasScanned { instruments.metrics.count(.rescanFound) }
      case .known: break
      // There is no room to remember it; a scan will find it when there is.
      case .full: requestScan(.full, &queue)
      }
    } catch {
      queue.tracker.gone(path)
      if case .system(let reason) = error.kind { pause(reason, error, &queue) }
    }
  }

  /// Whether a file that appeared is all there already, as one is that only got a further name (`ln`, a mail client's
  /// delivery): nobody will tell that it is complete. One that is being written will be told of when it is closed, and
  /// is not looked at before: its writer may pause for longer than files settle.
  private func isWhole(_ name: [UInt8], in folder: [UInt8], inbox: Folder, _ queue: inout ClaimQueue) -> Bool {
    guard let parent = try? queue.opener.folder(folder, in: inbox), let trace = try? System.trace(name, in: parent),
      trace.kind == .regular
    else { return false }
    if trace.links > 1 || isReadyMark(name) { return true }
    guard trace.size > 0 else { return false }
    do throws(SpoolError) {
      let file = try System.open(name, in: parent, for: .reading)
      if let isWritten = System.hasWriter(file) { return !isWritten }
    } catch {
      return false
    }
    // Somebody else's file, whose writers the kernel does not tell us. A further name changes the inode's time and not
    // that of its contents; the name outside may be gone by now.
    return trace.changed > trace.modified
  }

  /// A folder is there that was not: it is walked through next, unless it lies too deep.
  private func appeared(_ path: [UInt8], inbox: Folder, _ queue: inout ClaimQueue) {
    if InboxPath.depth(path) > options.depthLimit { return skip(path, .tooDeep, inbox: inbox, &queue) }
    queue.appeared.append(path)
  }

  func isReadyMark(_ name: [UInt8]) -> Bool {
    guard let suffix = options.readySuffix else { return false }
    return name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
  }

  /// Looks again at the files whose time to settle has passed.
  func look(_ queue: inout ClaimQueue, at now: Moment) {
    if queue.isStopped { return }
    let inbox = folders.withLock { $0.inbox }
    var count = 0
    while let path = queue.tracker.nextToLook(at: now) {
      let (folder, name) = InboxPath.split(path)
      do throws(SpoolError) {
        let trace = try System.trace(name, in: try queue.opener.folder(folder, in: inbox))
        if trace.kind == .regular {
          queue.tracker.looked(path, trace, at: now)
        } else {
          queue.tracker.gone(path)
          found(folder, name, kind: trace.kind, movedIn: false, via: .scan, inbox: inbox, &queue)
        }
      } catch {
        queue.tracker.gone(path)
        queue.opener.forget()
        if case .system(let reason) = error.kind { pause(reason, error.description, &queue) }
      }
      count += 1
      if count == Self.sliceLength * 4 { return turnAgain(&queue) }
    }
  }

  // MARK: - Leaving files alone

  func skip(_ path: [UInt8], _ reason: SkipReason, _ trace: FileTrace, _ queue: inout ClaimQueue) {
    queue.tracker.gone(path)
    let inbox = folders.withLock { $0.inbox }
    let parent = try? queue.opener.folder(InboxPath.split(path).folder, in: inbox)
    let mayLeave = parent.map(System.mayMoveFiles) ?? false
    guard queue.skipped.insert(path, trace, mayLeave: mayLeave) else { return }
    instruments.emit(FileSkipped(path: path, reason: reason, remedy: reason.remedy))
  }

  private func skip(_ path: [UInt8], _ reason: SkipReason, inbox: Folder, _ queue: inout ClaimQueue) {
    let (folder, name) = InboxPath.split(path)
    guard let parent = try? queue.opener.folder(folder, in: inbox), !name.isEmpty,
      let trace = try? System.trace(name, in: parent)
    else { return }
    skip(path, reason, trace, &queue)
  }

  /// Tells the owner once that nothing is left, after a scan that found nothing has confirmed it.
  func tellIdle(_ queue: inout ClaimQueue, at now: Moment) {
    guard queue.mayClaim, !queue.isIdleTold, queue.isQuiet else { return }
    if queue.isBusySinceScan {
      // A confirming scan costs at most a tenth of the time, however large the inbox is.
      queue.scanRequested = queue.scanRequested ?? .idle
      let pause = Duration.milliseconds(50) + .nanoseconds(Int64(clamping: queue.scanTook)) * 10
      queue.nextScan = min(queue.nextScan, max(now, queue.scanBegan.adding(pause)))
    } else {
      queue.isIdleTold = true
      queue.port?.idle()
    }
  }
}

extension SkipReason {
  /// What a person may do about it.
  var remedy: String {
    switch self {
    case .ignored: ""
    case .fifo, .device, .socket: "Only regular files are read; remove it."
    case .link: "Links are not followed; put the file itself here."
    case .unreadable: "Let the service's user read it."
    case .unmovable: "Let the service's user write to its folder."
    case .closedFolder: "Let the service's user read and enter the folder."
    case .tooDeep: "Put the folder nearer to the inbox."
    }
  }
}
