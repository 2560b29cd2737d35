import Instrumentation

/// The folder of an item, `<ticket>/`, with the original in `original/` under its own name and our notes beside it.
enum ItemFolder {
  private static let original = Array("original".utf8)
  private static let attempt = Array(".a".utf8)
  private static let pipeline = Array("pipeline=".utf8)

  /// What an item's folder holds.
  struct Contents {
    /// The original's name; nil when it never arrived.
    var originalName: [UInt8]?
    var record: ItemRecord?
    /// The pipeline, from its mark.
    var pipeline: String?
    /// How often work on it began while it was alone in work.
    var attempts = 0
    var retry: RetryNote?

    /// Whether an operator asked for it: a note that names no failure says so.
    var isAskedFor: Bool { retry.map { $0.failure == nil } ?? false }
  }

  static func originalPath(_ ticket: [UInt8], _ name: [UInt8]) -> [UInt8] {
    ticket + [0x2f] + original + [0x2f] + name
  }

  /// Makes the folder with its record. The pipeline is marked by a name as well: after a power cut names are there that
  /// were there before the move of the original, while the bytes of the record may not be.
  static func make(_ record: ItemRecord, in work: Folder) throws(SpoolError) {
    let ticket = Array(record.ticket.utf8)
    try System.makeFolder(ticket, in: work)
    try System.makeFolder(ticket + [0x2f] + original, in: work)
    try System.write(record.bytes, as: ticket + [0x2f] + ItemRecord.fileName, in: work, synced: false)
    if let name = record.pipeline {
      try System.write([], as: ticket + [0x2f] + pipeline + Array(name.utf8), in: work, synced: false)
    }
  }

  /// Looks into an item's folder.
  static func contents(_ ticket: [UInt8], in folder: Folder) throws(SpoolError) -> Contents {
    var contents = Contents()
    for name in try DirectoryStream.names(ticket, in: folder, limit: 1_000) {
      let path = ticket + [0x2f] + name
      if name == original {
        contents.originalName = try DirectoryStream.names(path, in: folder, limit: 2).first
      } else if name == ItemRecord.fileName {
        let bytes = try System.read(path, in: folder, limit: 65_536)
        contents.record = ItemRecord(ticket: String(decoding: ticket, as: UTF8.self), bytes: bytes)
      } else if name == Array(RetryNote.fileName.utf8) {
        contents.retry = RetryNote(try System.read(path, in: folder, limit: 65_536))
      } else if name.starts(with: attempt) {
        contents.attempts += 1
      } else if name.starts(with: pipeline) {
        contents.pipeline = String(validating: name.dropFirst(pipeline.count), as: UTF8.self)
      }
    }
    return contents
  }

  /// Marks that work begins while the item is alone; `number` counts from 0.
  static func markAttempt(_ ticket: [UInt8], number: Int, in work: Folder) throws(SpoolError) {
    let path = ticket + [0x2f] + attempt + Array(String(number).utf8)
    let mark = try System.open(path, in: work, for: .marking)
    try mark.close(path)
  }

  /// Takes the last mark away: the work ended without a verdict and without a crash.
  static func unmarkAttempt(_ ticket: [UInt8], number: Int, in work: Folder) {
    System.removeQuietly(ticket + [0x2f] + attempt + Array(String(number).utf8), in: work)
  }

  /// Removes an item that has no original, with our notes; what is not ours, and so its folder, stays.
  static func clear(_ ticket: [UInt8], in work: Folder) {
    let names = (try? DirectoryStream.names(ticket, in: work, limit: 1_000)) ?? []
    for name in names where name != original { System.removeQuietly(ticket + [0x2f] + name, in: work) }
    try? System.removeFolder(ticket + [0x2f] + original, in: work)
    try? System.removeFolder(ticket, in: work)
  }
}
