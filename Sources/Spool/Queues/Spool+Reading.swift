import Instrumentation

extension Spool {
  /// Reads a claimed document whole.
  ///
  /// Blocking; call it on a lane of the pipeline. Throws `.changed` when somebody writes into it or has since it was
  /// claimed, `.overLimit` when it has grown too large, and what the system reports; hand the document back with
  /// ``giveBack(_:because:completion:)`` then.
  public func read(_ claimed: Claimed) throws(SpoolError) -> [UInt8] {
    let work = folders.withLock { $0.work }
    let path = ItemFolder.originalPath(Array(claimed.ticket.utf8), claimed.name)
    let subject = work.display(path)
    let file = try System.open(path, in: work, for: .reading)
    let before = try System.trace(of: file, subject)
    guard before.kind == .regular else {
      throw SpoolError(
        kind: .notRegular, operation: "reading", subject: EscapedName.text(claimed.path),
        reason: "it is no regular file", remedy: "Put a regular file into the inbox.")
    }
    if before.size > options.maximumDocumentBytes {
      throw SpoolError(
        kind: .overLimit, operation: "reading", subject: EscapedName.text(claimed.path),
        reason: "it has \(before.size) bytes, and at most \(options.maximumDocumentBytes) are read",
        remedy: "Split it, or raise max_document_bytes.")
    }
    if let known = claimed.trace, !known.hasSameContents(as: before) { throw Self.changed(claimed) }
    if System.hasWriter(file) == true { throw Self.changed(claimed) }
    let bytes = try System.readAll(
      file, expecting: before.size, limit: options.maximumDocumentBytes, subject)
    let after = try System.trace(of: file, subject)
    guard after.hasSameContents(as: before), bytes.count == before.size else { throw Self.changed(claimed) }
    return bytes
  }

  private static func changed(_ claimed: Claimed) -> SpoolError {
    SpoolError(
      kind: .changed, operation: "reading", subject: EscapedName.text(claimed.path), reason: "it is being written",
      remedy: "Write it under a name that begins with a full stop and rename it when it is complete.")
  }
}
