import Instrumentation

/// Finding files: a scan is the truth, the kernel's events only make it sooner.
extension Spool {
  private static let sliceLength = 512

  // MARK: - Watching

  func startWatching(_ desk: inout ClaimDesk) {
    do throws(SpoolError) {
      let claims = claims
      desk.watch = try Watch(queue: claims.queue) { [weak self] in
        claims.async { [weak self] desk in self?.watchReady(&desk) }
      }
    } catch {
      watchingFailed(error, &desk)
    }
  }

  /// Told once until all is watched again: each scan tries anew, and each folder may fail.
  private func watchingFailed(_ error: SpoolError, _ desk: inout ClaimDesk) {
    desk.isUnwatched = true
    if desk.isUnwatchedTold { return }
    desk.isUnwatchedTold = true
    let isLimit = error.kind == .system(.noSpace) || error.kind == .system(.exhausted)
    let advice = isLimit ? " Raise fs.inotify.max_user_watches and max_user_instances with sysctl." : ""
    instruments.emit(WatchUnavailable(message: "While \(error.operation) \(error.subject): \(error.reason).\(advice)"))
  }

  private func watchReady(_ desk: inout ClaimDesk) {
    let events = desk.watch?.events() ?? []
    if events.isEmpty { return }
    let inbox = folders.withLock { $0.inbox }
    for event in events {
      switch event {
      case .movedIn(let folder, let name):
        found(folder, name, kind: nil, movedIn: true, via: .watch, inbox: inbox, &desk)
      case .closed(let folder, let name):
        found(folder, name, kind: nil, movedIn: false, via: .watch, inbox: inbox, &desk)
      case .appeared(let folder, let name):
        guard !options.ignore.matches(name), isWhole(name, in: folder, inbox: inbox, &desk) else { break }
        found(folder, name, kind: nil, movedIn: false, via: .watch, inbox: inbox, &desk)
      case .folderAppeared(let path):
        // One of this name that was open is another one, and as long as it is open nobody tells of its end.
        desk.opener.forget()
        if !options.ignore.matches(InboxPath.split(path).name) { appeared(path, inbox: inbox, &desk) }
      case .folderGone:
        desk.opener.forget()
        requestScan(.folderGone, &desk)
      case .overflowed:
        instruments.emit(WatchOverflowed())
        requestScan(.overflow, &desk)
      }
    }
    endTurn(&desk)
  }

  // MARK: - Scanning

  /// Asks for a whole scan that begins after now: one under way may have passed by what is to be found.
  func requestScan(_ reason: RescanReason, _ desk: inout ClaimDesk) {
    desk.scanRequested = desk.scanRequested ?? reason
    desk.nextScan = instruments.time.now()
  }

  func beginScan(_ desk: inout ClaimDesk) {
    let now = instruments.time.now()
    desk.opener.forget()
    reopenFoldersIfReplaced(&desk)
    desk.skipped.passBegan()
    desk.scanBegan = now
    desk.isBusySinceScan = false
    desk.scanReason = desk.hasScanned ? desk.scanRequested ?? .interval : .startup
    desk.scanRequested = nil
    desk.isUnwatched = desk.watch == nil
    desk.walk = InboxWalk(from: [], ignore: options.ignore, depthLimit: options.depthLimit)
  }

  /// Goes on with a scan by one slice, or begins one that is due.
  func scan(_ desk: inout ClaimDesk, at now: Moment) {
    if desk.isStopped { return }
    if desk.walk == nil, !desk.appeared.isEmpty {
      desk.walk = InboxWalk(
        from: desk.appeared.removeLast(), ignore: options.ignore, depthLimit: options.depthLimit)
    }
    if desk.walk == nil {
      guard desk.nextScan <= now else { return }
      beginScan(&desk)
    }
    let inbox = folders.withLock { $0.inbox }
    for _ in 0..<Self.sliceLength {
      // What has no room now is found by the next slice: the stream stands where it stood.
      if desk.tracker.isFull { return }
      guard let step = desk.walk?.next(opening: &desk.opener, inbox: inbox) else { return }
      switch step {
      case .entry(let folder, let name, let kind):
        found(folder, name, kind: kind, movedIn: false, via: .scan, inbox: inbox, &desk)
      case .folder(let path): enter(path, inbox: inbox, &desk)
      case .closed(let path, let error): folderFailed(path, error, inbox: inbox, &desk)
      case .tooDeep(let path): skip(path, .tooDeep, inbox: inbox, &desk)
      case .end:
        endWalk(&desk)
        return
      }
    }
    turnAgain(&desk)
  }

