import Instrumentation

/// What was delivered, as far as memory reaches: each record with the rules that made it, and which record was the first
/// of its bytes. It is a hint that saves work; what lies in `out/` decides.
///
/// Bounded: the oldest is forgotten first. An entry costs about 200 bytes.
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

  private struct Memory {
    var numbers: [String: UInt32] = [:]
    var rulesets: [UInt64: UInt32] = [:]
    var firsts: [Content: String] = [:]
    /// What was added, in a ring.
    var order: [(record: UInt64, content: Content?)] = []
    var oldest = 0
  }

  private let memory = Guarded(Memory())
  private let limit: Int

  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Whether a record was delivered under these rules last.
  func holds(_ record: String, ruleset: String) -> Bool {
    memory.withLock { memory in
      guard let number = memory.numbers[ruleset] else { return false }
      return memory.rulesets[Self.key(record)] == number
    }
  }

  /// The record that the same bytes, given by their SHA-256, became first.
  func first(of content: String) -> String? {
    guard let content = Content(content) else { return nil }
    return memory.withLock { $0.firsts[content] }
  }

  func add(_ record: String, ruleset: String, content: String?) {
    let key = Self.key(record)
    let content = content.flatMap(Content.init)
    memory.withLock { memory in
      let number = memory.numbers[ruleset] ?? UInt32(truncatingIfNeeded: memory.numbers.count)
      memory.numbers[ruleset] = number
      let isNew = memory.rulesets.updateValue(number, forKey: key) == nil
      if let content, memory.firsts[content] == nil { memory.firsts[content] = record }
      guard isNew else { return }
      if memory.order.count < limit { return memory.order.append((key, content)) }
      let (oldKey, oldContent) = memory.order[memory.oldest]
      memory.rulesets[oldKey] = nil
      if let oldContent, let first = memory.firsts[oldContent], Self.key(first) == oldKey {
        memory.firsts[oldContent] = nil
      }
      memory.order[memory.oldest] = (key, content)
      memory.oldest = (memory.oldest + 1) % limit
    }
  }

  /// FNV-1a over the record's name. Two names of one key (once in 10⁹ spools of 65,536) could only matter if the second
  /// one's output were already there.
  private static func key(_ record: String) -> UInt64 {
    record.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
