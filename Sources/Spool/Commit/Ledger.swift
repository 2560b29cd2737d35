import Instrumentation

/// The history of the spool, one file a day (UTC). It is no part of the protocol: losing it loses no document.
struct Ledger {
  private final class OpenFile: Sendable {
    let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) {
      self.descriptor = descriptor
    }
  }

  private var file: OpenFile?
  private var fileName: [UInt8] = []
  private var pending: [UInt8] = []
  private(set) var isDirty = false

  static func fileName(of time: WallTime) -> [UInt8] {
    let (year, month, day) = time.day
    return Array("\(year * 10_000 + month * 100 + day).jsonl".utf8)
  }

  /// Keeps a line for the next ``flush(into:at:instruments:)``.
  mutating func add(_ line: [UInt8]) {
    pending += line
  }

  /// Writes the lines that were kept with one call, into the file of the day.
  mutating func flush(into folder: Folder, at time: WallTime, instruments: Instruments) throws(SpoolError) {
    if pending.isEmpty { return }
    let name = Self.fileName(of: time)
    let subject = folder.display(name)
    if file == nil || fileName != name {
      if isDirty { try sync() }
      file = OpenFile(try Self.opened(name, in: folder, instruments: instruments))
      fileName = name
    }
    guard let file else { return }
    try System.write(pending, to: file.descriptor, subject)
    pending.removeAll(keepingCapacity: true)
    isDirty = true
  }

  /// Makes the lines durable.
  mutating func sync() throws(SpoolError) {
    isDirty = false
    guard let file else { return }
    try System.syncContents(file.descriptor, fileName)
  }

  /// Closes the file: after an error, or because its folder was replaced.
  mutating func close() {
    file = nil
  }

  /// A day's file, with a line end after a torn last line, so that no good line is joined to it.
  private static func opened(
    _ name: [UInt8], in folder: Folder, instruments: Instruments
  ) throws(SpoolError) -> Descriptor {
    let subject = folder.display(name)
    let file = try System.open(name, in: folder, for: .appending)
    if let last = try System.lastByte(of: file, subject), last != 0x0a {
      try System.write([0x0a], to: file, subject)
      instruments.emit(LedgerRepaired(path: EscapedName.text(subject), torn: true, added: 0))
    }
    return file
  }
}
