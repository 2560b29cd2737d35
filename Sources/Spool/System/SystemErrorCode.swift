import Glibc
import Instrumentation

/// What an error number means to the spool.
struct SystemErrorCode {
  let kind: SpoolError.Kind
  let words: String
  let remedy: String

  init(_ code: Int32) {
    var buffer = [CChar](repeating: 0, count: 128)
    // This is the POSIX one of the two functions of this name: it fills the buffer and returns 0.
    let isKnown = strerror_r(code, &buffer, buffer.count) == 0
    let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    words = isKnown ? String(decoding: text, as: UTF8.self) : "error \(code)"
    switch code {
    case ENOSPC:
      kind = .system(.noSpace)
      remedy = "Free space or inodes on this file system; work goes on by itself."
    case EDQUOT:
      kind = .system(.noSpace)
      remedy = "Raise the quota or free space; work goes on by itself."
    case EIO:
      kind = .system(.inputOutput)
      remedy = "Look at the kernel's log for errors of the disk."
    case EROFS:
      kind = .system(.readOnly)
      remedy = "Mount the file system read-write again; work goes on by itself."
    case EMFILE, ENFILE:
      kind = .system(.exhausted)
      remedy = "Raise LimitNOFILE of the service."
    case ENOMEM, ENOBUFS, EAGAIN:
      kind = .system(.exhausted)
      remedy = "Give the service more memory."
    case ESTALE, ENODEV, ENXIO:
      kind = .system(.missingFolder)
      remedy = "Mount the file system again; work goes on by itself."
    case EACCES, EPERM:
      kind = .permission
      remedy = "Let the service's user read and write here."
    case ENOENT:
      kind = .missing
      remedy = ""
    case ELOOP:
      kind = .notRegular
      remedy = "Links are not followed; put the file itself here."
    case EXDEV:
      kind = .layout
      remedy = "Keep the whole spool on one file system and under one ReadWritePaths= entry."
    default:
      kind = .other
      remedy = ""
    }
  }
}
