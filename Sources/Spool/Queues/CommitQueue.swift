import Instrumentation

/// The commit queue: what was handed back and waits to be carried out of `work/`.
struct CommitQueue: ~Copyable {
  var committer: Committer
  var pending: [Job] = []
  /// Nothing is committed until a probe succeeds.
  var isHeld: Bool { refusal != nil }
  /// Why nothing is committed.
  var refusal: SpoolError?
  var isScheduled = false
  var isLedgerSyncSet = false
  /// Whether items are known to be movable wherever they must; on a full disk that is tried when there is room.
  var areMovesChecked: Bool

  init(committer: consuming Committer, areMovesChecked: Bool) {
    self.committer = committer
    self.areMovesChecked = areMovesChecked
  }

  /// How much a probe writes: what waits, within reason.
  var heldBytes: Int {
    65_536 + min(pending.prefix(64).reduce(0) { $0 + $1.bytes }, 16 << 20)
  }
}
