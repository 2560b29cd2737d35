import Instrumentation

/// All that the commit queue knows.
struct CommitDesk: ~Copyable {
  var committer: Committer
  var pending: [Job] = []
  /// Nothing is committed until a probe succeeds.
  var isHeld: Bool { refusal != nil }
  /// Why nothing is committed.
  var refusal: SpoolError?
  var isScheduled = false
  var isLedgerSyncSet = false

  init(committer: consuming Committer) {
    self.committer = committer
  }

  /// How much a probe writes: what waits, within reason.
  var heldBytes: Int {
    65_536 + min(pending.prefix(64).reduce(0) { $0 + $1.bytes }, 16 << 20)
  }
}
