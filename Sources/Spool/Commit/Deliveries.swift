import Instrumentation

/// What was delivered, as far as memory reaches: each record with the rules that made it, and which record was the first
/// of its bytes. It is a hint that saves work; what lies in `out/` decides.
///
/// Bounded: the oldest is forgotten first. An entry costs about 200 bytes. All of it lies in a few blocks that are as large
/// from the start as they will ever be: names that came and went one by one would leave holes among the documents' own
/// memory, in whichever of the allocator's arenas the thread of the day uses.
final class Deliveries: Sendable {
  /// The first half of a SHA-256.
  private struct Content: Hashable {
    let high: UInt64
    let low: UInt64

    init?(_ hexadecimal: String) {
      let digits = hexadecimal.utf8
      guard digits.count >= 32, let high = UInt64(hexadecimal.prefix(16), radix: 16),
        let low = UInt64(hexadecimal.dropFirst(16).prefix(16), radix: 16)
      else { return nil }
      self.high = high
      self.low = low
    }
  }

  private struct Entry {
    let record: UInt64
    let content: Content?
    var ruleset: UInt32
    let name: NameRing.Place
  }

  private struct Memory {
    var numbers: [String: UInt32] = [:]
    /// What is remembered, in a ring; the tables name places in it.
    var entries: [Entry] = []
    var oldest = 0
    var count = 0
    var names: NameRing
    var places: [UInt64: UInt32] = [:]
    var firsts: [Content: UInt32] = [:]

    init(limit: Int) {
      names = NameRing(capacity: limit * Deliveries.usualName)
      entries.reserveCapacity(limit)
      places.reserveCapacity(limit + 1)
      firsts.reserveCapacity(limit + 1)
    }
  }

  /// A record's name is at most 134 bytes long, and seldom longer than this. Where many are, fewer are remembered.
  private static let usualName = 64

  private let memory: Guarded<Memory>
  private let limit: Int

  init(limit: Int) {
    self.limit = max(4, limit)
    memory = Guarded(Memory(limit: self.limit))
  }

  /// Whether a record was delivered under these rules last.
  func holds(_ record: String, ruleset: String) -> Bool {
    memory.withLock { memory in
      guard let number = memory.numbers[ruleset], let place = memory.places[Self.key(record)] else { return false }
      return memory.entries[Int(place)].ruleset == number
    }
  }

  /// The record that the same bytes, given by their SHA-256, became first.
  func first(of content: String) -> String? {
    guard let content = Content(content) else { return nil }
    return memory.withLock { memory in
      memory.firsts[content].map { memory.names.text(at: memory.entries[Int($0)].name) }
    }
  }

  func add(_ record: String, ruleset: String, content: String?) {
    let key = Self.key(record)
    let content = content.flatMap(Content.init)
    memory.withLock { memory in
      let number = memory.numbers[ruleset] ?? UInt32(truncatingIfNeeded: memory.numbers.count)
      memory.numbers[ruleset] = number
      if let place = memory.places[key] {
        memory.entries[Int(place)].ruleset = number
        if let content, memory.firsts[content] == nil { memory.firsts[content] = place }
        return
      }
      while memory.count == limit || !memory.names.hasRoom(for: record) {
        // A name that is longer than all that is remembered is none of ours.
        if memory.count == 0 { return }
        Self.forgetOldest(&memory, limit: limit)
      }
      let index = (memory.oldest + memory.count) % limit
      let entry = Entry(record: key, content: content, ruleset: number, name: memory.names.add(record))
      if index < memory.entries.count { memory.entries[index] = entry } else { memory.entries.append(entry) }
      memory.count += 1
      memory.places[key] = UInt32(index)
      if let content, memory.firsts[content] == nil { memory.firsts[content] = UInt32(index) }
    }
  }

  private static func forgetOldest(_ memory: inout Memory, limit: Int) {
    let entry = memory.entries[memory.oldest]
    memory.places[entry.record] = nil
    if let content = entry.content, memory.firsts[content] == UInt32(memory.oldest) { memory.firsts[content] = nil }
    memory.names.removeOldest(entry.name)
    memory.oldest = (memory.oldest + 1) % limit
    memory.count -= 1
  }

  /// FNV-1a over the record's name. Two names of one key (once in 10⁹ spools of 65,536) could only matter if the second
  /// one's output were already there.
  private static func key(_ record: String) -> UInt64 {
    record.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
