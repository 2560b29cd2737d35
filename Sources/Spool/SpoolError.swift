import Glibc
public import Instrumentation

/// Something that the spool could not do: what, to which file, why, and what to try.
public struct SpoolError: Error, Sendable, CustomStringConvertible {
  /// Kinds of errors, by what they mean for a document and for the daemon.
  public enum Kind: Sendable, Equatable {
    /// The machine refuses a service for now (no space, read-only, no descriptors…); never the document's fault.
    case system(PauseReason)
    /// Not allowed.
    case permission
    /// It is not there, or no longer.
    case missing
    /// The file changed while it was read.
    case changed
    /// A FIFO, link, device or folder where a file was.
    case notRegular
    /// Larger than allowed.
    case overLimit
    /// Another daemon works on this spool; its process number, if it could be read.
    case locked(process: Int?)
    /// The folders are not fit: several file systems or mounts.
    case layout
    /// Anything else; a name that is a folder, a name too long.
    case other
  }

  /// The kind.
  public let kind: Kind
  /// What was being done, as in "renaming".
  public let operation: String
  /// To what, escaped for display.
  public let subject: String
  /// The error number of the system; 0 when it did not come from a call.
  public let code: Int32
  /// The system's words or our own for what is wrong.
  public let reason: String
  /// What to try; empty when there is nothing to advise.
  public let remedy: String

  /// An error of our own making.
  public init(kind: Kind, operation: String, subject: String, reason: String, remedy: String = "") {
    self.kind = kind
    self.operation = operation
    self.subject = subject
    self.reason = reason
    self.remedy = remedy
    code = 0
  }

  /// An error of a system call.
  init(operation: String, subject: [UInt8], code: Int32) {
    let known = SystemErrorCode(code)
    kind = known.kind
    self.operation = operation
    self.subject = EscapedName.text(subject)
    self.code = code
    reason = known.words
    remedy = known.remedy
  }

  /// Whether the machine, and not the document, is the cause.
  public var isSystem: Bool {
    if case .system = kind { return true }
    return false
  }

  /// Whether somebody else has made what was to be made.
  var isTaken: Bool { code == EEXIST }

  /// Whether the disk is full, which may end by itself at any time.
  public var isLackOfRoom: Bool { kind == .system(.noSpace) || kind == .system(.lowSpace) }

  /// One sentence: operation, subject, reason, remedy.
  public var description: String {
    "While \(operation) \(subject): \(reason).\(remedy.isEmpty ? "" : " \(remedy)")"
  }
}

extension SpoolError {
  /// The operation as metrics tell it.
  var machineOperation: MachineOperation {
    switch operation.prefix(while: { $0 != " " }) {
    case "opening", "making": .open
    case "reading", "looking", "checking", "asking": .read
    case "writing", "emptying", "closing": .write
    case "syncing": .sync
    case "renaming": .rename
    case "removing": .remove
    default: .other
    }
  }

  /// The system's answer as metrics tell it.
  var refusal: MachineRefusal {
    switch code {
    case ENOSPC: .noSpace
    case EDQUOT: .noQuota
    case EIO: .inputOutput
    case EROFS: .readOnly
    case EMFILE: .noDescriptors
    case ENFILE: .noFiles
    case ENOMEM: .noMemory
    case EACCES, EPERM: .notAllowed
    case ENOENT: .missing
    case ESTALE: .stale
    default: .other
    }
  }
}
