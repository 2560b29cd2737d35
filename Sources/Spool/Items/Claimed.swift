public import Instrumentation

/// A file that has been taken out of the inbox and lies in `work/` under its ticket.
public struct Claimed: Sendable {
  /// Its item's name in `work/`.
  public let ticket: String
  /// Its own name, any bytes but `/` and NUL.
  public let name: [UInt8]
  /// Where it was below the inbox, its name included.
  public let path: [UInt8]
  /// The pipeline that its first folder selects; nil for the default one.
  public let pipeline: String?
  /// Bytes when it was claimed.
  public let size: Int
  /// When it was claimed first.
  public let received: WallTime
  /// When this try began.
  public let claimedAt: Moment
  /// Earlier tries: put back because it changed, or killed while alone in work.
  public let attempts: Int
  /// The credit under which it was claimed, as ``SpoolPort`` granted it.
  public let permit: UInt64
  /// Whether an operator wants it done, even if it was done before.
  public let isAskedFor: Bool
  /// Whether it has work to itself, and bears a mark until the work on it is over.
  let isAlone: Bool
  let trace: FileTrace?
}

/// The answer of the spool's owner to "is there room for so many bytes?".
public enum SpoolPermit: Sendable, Equatable {
  /// There is; the number comes back in ``Claimed/permit`` or is cancelled.
  case granted(UInt64)
  /// There is none.
  case full
  /// None for one so large, but perhaps for a smaller one.
  case largeSlotTaken
}

/// What the spool asks and tells its owner. All are called on the spool's own queue and must not linger.
public struct SpoolPort: Sendable {
  let reserve: @Sendable (Int) -> SpoolPermit
  let cancel: @Sendable (UInt64) -> Void
  let claimed: @Sendable (Claimed) -> Void
  let idle: @Sendable () -> Void

  /// A port. `reserve` asks for room for so many bytes; `cancel` gives a grant back that was not used; `claimed` hands
  /// over a file with its grant; `idle` tells that a scan found nothing more and nothing is in work.
  public init(
    reserve: @escaping @Sendable (Int) -> SpoolPermit, cancel: @escaping @Sendable (UInt64) -> Void,
    claimed: @escaping @Sendable (Claimed) -> Void, idle: @escaping @Sendable () -> Void = {}
  ) {
    self.reserve = reserve
    self.cancel = cancel
    self.claimed = claimed
    self.idle = idle
  }
}
