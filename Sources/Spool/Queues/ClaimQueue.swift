import Instrumentation

/// The claim queue: what was seen, what waits, what is out in work.
struct ClaimQueue: ~Copyable {
  /// An item of an earlier run, found in `work/`.
  struct Recovered {
    let record: ItemRecord
    var attempts: Int
  }

  /// An item in `deferred/`.
  struct Deferred {
    let record: ItemRecord
    let attempts: Int
  }

  struct Pause {
    let since: Moment
    let message: String
  }

  var port: SpoolPort?
  var isStopped = false
  /// Whether the spool's work is ending: nothing is begun any more that the end of the process could cut off.
  var isEnding = false
  var mint = TicketMint()

  // Finding.
  var tracker: StabilityTracker
  var skipped = SkippedFiles()
  var opener = InboxFolders()
  var watch: Watch?
  /// Whether a folder could not be watched since the last whole scan began, and whether that has been told.
  var isUnwatched = false
  var isUnwatchedTold = false
  var walk: InboxWalk?
  /// Folders that appeared since, to be walked.
  var appeared: [[UInt8]] = []
  var nextScan: Moment
  var scanBegan: Moment
  var scanTook: UInt64 = 0
  var hasScanned = false
  /// Why a whole scan is to begin that has not begun yet.
  var scanRequested: RescanReason?
  /// Why the present one, or the last, began.
  var scanReason = RescanReason.startup
  /// Whether anything was found or claimed since the last whole scan began.
  var isBusySinceScan = false
  var isIdleTold = false

  // Claiming.
  /// Ready files that are too large for the credit there is.
  var waitingLarge: [[UInt8]] = []
  var outstanding: Set<String> = []
  /// Items rejected here that are not yet in `failed/`.
  var ownRejections = 0
  /// The item that has work to itself, and the number of the mark that says so.
  var alone: (ticket: String, mark: Int)?
  var recovered: [Recovered] = []
  /// Items in `work/` that are to be offered again.
  var returned: [Claimed] = []
  var deferred = DueQueue<Deferred>()
  /// Items in `deferred/` that an operator asked for.
  var asked = DueQueue<Deferred>()
  /// Whether earlier deliveries have been read from the ledger: before that nobody could tell a second arrival.
  var hasRecalled = false

  // Pausing.
  var pauses: [PauseReason: Pause] = [:]
  var nextProbe: Moment?
  var isProbing = false
  var spaceChecked: Moment?

  /// Whether another turn has been asked for.
  var isTurnSet = false
  // The alarm that is set.
  var alarm: Moment?
  var claimedCount: UInt64 = 0

  init(options: SpoolOptions, now: Moment) {
    tracker = StabilityTracker(
      settle: options.settle, emptyGrace: options.emptyGrace, limit: options.candidateLimit)
    nextScan = now
    scanBegan = now
  }

  var mayClaim: Bool { port != nil && hasRecalled && !isStopped && pauses.isEmpty }

  /// Nothing is known that is still to be done.
  var isQuiet: Bool {
    hasScanned && walk == nil && appeared.isEmpty && tracker.isEmpty && outstanding.isEmpty && ownRejections == 0
      && alone == nil && recovered.isEmpty && returned.isEmpty && asked.isEmpty
  }
}
