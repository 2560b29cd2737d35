/// Why a document ended in `failed/` or was put back. A closed set: it is a metric label and a field of `reason.json`.
public enum FailureClass: String, Sendable, Codable, CaseIterable {
  /// No bytes, also after the grace time.
  case empty
  /// Larger than `max_document_bytes`.
  case overLimit = "over_limit"
  /// Not text.
  case binary
  /// No text can be made of its bytes.
  case undecodable
  /// Text that is no report: a web page, data, code, a mail with its headers.
  case unsupportedFormat = "unsupported_format"
  /// It may not be opened.
  case unreadable
  /// A FIFO, a device, a link or a folder where a file was.
  case notRegular = "not_regular"
  /// Somebody kept writing into it.
  case changedWhileReading = "changed_while_reading"
  /// A stage refused it.
  case stageFailed = "stage_failed"
  /// A stage took too long.
  case timeout
  /// The process was killed three times while it worked on nothing else.
  case poison
  /// It disappeared from `work/` while it was worked on.
  case vanished
  /// The machine refused a service; it is tried again and never counts against the document.
  case system
  /// A fault of this program.
  case fault
}

/// How a document ended.
public enum Completion: String, Sendable, Codable, CaseIterable {
  /// Its record and briefs are in `out/`.
  case written
  /// Its bytes had been worked on before.
  case duplicate
  /// It lies in `failed/` for a reason of its own.
  case rejected
}

/// How a file was found.
public enum Discovery: String, Sendable, CaseIterable {
  /// By a watch event.
  case watch = "inotify"
  /// By a scan while the daemon runs.
  case scan = "rescan"
  /// By the scan with which the daemon starts.
  case startup
}

/// Why a file stays in the inbox.
public enum SkipReason: String, Sendable, CaseIterable {
  /// Its name says that it is not finished or not meant for us.
  case ignored
  /// A pipe.
  case fifo
  /// A symbolic link; links are not followed.
  case link
  /// A character or block device.
  case device
  /// A socket.
  case socket
  /// It may not be read.
  case unreadable
  /// It may not be moved out of its folder.
  case unmovable
  /// A folder that may not be entered.
  case closedFolder = "closed_folder"
  /// A folder nested too deeply.
  case tooDeep = "too_deep"
}

/// The folders in which items wait.
public enum ItemState: String, Sendable, CaseIterable {
  /// In work.
  case work
  /// Waiting for a later try.
  case deferred
  /// Given up.
  case failed
}

/// Why nothing is claimed. A closed set; what exactly happened stands in the message.
public enum PauseReason: String, Sendable, Codable, CaseIterable {
  /// No space or quota left.
  case noSpace = "no_space"
  /// Less space than the reserve.
  case lowSpace = "low_space"
  /// The disk reports errors.
  case inputOutput = "io_error"
  /// The file system is read-only.
  case readOnly = "read_only"
  /// No file descriptors or memory.
  case exhausted
  /// A folder of the spool is missing or is not a folder.
  case missingFolder = "missing_folder"
  /// The daemon may not write where it must.
  case permission
  /// An operator asked for it.
  case `operator`
}

/// Why the whole inbox is looked through. A closed set.
public enum RescanReason: String, Sendable, CaseIterable {
  /// The daemon starts.
  case startup
  /// It is time: a scan finds what no event told of.
  case interval
  /// Nothing is left to do, and a scan confirms that.
  case idle
  /// The kernel lost events.
  case overflow
  /// A watched folder went away.
  case folderGone = "folder_gone"
  /// A pause has ended.
  case resumed
  /// There were more files than are remembered at a time.
  case full
}

/// What the daemon asked the machine for. A closed set.
public enum MachineOperation: String, Sendable, CaseIterable {
  /// Opening or making a file or a folder.
  case open
  /// Reading a file, a folder or what is known of them.
  case read
  /// Writing.
  case write
  /// Making what was written durable.
  case sync
  /// Renaming.
  case rename
  /// Removing.
  case remove
  /// Anything else.
  case other
}

/// What the machine answered when it refused. A closed set.
public enum MachineRefusal: String, Sendable, CaseIterable {
  /// No space, no inodes.
  case noSpace = "ENOSPC"
  /// No quota.
  case noQuota = "EDQUOT"
  /// The disk reports errors.
  case inputOutput = "EIO"
  /// The file system is read-only.
  case readOnly = "EROFS"
  /// The process has too many files open.
  case noDescriptors = "EMFILE"
  /// The machine has too many files open.
  case noFiles = "ENFILE"
  /// No memory.
  case noMemory = "ENOMEM"
  /// The service's user may not.
  case notAllowed = "EACCES"
  /// It is not there, or no longer.
  case missing = "ENOENT"
  /// The server of a network file system forgot it.
  case stale = "ESTALE"
  /// Anything else.
  case other
}
