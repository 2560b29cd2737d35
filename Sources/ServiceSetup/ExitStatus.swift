/// How the command ends: the `sysexits.h` family, so that scripts and systemd can tell causes apart.
public enum ExitStatus: Int32, Sendable {
  /// Done, or drained.
  case success = 0
  /// `once`: some documents failed.
  case someFailed = 1
  /// The drain's deadline came first: what was under way stays in the spool for the next start.
  case drainCut = 3
  /// The command was called wrongly.
  case usage = 64
  /// A document could not be analysed.
  case unusableDocument = 65
  /// A document could not be read.
  case missingDocument = 66
  /// There is no daemon, and none has left its metrics.
  case unavailable = 69
  /// A fault of our own.
  case software = 70
  /// The system refused what it normally grants.
  case system = 71
  /// Something cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another daemon has the spool: try later.
  case tryLater = 75
  /// The spool belongs to somebody else.
  case noPermission = 77
  /// Something is wrong with configuration, pipelines or the spool's layout.
  case configuration = 78
}