  private func endWalk(_ desk: inout ClaimDesk) {
    let isFull = desk.walk?.isFull ?? false
    desk.walk = nil
    if !desk.appeared.isEmpty { turnAgain(&desk) }
    guard isFull else { return }
    let now = instruments.time.now()
    desk.scanTook = now.nanoseconds(since: desk.scanBegan)
    if desk.scanRequested == nil {
      desk.nextScan = now.adding(isRemote ? options.remoteRescanInterval : options.rescanInterval)
    }
    desk.hasScanned = true
    if !desk.isUnwatched { desk.isUnwatchedTold = false }
    desk.skipped.passEnded()
    instruments.metrics.count(.rescans(desk.scanReason))
    instruments.metrics.record(desk.scanTook, in: .rescanDuration)
  }

  private func enter(_ path: [UInt8], inbox: Folder, _ desk: inout ClaimDesk) {
    do throws(SpoolError) {
      let folder = try desk.opener.folder(path, in: inbox)
      do throws(SpoolError) {
        try desk.watch?.add(folder, path: path)
      } catch {
        watchingFailed(error, &desk)
      }
      try desk.walk?.enter(opening: &desk.opener, inbox: inbox)
    } catch {
      folderFailed(path, error, inbox: inbox, &desk)
    }
  }

  private func folderFailed(_ path: [UInt8], _ error: SpoolError, inbox: Folder, _ desk: inout ClaimDesk) {
    switch error.kind {
    case .system(let reason): pause(reason, error, &desk)
    case .missing: desk.opener.forget()
    default:
      let (parent, name) = InboxPath.split(path)
      guard !name.isEmpty, let trace = try? System.trace(name, in: desk.opener.folder(parent, in: inbox))
      else { return }
      if trace.kind == .folder { return skip(path, .closedFolder, trace, &desk) }
      // It was a folder when it was listed, and something else has taken its place.
      found(parent, name, kind: trace.kind, movedIn: false, via: .scan, inbox: inbox, &desk)
    }
  }

  // MARK: - Single files

  /// Takes note of a name, whoever told of it.
  private func found(
    _ folder: [UInt8], _ name: [UInt8], kind: FileKind?, movedIn: Bool, via: Discovery, inbox: Folder,
    _ desk: inout ClaimDesk
  ) {
    if options.ignore.matches(name) { return }
    if let suffix = options.readySuffix, isReadyMark(name) {
      // The mark has come after its file: that one is looked at now. A scan meets the file itself.
      if via == .watch {
        let file = Array(name.dropLast(suffix.count))
        found(folder, file, kind: nil, movedIn: movedIn, via: via, inbox: inbox, &desk)
      }
      return
    }
    let path = InboxPath.joined(folder, name)
    if via == .scan && desk.tracker.knows(path) { return }
    do throws(SpoolError) {
      let parent = try desk.opener.folder(folder, in: inbox)
      let trace = try System.trace(name, in: parent)
      switch trace.kind {
      case .regular: break
      case .folder: return appeared(path, inbox: inbox, &desk)
      case .link: return skip(path, .link, trace, &desk)
      case .fifo: return skip(path, .fifo, trace, &desk)
      case .socket: return skip(path, .socket, trace, &desk)
      case .device: return skip(path, .device, trace, &desk)
      }
      if desk.skipped.contains(path, trace, mayLeave: System.mayMoveFiles(from: parent)) { return }
      // Without its mark it is nobody's business yet; the mark's own arrival, or a scan, will tell.
      if let suffix = options.readySuffix, !Self.exists(name + suffix, in: parent) {
        return
      }
      switch desk.tracker.seen(path, trace, movedIn: movedIn, at: instruments.time.now()) {
      case .accepted:
        desk.isBusySinceScan = true
        desk.isIdleTold = false
        instruments.metrics.count(.filesDiscovered(via == .scan && !desk.hasScanned ? .startup : via))
        if via == .scan && desk.hasScanned { instruments.metrics.count(.rescanFound) }
      case .known: break
      // There is no room to remember it; a scan will find it when there is.
      case .full: requestScan(.full, &desk)
      }
    } catch {
      desk.tracker.gone(path)
      if case .system(let reason) = error.kind { pause(reason, error, &desk) }
    }
  }

