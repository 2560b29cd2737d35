/// How sure an output must be before its source leaves `work/`.
public enum Durability: String, Sendable, CaseIterable {
  /// Every file and folder is synced for every document: the safest and the slowest.
  case strict
  /// Up to 32 documents share one `syncfs` and one sync a folder; nothing moves before it.
  case group
  /// Nothing is synced: safe against a crash of the daemon, not against one of the machine.
  case relaxed
}

/// Where the spool is and how it behaves. All but the root has a default.
public struct SpoolOptions: Sendable {
  /// The spool's folder, as bytes.
  public var root: [UInt8]
  /// Names of pipelines that the first folder below the inbox may select.
  public var pipelines: Set<String> = []
  /// How long a file must not have changed before it is taken. A file moved into the inbox is taken at once.
  public var settle: Duration = .seconds(2)
  /// How long an empty file may stay empty before it is given up.
  public var emptyGrace: Duration = .seconds(60)
  /// Time between two scans of the whole inbox.
  public var rescanInterval: Duration = .seconds(30)
  /// The same on a file system that other machines write to.
  public var remoteRescanInterval: Duration = .seconds(5)
  /// A larger document is given up unread.
  public var maximumDocumentBytes = 16 << 20
  /// Which names are left alone.
  public var ignore = IgnorePatterns.standard
  /// When set, a file is taken only once a file of its name and this suffix is beside it.
  public var readySuffix: [UInt8]?
  /// How sure an output must be.
  public var durability: Durability = .group
  /// Documents that share a sync in ``Durability/group``.
  public var groupLimit = 32
  /// Below so many free bytes nothing is claimed; 0 for no such limit.
  public var minimumFreeBytes = 16 << 20
  /// The same for inodes.
  public var minimumFreeInodes = 256
  /// Time between two tries to go on while the machine refuses a service.
  public var probeInterval: Duration = .seconds(5)
  /// How long a document that changed while it was read waits before each new try; then it is given up.
  public var retryDelays: [Duration] = [.seconds(2), .seconds(30), .seconds(120), .seconds(600)]
  /// Files that may be observed at a time. It bounds memory, and with `settle` the rate (8192 in 2 s).
  public var candidateLimit = 8192
  /// Starts, killed while a document was alone in work, after which it is poison.
  public var poisonAttempts = 3
  /// Records that are remembered, so that a second arrival is known; each costs about 200 bytes.
  public var rememberedDeliveries = 65_536
  /// Folders below the inbox are entered to this depth.
  public var depthLimit = 16

  /// Options with their defaults.
  public init(root: [UInt8]) {
    self.root = root
  }
}
