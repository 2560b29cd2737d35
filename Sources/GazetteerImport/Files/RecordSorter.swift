internal import Glibc

/// Sorts more records than fit into memory: full portions are sorted and laid aside in a file that has no name.
///
/// Records with the same key come out together and in the order in which they went in.
struct RecordSorter: ~Copyable {
  private struct Entry {
    var offset: Int
    var keyCount: Int
    var count: Int
  }

  private let portion: Int
  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  private var runs: [Range<Int>] = []
  private var scratch: ScratchFile?

  /// A sorter that holds about `portion` bytes in memory.
  init(portion: Int = 64 << 20) {
    self.portion = portion
  }

  /// Takes a record.
  mutating func add(key: [UInt8], _ record: Bytes) throws(ImportError) {
    entries.append(Entry(offset: arena.count, keyCount: key.count, count: record.count))
    arena += key
    arena += record
    if arena.count >= portion { try layAside() }
  }

  /// Takes a record.
  mutating func add(key: [UInt8], _ record: [UInt8]) throws(ImportError) {
    entries.append(Entry(offset: arena.count, keyCount: key.count, count: record.count))
    arena += key
    arena += record
    if arena.count >= portion { try layAside() }
  }

  /// Gives all records in the order of their keys, those of one key at a time.
  consuming func forEachGroup(_ body: ([[UInt8]]) throws(ImportError) -> Void) throws(ImportError) {
    sort()
    var sources = runs.map { RunReader(rest: $0) }
    var next = 0
    var group: [[UInt8]] = []
    var key: [UInt8] = []
    while true {
      var best = -1
      for index in sources.indices {
        if sources[index].key == nil { try sources[index].advance(in: scratch) }
        guard let candidate = sources[index].key else { continue }
        // An earlier run goes first where keys are the same.
        if best < 0 || candidate.lexicographicallyPrecedes(sources[best].key ?? []) { best = index }
      }
      let found: (key: [UInt8], record: [UInt8])
      let held = next < entries.count ? self.key(of: entries[next]) : nil
      if best >= 0, let candidate = sources[best].key, held.map({ !$0.lexicographicallyPrecedes(candidate) }) ?? true {
        found = (candidate, sources[best].record)
        sources[best].key = nil
      } else if let held {
        let entry = entries[next]
        let start = entry.offset + entry.keyCount
        found = (Array(held), Array(arena[start..<(start + entry.count)]))
        next += 1
      } else {
        break
      }
      if found.key != key, !group.isEmpty {
        try body(group)
        group.removeAll(keepingCapacity: true)
      }
      key = found.key
      group.append(found.record)
    }
    if !group.isEmpty { try body(group) }
  }

  private func key(of entry: Entry) -> ArraySlice<UInt8> { arena[entry.offset..<(entry.offset + entry.keyCount)] }

  private mutating func sort() {
    arena.withUnsafeBufferPointer { arena in
      guard let base = arena.baseAddress else { return }
      entries.sort { first, second in
        let common = memcmp(base + first.offset, base + second.offset, min(first.keyCount, second.keyCount))
        if common != 0 { return common < 0 }
        return (first.keyCount, first.offset) < (second.keyCount, second.offset)
      }
    }
  }

  private mutating func layAside() throws(ImportError) {
    sort()
    let file: ScratchFile
    if let scratch {
      file = scratch
    } else {
      file = try ScratchFile()
      scratch = file
    }
    let start = file.count
    var bytes: [UInt8] = []
    for entry in entries {
      RunReader.append(entry.keyCount, to: &bytes)
      RunReader.append(entry.count, to: &bytes)
      bytes += arena[entry.offset..<(entry.offset + entry.keyCount + entry.count)]
      if bytes.count >= 1 << 20 {
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.append(bytes)
    runs.append(start..<file.count)
    arena.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}

/// Reads the records of one sorted portion.
private struct RunReader {
  var rest: Range<Int>
  /// The key of the record at hand; nil for none.
  var key: [UInt8]?
  var record: [UInt8] = []
  private var chunk: [UInt8] = []
  private var position = 0

  init(rest: Range<Int>) {
    self.rest = rest
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func advance(in file: ScratchFile?) throws(ImportError) {
    guard let file, position < chunk.count || !rest.isEmpty else { return }
    try require(8, from: file)
    let keyCount = number(at: position)
    let count = number(at: position + 4)
    position += 8
    try require(keyCount + count, from: file)
    key = Array(chunk[position..<(position + keyCount)])
    record = Array(chunk[(position + keyCount)..<(position + keyCount + count)])
    position += keyCount + count
  }

  private mutating func require(_ count: Int, from file: ScratchFile) throws(ImportError) {
    guard chunk.count - position < count else { return }
    chunk.removeFirst(position)
    position = 0
    let wanted = min(max(1 << 20, count), rest.count)
    chunk += try file.bytes(at: rest.lowerBound, count: wanted)
    rest = (rest.lowerBound + wanted)..<rest.upperBound
  }

  private func number(at index: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(chunk[index + $1]) << (8 * $1) }
  }
}