  /// Whether a file that appeared is all there already, as one is that only got a further name (`ln`, a mail client's
  /// delivery): nobody will tell that it is complete. One that is being written will be told of when it is closed, and
  /// is not looked at before: its writer may pause for longer than files settle.
  private func isWhole(_ name: [UInt8], in folder: [UInt8], inbox: Folder, _ desk: inout ClaimDesk) -> Bool {
    guard let parent = try? desk.opener.folder(folder, in: inbox), let trace = try? System.trace(name, in: parent),
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
  private func appeared(_ path: [UInt8], inbox: Folder, _ desk: inout ClaimDesk) {
    if InboxPath.depth(path) > options.depthLimit { return skip(path, .tooDeep, inbox: inbox, &desk) }
    desk.appeared.append(path)
  }

  func isReadyMark(_ name: [UInt8]) -> Bool {
    guard let suffix = options.readySuffix else { return false }
    return name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
  }

  /// Looks again at the files whose time to settle has passed.
  func look(_ desk: inout ClaimDesk, at now: Moment) {
    if desk.isStopped { return }
    let inbox = folders.withLock { $0.inbox }
    var count = 0
    while let path = desk.tracker.nextToLook(at: now) {
      let (folder, name) = InboxPath.split(path)
      do throws(SpoolError) {
        let trace = try System.trace(name, in: try desk.opener.folder(folder, in: inbox))
        if trace.kind == .regular {
          desk.tracker.looked(path, trace, at: now)
        } else {
          desk.tracker.gone(path)
          found(folder, name, kind: trace.kind, movedIn: false, via: .scan, inbox: inbox, &desk)
        }
      } catch {
        desk.tracker.gone(path)
        desk.opener.forget()
        if case .system(let reason) = error.kind { pause(reason, error.description, &desk) }
      }
      count += 1
      if count == Self.sliceLength * 4 { return turnAgain(&desk) }
    }
  }

  // MARK: - Leaving files alone

  func skip(_ path: [UInt8], _ reason: SkipReason, _ trace: FileTrace, _ desk: inout ClaimDesk) {
    desk.tracker.gone(path)
    let inbox = folders.withLock { $0.inbox }
    let parent = try? desk.opener.folder(InboxPath.split(path).folder, in: inbox)
    let mayLeave = parent.map(System.mayMoveFiles) ?? false
    guard desk.skipped.insert(path, trace, mayLeave: mayLeave) else { return }
    instruments.emit(FileSkipped(path: path, reason: reason, remedy: reason.remedy))
  }

  private func skip(_ path: [UInt8], _ reason: SkipReason, inbox: Folder, _ desk: inout ClaimDesk) {
    let (folder, name) = InboxPath.split(path)
    guard let parent = try? desk.opener.folder(folder, in: inbox), !name.isEmpty,
      let trace = try? System.trace(name, in: parent)
    else { return }
    skip(path, reason, trace, &desk)
  }

  /// Tells the owner once that nothing is left, after a scan that found nothing has confirmed it.
  func tellIdle(_ desk: inout ClaimDesk, at now: Moment) {
    guard desk.mayClaim, !desk.isIdleTold, desk.isQuiet else { return }
    if desk.isBusySinceScan {
      // A confirming scan costs at most a tenth of the time, however large the inbox is.
      desk.scanRequested = desk.scanRequested ?? .idle
      let pause = Duration.milliseconds(50) + .nanoseconds(Int64(clamping: desk.scanTook)) * 10
      desk.nextScan = min(desk.nextScan, max(now, desk.scanBegan.adding(pause)))
    } else {
      desk.isIdleTold = true
      desk.port?.idle()
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
